// The sets of questions that a trainer can choose: a module's self-check, a lesson's, a test, a plan's, one that was searched for.
import { isVoted } from "./asked.js";

/**
 * A set: the questions, each with its module, in the order in which they are asked.
 * @typedef {{id: string, form: "" | "a" | "b", items: [string, string][]}} QuestionSet
 */

/**
 * The sets of a module: of each lesson and case that asks something, and its self-check, which asks what neither they nor the tests do.
 * @param {ClassroomCourse} course
 * @param {ModuleOverview} overview
 * @param {ClassroomModule} module
 * @returns {{lessons: {title: string, set: QuestionSet}[], check: QuestionSet}}
 */
export function setsOfModule(course, overview, module) {
  const lessons = [...overview.lessons, ...overview.cases].map(({ slug, title }) => ({
    title, set: setOf(`${overview.slug}/${slug}`, overview.slug, (module.lessons[slug] || []).filter(part => typeof part === "string"), module)
  }));
  const elsewhere = new Set(Object.keys(module.lessons).flatMap(slug => module.lessons[slug]).concat(course.items.filter(entry => entry[4]).map(entry => entry[0])));
  const check = Object.keys(module.items).filter(id => !elsewhere.has(id));
  return { lessons: lessons.filter(({ set }) => set.items.length), check: setOf(overview.slug, overview.slug, check, module) };
}

/**
 * @param {string} id
 * @param {string} slug
 * @param {any[]} names of questions
 * @param {ClassroomModule} module
 * @returns {QuestionSet}
 */
function setOf(id, slug, names, module) {
  return { id, form: "", items: names.filter(name => module.items[name] && isVoted(module.items[name].type)).map(name => [slug, name]) };
}

/**
 * A form of the test.
 * @param {ClassroomCourse} course
 * @param {"a" | "b"} form
 * @returns {QuestionSet}
 */
export function testSet(course, form) {
  return { id: `test-${form}`, form, items: course.items.filter(([, , type, , forms]) => forms.includes(form) && isVoted(type)).map(([name, module]) => [module, name]) };
}

/**
 * One question by itself; null where the course has it not, or no room can vote on it.
 * @param {ClassroomCourse} course
 * @param {string} name
 * @returns {QuestionSet | null}
 */
export function singleSet(course, name) {
  const found = course.items.find(entry => entry[0] === name);
  return found && isVoted(found[2]) ? { id: name, form: "", items: [[found[1], name]] } : null;
}

/**
 * The questions that a room can vote on whose text or name holds every word of a search.
 * @param {ClassroomCourse} course
 * @param {string} query
 */
export function found(course, query) {
  const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (!wanted.length) return [];
  return course.items.filter(([name, , type, stem]) => isVoted(type) && wanted.every(word => `${name} ${stem}`.toLowerCase().includes(word)));
}
