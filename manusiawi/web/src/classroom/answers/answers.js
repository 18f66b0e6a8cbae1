// Starts the page of answers: the classes that this device keeps, a new one, one from a file.
import { button, day, fill, make, one, say } from "../../base/page.js";
import { save } from "../../base/files.js";
import { newClass } from "./class.js";
import { fileField, faultList } from "./files.js";
import { openRoom } from "./room.js";
import { keyOf, kept, putBack, read, remove } from "./store.js";
import { words } from "./words.js";

/** Starts it, where the page holds its place. */
export function answers() {
  const place = one(".answers.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  chooseClass(place, false);
}

/**
 * The choice of a class.
 * @param {HTMLElement} place
 * @param {boolean} back whether a class was left for it
 */
function chooseClass(place, back) {
  place.textContent = "";
  const said = make("p", "mq-note"), heading = make("h2", "", words.which), list = make("ul", "rows");
  said.setAttribute("aria-live", "polite");
  heading.tabIndex = -1;
  const leave = () => { chooseClass(place, true); };
  const open = entry => { openRoom(place, entry, leave); };
  const form = make("form", "k-begin"), label = make("label", "mq-in", words.name), name = make("input");
  name.id = label.htmlFor = "k-name";
  name.maxLength = 80;
  name.autocomplete = "off";
  const begin = make("button", "md-button", words.begin);
  form.append(label, name, begin);
  form.onsubmit = event => {
    event.preventDefault();
    const text = name.value.trim();
    if (!text) { say(said, words["no-name"]); name.focus(); return; }
    open({ v: 1, n: 0, file: newClass(text, COURSE_KEY, document.documentElement.lang === "en" ? "en" : "id", Date.now()), at: null });
  };
  const bring = fileField("k-file", words["import"], (file, faults) => {
    if (!file) { say(said, faultList(faults)); return; }
    const entry = read(keyOf(file)) || { v: 1, n: 0, file: { ...file, t: file.t || Date.now() }, at: null };
    openRoom(place, entry, leave, { file, faults });
  });
  place.append(heading, said, list, form, bring);
  let entries = /** @type {ReturnType<typeof kept>} */ ([]);
  try { entries = kept(); } catch (error) { said.textContent = words.blocked; }
  entries.forEach(entry => { list.append(row(entry, open, said)); });
  if (back) heading.focus();
}

/**
 * @param {ReturnType<typeof kept>[number]} entry
 * @param {(entry: import("./store.js").Kept) => void} open
 * @param {HTMLElement} said
 */
function row({ key, file, raw }, open, said) {
  const line = make("li", "k-class"), title = make("b", "", file ? file.name || words.unnamed : words.unreadable);
  const state = make("span", "state", file ? fill(words["class-state"], { date: day(file.t), count: file.votes.length }) : fill(words["unreadable-say"], { size: raw.length }));
  const go = button("md-button", words.open, () => {
    const found = read(key);
    if (found) open(found);
  });
  go.hidden = !file;
  go.setAttribute("aria-label", `${words.open}: ${title.textContent}`);
  const drop = forgetButton(title.textContent || "", () => {
    remove(key);
    const undo = button("md-button", words.undo, () => { putBack(key, raw); line.replaceWith(row({ key, file, raw }, open, said)); say(said, words.undone); });
    line.textContent = "";
    line.append(make("span", "state", fill(words.forgotten, { name: title.textContent })), undo);
    undo.focus();
  });
  const raws = button("small", words["save-raw"], () => { save(`${key}.txt`, "text/plain", raw); });
  raws.hidden = !!file;
  line.append(title, " ", state, go, raws, drop);
  return line;
}

/**
 * A button that forgets only when it is pressed a second time.
 * @param {string} name what is forgotten
 * @param {() => void} forget
 */
function forgetButton(name, forget) {
  let asked = false;
  const made = button("small", "", () => { if (asked) forget(); else lay(true); });
  function lay(sure) {
    asked = sure;
    made.textContent = words[sure ? "forget-sure" : "forget"];
    made.setAttribute("aria-label", `${made.textContent}: ${name}`);
  }
  made.onblur = () => { lay(false); };
  lay(false);
  return made;
}
