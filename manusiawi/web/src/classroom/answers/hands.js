// Hands and heaps: how many took each option, by large buttons or typed.
import { button, fill, make, say } from "../../base/page.js";
import { counted, size } from "./class.js";
import { words } from "./words.js";

/**
 * @param {import("./asking.js").Gathering} gathering
 * @returns {HTMLElement[]}
 */
export function handsPanel({ room, asking, choices, vote }) {
  const list = make("div", "k-hands"), total = make("p", "k-total"), undone = /** @type {{[option: string]: number}[]} */ ([]);
  const fields = choices.map(({ letter, name }) => {
    const line = make("div", "k-hand"), field = make("input");
    field.type = "text";
    field.inputMode = "numeric";
    field.autocomplete = "off";
    field.setAttribute("aria-label", fill(words["hands-of"], { letter }));
    field.onchange = () => { set(name, /^\d{1,4}$/.test(field.value.trim()) ? Number(field.value) : current(name)); };
    const step = by => {
      const made = button("k-count", by < 0 ? `−${-by}` : `+${by}`, () => { set(name, current(name) + by); });
      made.setAttribute("aria-label", fill(words[by < 0 ? "hands-less" : "hands-more"], { letter, by: Math.abs(by) }));
      return made;
    };
    line.append(make("b", "k-letter", letter), step(-1), field, step(1), step(5));
    list.append(line);
    return { name, field };
  });
  const undo = button("k-tab", words.undo, () => {
    const before = undone.pop();
    if (!before) { say(total, words["nothing-undone"]); return; }
    room.commit(fields.reduce((file, { name }) => counted(file, asking, name, before[name] || 0), room.file()));
    lay();
  });
  function current(name) { return vote().counts[name] || 0; }
  function set(name, count) {
    undone.push(vote().counts);
    room.commit(counted(room.file(), asking, name, count));
    lay();
  }
  function lay() {
    fields.forEach(({ name, field }) => { field.value = String(current(name)); });
    total.textContent = fill(words["hands-total"], { count: size(vote()) });
  }
  total.setAttribute("aria-live", "polite");
  lay();
  return [make("p", "", words["hands-say"]), list, total, undo];
}
