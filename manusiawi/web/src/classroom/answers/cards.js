// Cards: who has been read, by number and without the letters; corrections by hand; a second show that says how sure.
import { button, fill, make } from "../../base/page.js";
import { LETTERS } from "./asked.js";
import { cameraPart } from "./camera.js";
import { answered, codesOf, sured } from "./class.js";
import { words } from "./words.js";

const SELDOM = 5000; // milliseconds between two counts that screen readers say
const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };

/**
 * @param {import("./asking.js").Gathering} gathering
 * @returns {HTMLElement[]}
 */
export function cardsPanel({ room, asking, choices, vote }) {
  const count = make("p", "k-total"), grid = make("div", "k-grid"), hand = make("form", "k-correct");
  const heard = make("p", "sr"), fixed = new Set(); // numbers that were corrected by hand, which the camera leaves alone
  let letters = false, sureness = false, unsure = new Set(), waiting = 0, laid = "";
  heard.setAttribute("aria-live", "polite");
  room.leaving(() => { clearTimeout(waiting); });
  grid.setAttribute("role", "group");
  grid.setAttribute("aria-label", words["cards-grid"]);

  // ---- What a letter means in this show of the cards.

  function put(file, code, letter) {
    if (sureness) return sured(file, asking, code, letter === "A" ? 1 : letter === "B" ? 0 : undefined);
    const choice = choices.find(one => one.letter === letter);
    return answered(file, asking, code, choice ? choice.name : null);
  }
  function isMeant(letter) { return sureness ? letter === "A" || letter === "B" : choices.some(choice => choice.letter === letter); }
  function letterOf(code) {
    const answer = vote().answers[code];
    if (!answer) return "";
    if (sureness) return answer.s === undefined ? "" : answer.s ? "A" : "B";
    return (choices.find(one => one.name === answer.o) || { letter: "?" }).letter;
  }

  // ---- The numbers.

  function codes() { return codesOf({ ...room.file(), people: { ...Object.fromEntries(Array.from(unsure, code => [code, ""])), ...room.file().people }, votes: [vote()] }); }
  function stateOf(code) { return unsure.has(code) ? "unsure" : letterOf(code) ? "read" : sureness && !vote().answers[code] ? "absent" : "open"; }
  // Only where something changed: else a press of a number would meet another button than it began on.
  function lay() {
    const now = JSON.stringify([letters, sureness, codes().map(code => [code, stateOf(code), letters ? letterOf(code) : ""])]);
    if (now === laid) return;
    laid = now;
    const all = codes(), read = all.filter(letterOf).length, wanted = sureness ? Object.keys(vote().answers).length : all.length;
    const focused = document.activeElement && grid.contains(document.activeElement) ? document.activeElement.getAttribute("value") : "";
    grid.textContent = "";
    all.forEach((code, at) => {
      const state = stateOf(code), name = room.file().people[code] || "", cell = button(`k-cell k-${state}`, letters ? `${code} ${letterOf(code)}` : code, () => { number.value = code; first.focus(); });
      cell.value = code;
      cell.tabIndex = focused ? code === focused ? 0 : -1 : at ? -1 : 0;
      if (name) cell.append(make("span", "k-who", name));
      cell.setAttribute("aria-label", [fill(words.card, { number: code }), name, words[`cell-${state}`], letters ? letterOf(code) : ""].filter(Boolean).join(", "));
      grid.append(cell);
      if (code === focused) cell.focus();
    });
    count.textContent = all.length ? fill(words["cards-count"], { read, total: wanted }) : words["cards-none"];
    if (!waiting) {
      waiting = setTimeout(() => {
        waiting = 0;
        heard.textContent = count.textContent;
      }, SELDOM);
    }
  }
  grid.addEventListener("keydown", event => {
    const cells = /** @type {HTMLButtonElement[]} */ (Array.from(grid.children)), at = cells.indexOf(/** @type {any} */ (document.activeElement));
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const letter = event.key.toUpperCase(), next = cells[at + (STEPS[event.key] || 0)];
    if (STEPS[event.key]) {
      event.preventDefault();
      if (!next) return;
      cells[at].tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    } else if (event.key.length === 1 && LETTERS.includes(letter)) correct(cells[at].value, letter);
    else if (event.key === "Delete" || event.key === "Backspace") correct(cells[at].value, "");
  });

  // ---- By the camera: a letter that the question has not, or that is not sure yet, changes nothing and is marked.

  const camera = cameraPart(room, seen => {
    const before = room.file(), free = seen.filter(({ number }) => !fixed.has(String(number)) && (!sureness || String(number) in vote().answers));
    const file = free.reduce((made, { number, letter }) => letter && isMeant(letter) && letterOf(String(number)) !== letter ? put(made, String(number), letter) : made, before);
    unsure = new Set(free.filter(({ number, letter }) => letter ? !isMeant(letter) : !letterOf(String(number))).map(({ number }) => String(number)));
    if (file !== before) room.commit(file);
    lay();
  });

  // ---- By hand.

  function correct(code, letter) {
    if (letter) fixed.add(code); else fixed.delete(code);
    unsure.delete(code);
    room.commit(put(room.file(), code, letter));
    lay();
    room.tell(fill(words[letter ? "corrected" : "uncorrected"], { number: code }));
  }
  const label = make("label", "mq-in", words["by-hand"]), number = make("input");
  number.id = label.htmlFor = "k-number";
  number.inputMode = "numeric";
  number.autocomplete = "off";
  number.maxLength = 24;
  const given = letter => {
    const code = number.value.trim();
    if (!/^(?=.*\d)[A-Za-z0-9-]+$/.test(code)) { room.tell(words["no-number"]); number.focus(); return; }
    if (sureness && !vote().answers[code]) { room.tell(fill(words["no-answer"], { number: code })); return; }
    correct(code, letter);
    number.value = "";
    number.focus();
  };
  const marks = Array.from(LETTERS, letter => button("k-count", letter, () => { given(letter); })), none = button("k-tab", words.none, () => { given(""); }), first = marks[0];
  hand.onsubmit = event => { event.preventDefault(); first.focus(); };
  hand.append(label, number, ...marks, none);
  function marksFor() { marks.forEach((mark, at) => { mark.hidden = at >= (sureness ? 2 : choices.length); }); }

  // ---- What is shown.

  const tick = (text, change) => {
    const box = make("label", "k-tick"), field = make("input");
    field.type = "checkbox";
    field.onchange = () => { change(field.checked); unsure = new Set(); marksFor(); lay(); };
    box.append(field, text);
    return box;
  };
  const said = make("p", "k-letters");
  const ticks = make("div", "k-tools");
  ticks.append(tick(words["ask-sure"], on => { sureness = on; fixed.clear(); camera.forget(); said.textContent = on ? words["sure-say"] : ""; }), tick(words["show-letters"], on => { letters = on; }));
  marksFor();
  lay();
  return [camera.element, said, count, heard, grid, hand, ticks];
}
