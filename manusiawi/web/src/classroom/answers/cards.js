// Cards: who has been read, by number and without the letters; corrections by hand; a second show that says how sure.
import { button, fill, make } from "../../base/page.js";
import { LETTERS } from "./asked.js";
import { answered, codesOf, sured } from "./class.js";
import { words } from "./words.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: 10, ArrowUp: -10 };

/**
 * @param {import("./asking.js").Gathering} gathering
 * @returns {HTMLElement[]}
 */
export function cardsPanel({ room, asking, choices, vote }) {
  const count = make("p", "k-total"), grid = make("div", "k-grid"), hand = make("form", "k-correct");
  let letters = false, sureness = false;
  count.setAttribute("aria-live", "polite");
  grid.setAttribute("role", "group");
  grid.setAttribute("aria-label", words["cards-grid"]);

  // ---- What a letter means in this show of the cards.

  function put(code, letter) {
    const file = room.file();
    if (sureness) { room.commit(sured(file, asking, code, letter === "A" ? 1 : letter === "B" ? 0 : undefined)); return; }
    const choice = choices.find(one => one.letter === letter);
    room.commit(answered(file, asking, code, choice ? choice.name : null));
  }
  function letterOf(code) {
    const answer = vote().answers[code];
    if (!answer) return "";
    if (sureness) return answer.s === undefined ? "" : answer.s ? "A" : "B";
    return (choices.find(one => one.name === answer.o) || { letter: "?" }).letter;
  }

  // ---- The numbers.

  function codes() { return codesOf({ ...room.file(), votes: [vote()] }); }
  function stateOf(code) { return letterOf(code) ? "read" : sureness && !vote().answers[code] ? "absent" : "open"; }
  function lay() {
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

  // ---- By hand.

  function correct(code, letter) {
    put(code, letter);
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
    field.onchange = () => { change(field.checked); marksFor(); lay(); };
    box.append(field, text);
    return box;
  };
  const said = make("p", "k-letters");
  const ticks = make("div", "k-tools");
  ticks.append(tick(words["ask-sure"], on => { sureness = on; said.textContent = on ? words["sure-say"] : ""; }), tick(words["show-letters"], on => { letters = on; }));
  marksFor();
  lay();
  return [said, count, grid, hand, ticks];
}
