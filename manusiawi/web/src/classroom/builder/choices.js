// Everything of the course that can be added to a plan, and the search among it.
import { titleOf } from "../plan/parts.js";
import { START_MINUTES } from "./changes.js";

/** @typedef {{ part: PlanPart, title: string, about: string, text: string }} Choice */

/**
 * All of them in the course's order: modules, each with its lessons and cases; activities, tests, the evaluation, questions.
 * @param {ClassroomCourse} course
 * @param {any} words
 * @returns {Choice[]}
 */
export function choicesOf(course, words) {
  const found = /** @type {Choice[]} */ ([]);
  const add = (/** @type {PlanPart["kind"]} */ kind, /** @type {string} */ ref, /** @type {number} */ minutes, /** @type {string} */ about) => {
    const part = { kind, ref, minutes, title: "" }, title = titleOf(course, part, words);
    found.push({ part, title, about, text: `${title} ${about} ${ref} ${words[`kind-${kind}`] || ""}`.toLowerCase() });
  };
  course.modules.forEach(module => { add("module", module.slug, module.minutes, module.outcomes.map(outcome => outcome.text).join("; ")); });
  course.modules.forEach(module => {
    module.lessons.forEach(lesson => { add("lesson", `${module.slug}/${lesson.slug}`, lesson.minutes, module.title); });
    module.cases.forEach(entry => { add("case", `${module.slug}/${entry.slug}`, START_MINUTES.case, module.title); });
  });
  course.activities.forEach(activity => { add("activity", activity.id, activity.minutes, activity.about); });
  ["a", "b"].forEach(form => { if (course.items.some(item => item[4] === form)) add("test", form, START_MINUTES.test, ""); });
  add("evaluation", "", START_MINUTES.evaluation, "");
  course.items.forEach(([id, slug]) => { add("item", id, START_MINUTES.item, (course.modules.find(module => module.slug === slug) || { title: "" }).title); });
  return found;
}

/**
 * Those of a kind ("" all) that hold every word; without a word the modules, or all of the kind.
 * @param {Choice[]} choices
 * @param {string} text
 * @param {string} kind
 */
export function search(choices, text, kind) {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean), sought = kind || (wanted.length ? "" : "module");
  return choices.filter(choice => (!sought || choice.part.kind === sought) && wanted.every(word => choice.text.includes(word)));
}

/** Pauses, and a part of one's own: what a button adds at once. */
export const PAUSES = /** @type {PlanPart[]} */ ([
  { kind: "break", ref: "", minutes: START_MINUTES.break, title: "" },
  { kind: "meal", ref: "", minutes: START_MINUTES.meal, title: "" },
  { kind: "prayer", ref: "zuhur", minutes: START_MINUTES.prayer, title: "" },
  { kind: "prayer", ref: "asar", minutes: START_MINUTES.prayer, title: "" },
  { kind: "prayer", ref: "jumat", minutes: 3 * START_MINUTES.prayer, title: "" },
  { kind: "other", ref: "", minutes: START_MINUTES.other, title: "" },
]);
