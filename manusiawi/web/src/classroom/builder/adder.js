// Where parts are sought and added to a day.
import { button, fill, make } from "../../base/page.js";
import { choicesOf, PAUSES, search } from "./choices.js";

const SHOWN = 20;
const KINDS = ["", "module", "lesson", "case", "item", "activity", "test", "evaluation"];

/** @param {import("./builder.js").Desk} desk */
export function adder(desk) {
  const { words } = desk, part = make("section", "plan-add"), heading = make("h2", "", words["add-part"]);
  const choices = choicesOf(desk.course, words), kinds = KINDS.filter(kind => !kind || choices.some(choice => choice.part.kind === kind));
  const [dayLabel, day] = choice("ke-hari", words["into-day"]), [kindLabel, kind] = choice("jenis", words.kind);
  const label = make("label", "mq-in", words.find), field = make("input"), status = make("p", "state"), list = make("ul", "rows"), pauses = make("div", "plan-tools");
  const dayBox = make("div");
  heading.id = "tambah-bagian";
  part.setAttribute("aria-labelledby", heading.id);
  field.id = "cari-bagian";
  field.type = "search";
  label.htmlFor = field.id;
  status.setAttribute("aria-live", "polite");
  kinds.forEach(name => { kind.append(option(name, words[name ? `kind-${name}` : "kind-all"])); });
  dayBox.append(dayLabel, day);
  pauses.setAttribute("role", "group");
  pauses.setAttribute("aria-label", words.pauses);
  PAUSES.forEach(pause => {
    const title = words[`${pause.kind}-${pause.ref}`] || words[pause.kind];
    pauses.append(button("small", `+ ${title}`, () => { desk.add({ ...pause }, Number(day.value)); }));
  });
  part.append(heading, dayBox, make("p", "mq-in", words.pauses), pauses, label, field, kindLabel, kind, status, list);
  field.oninput = kind.onchange = drawList;
  drawList();

  function drawList() {
    const found = search(choices, field.value, kind.value);
    list.textContent = "";
    found.slice(0, SHOWN).forEach(entry => {
      const row = make("li"), add = button("small", words.add, () => { desk.add({ ...entry.part }, Number(day.value)); });
      add.setAttribute("aria-label", `${words.add}: ${entry.title}`);
      const about = [words[`kind-${entry.part.kind}`], fill(words["some-minutes"], { count: entry.part.minutes }), entry.about].filter(Boolean).join(" · ");
      row.append(make("b", "", entry.title), make("span", "state", about), add);
      list.append(row);
    });
    status.textContent = !found.length ? words["found-none"] : fill(words.found, { count: found.length, shown: Math.min(found.length, SHOWN) });
  }
  return {
    part,
    refresh() {
      const count = desk.plan().days.length, chosen = Math.min(Number(day.value) || 0, count - 1);
      dayBox.hidden = count < 2;
      if (day.options.length !== count) {
        day.textContent = "";
        desk.plan().days.forEach((_, number) => { day.append(option(`${number}`, fill(words.day, { number: number + 1 }))); });
      }
      day.value = `${chosen}`;
    },
    /** Leads here, with a day chosen. */
    choose(/** @type {number} */ number) {
      day.value = `${number}`;
      field.focus();
      heading.scrollIntoView();
    },
  };
}

/** @returns {[HTMLLabelElement, HTMLSelectElement]} */
function choice(/** @type {string} */ id, /** @type {string} */ text) {
  const label = make("label", "mq-in", text), select = make("select");
  select.id = id;
  label.htmlFor = id;
  return [label, select];
}

function option(/** @type {string} */ value, /** @type {string} */ text) {
  const made = make("option", "", text);
  made.value = value;
  return made;
}
