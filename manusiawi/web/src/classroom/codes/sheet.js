// A learner's sheet of codes: what this phone answered on this page, to be read out to the trainer or scanned. Loaded when it is asked for.
import { all, button, fill, language, make, names, one, own, revision, say } from "../../base/page.js";
import "../qr.js";
import { isCoded } from "./items.js";
import { groups, writeShort } from "./short.js";
import { written } from "./signs.js";
import { MOST_PEOPLE, writeText } from "./text.js";

const words = WORDS_CODES, NUMBER = `${COURSE_KEY}-nomor`;
const here = one("script[data-page]").dataset.page.replace(/\.html$/, ""); // this script's own tag says nothing
const test = one("[data-test]"), press = one(".mq-code");

/** The questions of the page that a room can vote on, in their order. */
const questions = all(test ? "[data-test] .test-items .mq" : ".mq[data-mq=single-choice],.mq[data-mq=true-false]");
const items = questions.map(question => {
  const radios = all("input[type=radio]", question).filter(radio => !radio.closest(".mq-sure")), rows = radios.map(radio => radio.dataset.row).filter(Boolean);
  return { id: question.id, r: revision(question), isTrueFalse: !!rows.length, parts: Array.from(new Set(rows.length ? rows : radios.map(radio => radio.value))) };
}).filter(isCoded);

/** The learner's record as it is kept: another script of the page writes it. @returns {any} */
function record() {
  try { return Object(JSON.parse(localStorage.getItem(COURSE_KEY) || "{}")); } catch (error) { return {}; }
}

/**
 * What was checked of a question, or answered in a finished test; null for none, and for an answer to another revision.
 * @param {string} id
 */
function answer(id) {
  const revisions = names(questions.find(question => question.id === id).dataset.rev);
  if (test) {
    const sitting = own(Object(record().tests), test.dataset.test), [r, option] = String(own(Object(sitting && sitting.a), id) || "").split("|");
    return option && revisions.includes(r) ? { a: [`:${option}`] } : null;
  }
  const entry = own(Object(record().items), id);
  return entry && entry.c === 1 && Array.isArray(entry.a) && revisions.includes(entry.r) ? { a: entry.a, s: entry.s } : null;
}

// ---- Whose it is: the number of a paper card, or else five signs by chance that stay until the window is closed, so that a second scan counts once.

let who = "";
try { who = sessionStorage.getItem(NUMBER) || ""; } catch (error) { /* it is drawn anew on the next page */ }
if (!who) keep(drawn());
function drawn() { return `-${written(crypto.getRandomValues(new Uint32Array(1))[0] % (1 << 25), 5)}`; }
function keep(/** @type {string} */ name) {
  who = name;
  try { sessionStorage.setItem(NUMBER, who); } catch (error) { /* as above */ }
}

// ---- The sheet.

const sheet = make("section", "mq-sheet"), head = make("p", "", fill(words.say, { count: items.length })), said = make("p", "mq-err"), code = make("p"), picture = make("div");
const label = make("label", "mq-in", words.number), field = make("input");
head.tabIndex = -1;
sheet.setAttribute("aria-label", words.sheet);
field.id = label.htmlFor = "mq-sheet-number";
field.inputMode = "numeric";
field.autocomplete = "off";
field.maxLength = 2;
field.size = 4;
Object.assign(field.style, { font: "inherit", color: "inherit", background: "transparent", border: "1px solid", borderRadius: "4px", padding: ".6rem" });
field.value = who[0] === "-" ? "" : who;
field.onchange = () => {
  const typed = field.value.trim(), isNumber = /^[1-9]\d?$/.test(typed) && Number(typed) <= MOST_PEOPLE;
  if (typed && !isNumber) field.setAttribute("aria-invalid", "true"); else field.removeAttribute("aria-invalid");
  if (typed && !isNumber) { field.after(said); say(said, fill(words["no-number"], { most: MOST_PEOPLE })); } else said.remove();
  if (isNumber) keep(typed); else if (who[0] !== "-") keep(drawn());
  lay();
};
sheet.append(head, label, field, code, picture, button("small", words.close, toggle));

function lay() {
  const short = writeShort(items, answer), drawing = /** @type {any} */ (self).courseQr.draw(writeText(test ? `test-${test.dataset.test}` : here, language, who, items, answer));
  code.textContent = picture.textContent = "";
  if (!items.some(item => answer(item.id))) { code.append(words.none); return; } // as where the browser lets pages keep nothing
  if (short) {
    const shown = make("b", "", groups(short).join("\u2002"));
    shown.setAttribute("aria-hidden", "true");
    Object.assign(shown.style, { display: "block", font: "700 1.5em monospace" });
    code.append(words.read, shown, make("span", "sr", groups(short).map(group => Array.from(group).join(" ")).join(", ")));
  } else code.append(words.long);
  drawing.setAttribute("aria-label", words.qr);
  Object.assign(drawing.style, { display: "block", width: "100%", maxWidth: "20rem", margin: ".6rem 0" });
  picture.append(drawing);
}
function toggle() {
  sheet.hidden = !sheet.hidden;
  press.setAttribute("aria-expanded", String(!sheet.hidden));
  if (sheet.hidden) press.focus();
  else { lay(); head.focus(); }
}

sheet.hidden = true;
press.after(sheet);
press.onclick = toggle;
document.addEventListener("click", event => { if (!sheet.hidden && !sheet.contains(/** @type {Node} */ (event.target))) setTimeout(lay); }); // an answer was checked or cleared
toggle();
