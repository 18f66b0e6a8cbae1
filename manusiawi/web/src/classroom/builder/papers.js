// What is printed of a plan: the agenda, the plan of each session in the form of training centres, a sheet with the address and its code.
import { fill, language, make } from "../../base/page.js";
import { loadModule } from "../course.js";
import { clockWords, moduleOf, timesOf } from "../plan/parts.js";
import { qrCode } from "../qrcode.js";
import { grow } from "../tree.js";

const JP = 45; // minutes of one "jam pelajaran", the hour by which training centres count

/**
 * The paper: its place in the page, seen in print alone, and the ways to fill it; unasked it holds the agenda.
 * @param {import("./builder.js").Desk} desk
 * @param {() => string} address the whole address of the participants' page
 */
export function papers(desk, address) {
  const { words } = desk, part = make("div", "plan-paper");
  /** @type {{ [name: string]: () => Promise<(Node | string)[]> }} */
  const made = { agenda: () => Promise.resolve(agenda(desk)), sessions: () => sessions(desk), address: () => addressSheet(desk, address()) };
  function lay(/** @type {(Node | string)[]} */ nodes) { part.textContent = ""; part.append(...nodes); }
  addEventListener("afterprint", () => { lay(agenda(desk)); });
  return {
    part,
    refresh() { lay(agenda(desk)); },
    print(/** @type {string} */ name) {
      made[name]().then(nodes => { lay(nodes); window.print(); }, () => { desk.tell(words["paper-failed"]); });
    },
  };
}

function agenda(/** @type {import("./builder.js").Desk} */ desk) {
  const { words } = desk, plan = desk.plan(), nodes = /** @type {Node[]} */ ([make("h2", "", plan.title || words.agenda)]);
  plan.days.forEach((day, number) => {
    const times = timesOf(day);
    const rows = day.parts.map((part, at) => [`${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}`, desk.title(part), String(part.minutes)]);
    nodes.push(make("h3", "", dayName(desk, day, number)), table([words.time, words.what, words.minutes], rows));
  });
  return nodes;
}

/** A day's number, where there are several, and its date. */
export function dayName(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanDay} */ day, /** @type {number} */ number) {
  const date = day.date && new Date(`${day.date}T00:00Z`).toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  return [desk.plan().days.length > 1 || !date ? fill(desk.words.day, { number: number + 1 }) : "", date].filter(Boolean).join(", ");
}

function table(/** @type {string[]} */ heads, /** @type {(string | Node)[][]} */ rows) {
  const made = make("table", "figures"), head = make("thead"), line = make("tr"), body = make("tbody");
  heads.forEach(text => { const cell = make("th", "", text); cell.scope = "col"; line.append(cell); });
  head.append(line);
  rows.forEach(row => {
    const entry = make("tr");
    row.forEach((content, at) => { const cell = make(at ? "td" : "th"); if (!at) /** @type {HTMLTableCellElement} */ (cell).scope = "row"; cell.append(content); entry.append(cell); });
    body.append(entry);
  });
  made.append(head, body);
  return made;
}

function list(/** @type {(string | Node)[]} */ entries, /** @type {"ul" | "ol"} */ tag = "ul") {
  const made = make(tag);
  entries.forEach(entry => { const row = make("li"); row.append(entry); made.append(row); });
  return made;
}

/** Minutes in hours of training, to a tenth. */
export function jpWords(/** @type {number} */ minutes) { return (minutes / JP).toLocaleString(language, { maximumFractionDigits: 1 }); }

/** The plan of every session of a module: what the module and the trainer's notes say, and lines to write on where they say nothing. */
function sessions(/** @type {import("./builder.js").Desk} */ desk) {
  const { words } = desk, found = /** @type {{ module: ModuleOverview, part: PlanPart, when: string }[]} */ ([]);
  desk.plan().days.forEach((day, number) => {
    const times = timesOf(day);
    day.parts.forEach((part, at) => {
      const module = part.kind === "module" && moduleOf(desk.course, part);
      if (module) found.push({ module, part, when: `${dayName(desk, day, number)}, ${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}` });
    });
  });
  if (!found.length) return Promise.resolve([make("p", "", words["no-sessions"])]);
  return Promise.all(found.map(({ module }) => loadModule(desk.place, module.slug))).then(loaded => found.flatMap((entry, at) => session(desk, entry, loaded[at])));
}

function session(/** @type {import("./builder.js").Desk} */ desk, /** @type {{ module: ModuleOverview, part: PlanPart, when: string }} */ entry, /** @type {ClassroomModule} */ loaded) {
  const { words } = desk, { module, part, when } = entry, notes = loaded.notes;
  const trees = (/** @type {Tree[]} */ text) => grow(make("span"), text);
  const heading = make("h2", "session-name", `${words["session-plan"]}: ${desk.title(part)}`);
  const facts = [
    [words["session-course"], desk.plan().title || COURSE_NAME],
    [words["session-when"], when],
    [words["session-length"], fill(words["session-jp"], { jp: jpWords(part.minutes), minutes: part.minutes, unit: JP })],
    [words["session-trainer"], make("span", "blank")],
    [words["session-outcomes"], list(module.outcomes.map(outcome => outcome.text))],
    [words["session-media"], list(notes.materials.map(trees))],
  ];
  const steps = notes.steps.map((step, at) => [String(at + 1), trees(step), make("span", "blank"), minutesOfStep(loaded, at)]);
  const asked = notes.prompts.map(prompt => { const row = make("span"); row.append(trees(prompt.ask), make("br"), `${words["session-expect"]} `, trees(prompt.expect)); return row; });
  const needs = desk.plan().needs, more = /** @type {Node[]} */ ([]);
  if (needs.length) more.push(make("h3", "", `${words["for-all"]} (${needs.map(need => words[`need-${need}`]).join(", ")})`), list(notes.disabilities.map(trees)));
  if (!desk.plan().network) more.push(make("h3", "", words["without-network"]), grow(make("p"), notes.noNetwork));
  return [heading, facing(facts), make("h3", "", words["session-steps"]), table([words.number, words["session-step"], words["session-method"], words.minutes], steps),
    make("h3", "", words["session-assessment"]), make("p", "", words["session-assessment-say"]), list(asked), ...more];
}

/** A step's minutes; nothing where the notes say them within their words alone. */
function minutesOfStep(/** @type {ClassroomModule} */ loaded, /** @type {number} */ at) {
  const minutes = (/** @type {any} */ (loaded.notes).stepMinutes || [])[at];
  return minutes === undefined ? "" : String(minutes);
}

function facing(/** @type {(string | Node)[][]} */ rows) {
  const made = table([], rows);
  one(made).remove();
  return made;
}
function one(/** @type {HTMLTableElement} */ made) { return /** @type {HTMLElement} */ (made.tHead); }

function addressSheet(/** @type {import("./builder.js").Desk} */ desk, /** @type {string} */ address) {
  const { words } = desk, plan = desk.plan();
  return qrCode(desk.place, address, words["code-name"]).then(drawing => {
    const box = make("div", "paper-code");
    box.append(/** @type {Node} */ (/** @type {unknown} */ (drawing)));
    return [make("h2", "", plan.title || words.agenda), make("p", "", words["paper-code-say"]), box, make("p", "paper-address", address)];
  });
}

