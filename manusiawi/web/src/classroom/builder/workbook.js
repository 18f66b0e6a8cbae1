// A participant's workbook of a plan: what each part is for, its questions without their key, and room to write.
import { fill, make } from "../../base/page.js";
import { loadModule } from "../course.js";
import { moduleOf } from "../plan/parts.js";
import { grow } from "../tree.js";

const BOX = "☐", LINES = 4; // room for two sentences written by hand

/**
 * The pages of the workbook; breaks and meals are left out.
 * @param {import("./builder.js").Desk} desk
 * @returns {Promise<Node[]>}
 */
export function workbook(desk) {
  const { words } = desk, plan = desk.plan();
  const parts = plan.days.flatMap(day => day.parts).filter(part => moduleOf(desk.course, part));
  const loads = parts.map(part => loadModule(desk.place, /** @type {ModuleOverview} */ (moduleOf(desk.course, part)).slug));
  return Promise.all(loads).then(loaded => [
    make("h2", "", fill(words["workbook-of"], { title: plan.title || COURSE_NAME })), named(words["workbook-name"]),
    ...parts.flatMap((part, at) => [make("h2", "session-name", desk.title(part)), ...written(desk, part, loaded[at])]),
    make("h2", "session-name", words["workbook-monday"]), make("p", "", words["workbook-monday-say"]), ...lines(2 * LINES),
  ]);
}

/** @returns {Node[]} */
function written(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanPart} */ part, /** @type {ClassroomModule} */ loaded) {
  const { words } = desk, module = /** @type {ModuleOverview} */ (moduleOf(desk.course, part)), slug = part.ref.split("/")[1];
  if (part.kind === "activity") {
    return [make("p", "", (desk.course.activities.find(entry => entry.id === part.ref) || { about: "" }).about),
      ...loaded.activities[part.ref].debrief.flatMap(entry => [grow(make("p"), entry.ask), ...lines(LINES)])];
  }
  if (part.kind === "item") return question(desk, loaded.items[part.ref]);
  const pages = [...module.lessons, ...module.cases].filter(page => part.kind === "module" || page.slug === slug);
  const outcomes = part.kind === "module" ? [make("p", "", words["session-outcomes"]), listed(module.outcomes.map(outcome => outcome.text))] : [];
  return [...outcomes, ...pages.flatMap(page => [
    make("h3", "", page.title), make("p", "", `${page.about} (${module.slug}/${page.slug}.html)`),
    ...loaded.lessons[page.slug].filter(entry => typeof entry === "string" && entry in loaded.items)
      .flatMap(id => question(desk, loaded.items[/** @type {string} */ (id)])),
    make("p", "", words["workbook-notes"]), ...lines(LINES),
  ])];
}

/** A question with boxes to tick, or lines where words are asked for; of a case its opening alone, since what follows depends on the choice. */
function question(/** @type {import("./builder.js").Desk} */ desk, /** @type {RoomItem} */ item) {
  const { words } = desk, made = make("section", "paper-question"), opening = item.nodes && item.nodes[0];
  if (item.scene) made.append(grow(make("div"), item.scene));
  if (opening) made.append(grow(make("div"), opening.text));
  made.append(grow(make("p", "paper-stem"), item.stem));
  const choices = item.options ? item.options.map(option => option.text) : opening ? opening.ways.map(([text]) => text) : item.steps ? mixed(item.steps.map(([text]) => text)) : [];
  const both = item.type === "true-false" ? `${BOX} ${words["workbook-true"]}  ${BOX} ${words["workbook-false"]}  ` : item.steps ? "____  " : `${BOX} `;
  const rows = make("ul", "paper-choices");
  choices.forEach(text => { const row = make("li", "", both); grow(row, text); rows.append(row); });
  if (choices.length) made.append(rows);
  if (item.pairs) {
    made.append(listed(item.pairs.map(([left]) => { const row = grow(make("span"), left); row.append(" ______"); return row; })),
      make("p", "", words["workbook-choices"]), listed(mixed(item.pairs.map(pair => pair[1])).map(text => grow(make("span"), text))));
  }
  if (!choices.length && !item.pairs) made.append(...lines(LINES));
  return [made];
}

/** Entries in an order that gives nothing away: by their words. */
function mixed(/** @type {Tree[][]} */ entries) { return entries.slice().sort((one, other) => JSON.stringify(one) < JSON.stringify(other) ? -1 : 1); }

function listed(/** @type {(string | Node)[]} */ entries) {
  const made = make("ul");
  entries.forEach(entry => { const row = make("li"); row.append(entry); made.append(row); });
  return made;
}
function lines(/** @type {number} */ count) { return Array.from({ length: count }, () => make("div", "paper-line")); }
function named(/** @type {string} */ label) {
  const made = make("p", "", `${label} `);
  made.append(make("span", "blank"));
  return made;
}
