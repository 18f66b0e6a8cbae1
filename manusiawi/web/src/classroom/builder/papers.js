// What is printed of a plan: the agenda, the workbook, the plan of each session in the form of training centres, a sheet with the address and its code.
import { fill, language, make } from "../../base/page.js";
import { loadModule } from "../course.js";
import { clockWords, moduleOf, timesOf } from "../plan/parts.js";
import { qrCode } from "../qrcode.js";
import { grow } from "../tree.js";
import { workbook } from "./workbook.js";

const JP = 45; // minutes of one "jam pelajaran", the hour by which training centres count

/**
 * The paper: its place in the page, seen in print alone, and the ways to fill it; unasked it holds the agenda.
 * @param {import("./builder.js").Desk} desk
 * @param {() => string} address the whole address of the participants' page
 */
export function papers(desk, address) {
  const { words } = desk, part = make("div", "plan-paper");
  /** @type {{ [name: string]: () => Promise<(Node | string)[]> }} */
  const made = { agenda: () => Promise.resolve(agenda(desk)), sessions: () => sessions(desk), workbook: () => workbook(desk), address: () => addressSheet(desk, address()) };
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

/** @typedef {{ part: PlanPart, module: ModuleOverview, when: string }} Session */

/** The plan of every session, of a module or an activity: what the course says, and lines to write on where it says nothing. */
function sessions(/** @type {import("./builder.js").Desk} */ desk) {
  const found = /** @type {Session[]} */ ([]);
  desk.plan().days.forEach((day, number) => {
    const times = timesOf(day);
    day.parts.forEach((part, at) => {
      const module = moduleOf(desk.course, part);
      if (module && (part.kind === "activity" || part.kind === "module" && module.notes)) {
        found.push({ part, module, when: `${dayName(desk, day, number)}, ${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}` });
      }
    });
  });
  if (!found.length) return Promise.resolve([make("p", "", desk.words["no-sessions"])]);
  return Promise.all(found.map(({ module }) => loadModule(desk.place, module.slug)))
    .then(loaded => found.flatMap((entry, at) => session(desk, entry, entry.part.kind === "module" ? moduleSession(entry.module, loaded[at]) : activitySession(loaded[at], entry.part.ref))));
}

/**
 * What is written of a session, wherever it comes from.
 * @typedef {{ outcomes: string[], materials: Tree[][], steps: [number, Tree[]][], asked: { ask: Tree[], hope: Tree[] }[], forAll: Tree[][], offline: Tree[] }} Content
 */

/** @returns {Content} */
function moduleSession(/** @type {ModuleOverview} */ module, /** @type {ClassroomModule} */ { notes }) {
  return {
    outcomes: module.outcomes.map(outcome => outcome.text), materials: notes.materials,
    steps: notes.steps.map((step, at) => [notes.stepMinutes[at], step.slice(1)]), // its minutes stand in front of each
    asked: notes.prompts.map(prompt => ({ ask: prompt.ask, hope: prompt.expect })), forAll: notes.disabilities, offline: notes.noNetwork,
  };
}

/** @returns {Content} */
function activitySession(/** @type {ClassroomModule} */ loaded, /** @type {string} */ id) {
  const { materials, steps, debrief, ways } = loaded.activities[id];
  return { outcomes: [], materials, steps, asked: debrief.map(entry => ({ ask: entry.ask, hope: [] })), forAll: [ways.stand, ways.see, ways.hear], offline: [] };
}

function session(/** @type {import("./builder.js").Desk} */ desk, /** @type {Session} */ { part, when }, /** @type {Content} */ content) {
  const { words } = desk, plan = desk.plan();
  const trees = (/** @type {Tree[]} */ text) => grow(make("span"), text);
  const facts = /** @type {(string | Node)[][]} */ ([
    [words["session-course"], plan.title || COURSE_NAME],
    [words["session-when"], when],
    [words["session-length"], fill(words["session-jp"], { jp: jpWords(part.minutes), minutes: part.minutes, unit: JP })],
    [words["session-trainer"], make("span", "blank")],
    ...content.outcomes.length ? [[words["session-outcomes"], list(content.outcomes)]] : [],
    [words["session-media"], list(content.materials.map(trees))],
  ]);
  const steps = content.steps.map(([minutes, step], at) => [String(at + 1), trees(step), make("span", "blank"), String(minutes)]);
  const sum = content.steps.reduce((minutes, step) => minutes + step[0], 0);
  const asked = content.asked.map(({ ask, hope }) => {
    const row = trees(ask);
    if (hope.length) row.append(make("br"), `${words["session-expect"]} `, trees(hope));
    return row;
  });
  const more = /** @type {Node[]} */ ([]);
  if (plan.needs.length) more.push(make("h3", "", `${words["for-all"]} (${plan.needs.map(need => words[`need-${need}`]).join(", ")})`), list(content.forAll.map(trees)));
  if (!plan.network && content.offline.length) more.push(make("h3", "", words["without-network"]), grow(make("p"), content.offline));
  return [make("h2", "session-name", `${words["session-plan"]}: ${desk.title(part)}`), facing(facts),
    make("h3", "", words["session-steps"]), table([words.number, words["session-step"], words["session-method"], words.minutes], steps),
    ...sum === part.minutes ? [] : [make("p", "", fill(words["session-sum"], { sum, minutes: part.minutes }))],
    make("h3", "", words["session-assessment"]), make("p", "", words["session-assessment-say"]), list(asked), ...more];
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

