// Adds to each question: a check button, the verdict in words, answers kept on this device.
import { all, button, fill, load, make, one, revision, say, write } from "../base/page.js";
import { codeWriter, root, wordReader } from "../base/here.js";
import { onchange, onreturn, put, trouble } from "../base/record.js";
import { step } from "../base/spacing.js";
import { tellCase } from "./case.js";
import { offerClearing } from "./clearing.js";
import { codeButton } from "./code.js";
import { fits, saved, sayChanged, words } from "./saved.js";
import { reviewSiblings } from "./siblings.js";
import { beliefs, isSpare, judge } from "./verdict.js";

/**
 * A question, with what the script keeps of it: the control that lacks something, how sure the learner is and the row that asks it,
 * the entries of the key in their first order, the verdict that is shown, and what lays the button that clears it.
 * @typedef {HTMLElement & {gap?: HTMLElement | null, sure?: 0 | 1, sureRow: HTMLElement, entries?: HTMLElement[],
 *   result?: import("./verdict.js").Verdict | null, layClearing: () => void}} Question
 */

/** @type {Question[]} */
let questions = [], counted = questions; // those of the page, and those that are right or wrong
const total = make("p", "mq-total"), codes = codeButton(words.code, words["no-reader"]);
const again = /[?&]ulang\b/.test(location.search) && location.hash.slice(1);

// ---- What the learner chose, as a list of "row:value".

function controls(question) { return all("input,select", question).filter(control => !control.closest(".mq-sure")); }
function isTick(control) { return control.type === "radio" || control.type === "checkbox"; }
function row(control) { return control.dataset.row || ""; }
function chosen(question) {
  return controls(question).filter(control => isTick(control) ? control.checked : control.value.trim()).map(control => `${row(control)}:${control.value.trim()}`);
}
function empty(question) { controls(question).forEach(control => { if (isTick(control)) control.checked = false; else control.value = ""; }); }
// Puts a saved answer in place of what stands there, which may be a browser's own memory of it; false, and nothing chosen, where a part of it is no longer there.
function restore(question, answer) {
  empty(question);
  const found = answer.map(part => {
    const at = part.indexOf(":"), name = part.slice(0, at), value = part.slice(at + 1);
    const control = controls(question).find(control => row(control) === name && (control.type === "text" || (isTick(control) ? control.value === value :
      Array.from(control.options).some(option => option.value === value))));
    return control && [control, value];
  });
  if (found.includes(undefined)) return false;
  found.forEach(pair => { if (isTick(pair[0])) pair[0].checked = true; else pair[0].value = pair[1]; });
  return true;
}

// ---- Nothing chosen, or nothing that can be read, is the only error (WCAG 3.3.1); a wrong answer is none.

function gap(question) {
  const list = controls(question), type = question.dataset.mq, seen = {};
  const number = { number: questions.indexOf(question) + 1 };
  if (/-choice|inspection/.test(type))
    return chosen(question).length ? null : [list[0], fill(words.pick, number)];
  if (type === "short-text") {
    const text = list[0].value.trim();
    return text && self.courseReader(all(".mq-key li", question), text) ? null : [list[0], fill(text ? words.number : words.write, number)];
  }
  for (const control of list) {
    const filled = isTick(control) ? list.some(other => other.name === control.name && other.checked) : control.value;
    if (!filled) return [control, fill(words.row, { row: one("legend,label", control.closest(".mq-row")).textContent })];
    if (type === "ordering" && seen[control.value]) return [control, fill(words.twice, { value: control.value })];
    seen[control.value] = true;
  }
  return null;
}
function showGap(question, found) {
  const old = one(".mq-err", question);
  if (old) old.remove();
  if (question.gap) ["aria-describedby", "aria-invalid"].forEach(name => { question.gap.removeAttribute(name); });
  question.gap = found && found[0];
  if (!found) return;
  const error = make("p", "mq-err", found[1]), row = found[0].closest(".mq-row");
  error.id = `${question.id}-err`;
  if (row) row.before(error); else one("legend", question).after(error);
  found[0].setAttribute("aria-describedby", error.id);
  found[0].setAttribute("aria-invalid", "true");
  found[0].focus({ preventScroll: true });
  error.scrollIntoView({ block: "nearest" });
  found[0].scrollIntoView({ block: "nearest" });
}

// ---- The verdict in words.

function sentence(question, result) {
  const type = question.dataset.mq, parts = [result.done ? words.right : words["not-yet"]];
  if (!result.done && (type === "multiple-choice" || type === "inspection")) parts.push(fill(words.picked, result));
  else if (!result.done && result.total > 1) parts.push(fill(words.some, result));
  if (question.sure !== undefined) parts.push(words[(result.done ? ["right-unsure", "right-sure"] : ["wrong-unsure", "wrong-sure"])[question.sure]]);
  return parts.join(" ");
}

// ---- How sure: one stop of the keyboard that may be passed by, gone once the verdict is known.
// Wrong and unsure is not knowing; wrong and sure is a belief to look at.

function askSure(question, press) {
  const row = question.sureRow = make("fieldset", "mq-sure");
  row.append(make("legend", "", words["how-sure"]));
  [words.unsure, words.sure].forEach((name, value) => {
    const label = make("label"), radio = make("input");
    radio.type = "radio";
    radio.name = `${question.id}-yakin`;
    radio.onchange = () => { question.sure = value; };
    label.append(radio, name);
    row.prepend(label);
  });
  row.prepend(one("legend", row));
  press.before(row);
}
function unsure(question) {
  question.sure = undefined;
  question.sureRow.hidden = false;
  all("input", question.sureRow).forEach(radio => { radio.checked = false; });
}

// ---- The reasons: the chosen ones first, the others folded under them.

function unmark(question) {
  all(".mq-you", question).forEach(mark => { mark.remove(); });
  const rest = one(".mq-rest", question), list = one(".mq-key ul,.mq-key ol", question);
  if (rest) rest.remove();
  (question.entries || []).forEach(entry => { list.append(entry); });
}
function mark(entry, text) { one(".mq-v", entry).append(make("span", "mq-you", ` (${text})`)); }
function arrange(question, result) {
  const list = one(".mq-key ul,.mq-key ol", question);
  question.entries = question.entries || Array.from(list.children);
  unmark(question);
  const isInspection = question.dataset.mq === "inspection"; // its places keep the order of their numbers
  if (isInspection || !result.mine.length) {
    question.entries.forEach(entry => {
      if (result.mine.includes(entry)) mark(entry, words.yours);
      else if (isInspection && "key" in entry.dataset) mark(entry, words.missed);
      if (entry.dataset.o && entry.dataset.o in result.values)
        mark(entry, result.values[entry.dataset.o] === entry.dataset.key ? words.right : words["not-yet"]);
      if (isSpare(entry, result)) mark(entry, words.yours);
    });
    return;
  }
  const others = question.entries.filter(entry => !result.mine.includes(entry));
  result.mine.forEach(entry => { mark(entry, words.yours); });
  if (!others.length) return;
  const rest = make("details", "mq-rest"), inner = document.createElement("ul");
  rest.append(make("summary", "", words.others), inner);
  others.forEach(entry => { inner.append(entry); });
  list.after(rest);
}

// ---- What reads a typed answer comes when one is begun or comes back: few pages ask for any, and it is a third of their script.

function lacksReader(question) { return question.dataset.mq === "short-text" && !self.courseReader; }

// ---- Checking: focus stays on the button, one short sentence is said, the reasons open below.

function show(question, result, aloud) {
  const place = one(".mq-say", question), parts = [sentence(question, result), make("span", "mq-below", ` ${words.below}`)]; // paper has no reasons below unless they are open
  arrange(question, result);
  question.sureRow.hidden = true;
  question.result = result;
  place.className = `mq-say ${result.done ? "mq-yes" : "mq-no"}`;
  if (!aloud) { write(place, ...parts); return; }
  say(place, ...parts);
  one(".mq-key", question).open = true;
}
function check(question) {
  if (lacksReader(question)) {
    load(wordReader).then(() => { check(question); }, () => { showGap(question, [controls(question)[0], words["no-reader"]]); });
    return;
  }
  const found = gap(question);
  showGap(question, found);
  if (found) return;
  const result = judge(question, chosen(question)), before = saved(question), now = Date.now();
  const entry = { r: revision(question), a: chosen(question), c: 1, t: now, ok: result.done ? 1 : 0, b: step(fits(question, before) ? before : null, result.done, now) };
  if (question.sure !== undefined) entry.s = question.sure;
  if (!result.done) entry.m = beliefs(question, result);
  if (again === question.id) reviewSiblings(question, result.done, now);
  put("items", question.id, entry);
  question.layClearing();
  show(question, result, true);
  count();
}
function count() {
  const checked = counted.filter(question => question.result);
  total.textContent = fill(words.total, { done: checked.length, total: counted.length,
    right: checked.filter(question => question.result && question.result.done).length });
  if (codeWriter && checked.length === counted.length) total.after(codes);
}

// ---- Putting an answer back, and clearing it.

// A question that came back for review stands open, without its earlier answer, and leads on to the next.
function backToReview(question) {
  const link = make("a", "mq-again", words["to-review"]);
  link.href = `${root}ulangan.html`;
  one(".mq-say", question).after(link);
}
// A word or a number written in the other language counts, but the words and signs of this page cannot judge it.
function isOtherWord(question, entry) {
  return question.dataset.mq === "short-text" && fits(question, entry) && entry.r !== revision(question) &&
    (!!one("li[data-key][data-accept]", question) || /[.,]\d{3}(?!\d)/.test(entry.a.join()));
}
function putBack(question, entry) {
  if (!fits(question, entry) || !restore(question, entry.a)) sayChanged(question);
  else if (entry.c === 1) judgeAgain(question);
}
function judgeAgain(question) {
  if (lacksReader(question)) load(wordReader).then(() => { judgeAgain(question); count(); }, () => {}); // it stands there unjudged
  else if (!gap(question)) show(question, judge(question, chosen(question)), false);
}
function lay(question, entry) {
  empty(question);
  showGap(question, null);
  one(".mq-say", question).textContent = "";
  question.result = null;
  unsure(question);
  unmark(question);
  if (entry && !isOtherWord(question, entry)) putBack(question, entry);
  count();
}
function enhance(question) {
  const press = button("mq-check md-button", words.check, () => { check(question); }), entry = saved(question);
  one(".mq-say", question).before(press);
  askSure(question, press);
  if (again === question.id) backToReview(question);
  else if (entry && !isOtherWord(question, entry)) putBack(question, entry);
  onreturn(() => { // another page may have cleared or changed the answer; a question that stands open for review stays so
    const now = saved(question);
    if (again === question.id && now && !chosen(question).length) return;
    lay(question, now);
    question.layClearing();
  });
  question.addEventListener("input", event => { // not "change": it comes as the button is pressed, and the button must not move then
    if (event.target.closest("textarea,.mq-sure")) return;
    showGap(question, null);
    one(".mq-say", question).textContent = "";
    if (question.result || question.sureRow.hidden) unsure(question); // what was said of an answer not yet checked stays
    question.result = null;
    unmark(question);
    const before = saved(question), entry = /** @type {Entry} */ (fits(question, before) ? before : {}); // a question that changed takes no credit over
    entry.r = revision(question);
    entry.a = chosen(question);
    entry.c = 0;
    put("items", question.id, entry);
    question.layClearing();
    count();
  });
  question.layClearing = offerClearing(question, entry => { lay(question, entry); });
  if (lacksReader(question)) question.addEventListener("focusin", () => { load(wordReader).catch(() => {}); }); // told at the check
  question.addEventListener("keydown", event => {
    if (event.key === "Enter" && event.target.type === "text") check(question);
  });
}

// ---- All questions of the page, and what is wrong with keeping their answers.

/** Starts the questions of the page. */
export function quiz() {
  questions = all(".mq[data-mq]");
  if (!questions.length) return;
  counted = questions.filter(question => !/reflection|branching/.test(question.dataset.mq));
  const note = make("p", "mq-note");
  note.setAttribute("aria-live", "polite");
  questions[0].before(note);
  function tellTrouble() {
    const text = trouble ? words[trouble] : "";
    if (note.textContent !== text) note.textContent = text; // the same words again would be read aloud again
  }
  onchange(tellTrouble);
  tellTrouble();
  counted.forEach(enhance);
  questions.forEach(question => { if (question.dataset.mq === "branching-case") tellCase(question); });
  if (counted.length > 1) { questions[questions.length - 1].after(total); count(); }
}
