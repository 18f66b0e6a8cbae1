// What the learner has done, counted from the record, and what is due for review, in words.
import { all, fill, make, names, own } from "./page.js";
import { root } from "./here.js";
import { isDue } from "./spacing.js";

/** The phrases about what was done. */
export const words = WORDS_DONE;

/** @typedef {{pages: number, read: number, items: number, answered: number, judged: number, right: number}} Counts */

/**
 * What a module's row counts: pages read, questions answered, questions right.
 * @param {HTMLElement} row
 * @param {LearnerRecord} record
 * @returns {Counts}
 */
export function counts(row, record) {
  const pages = names(row.dataset.pages), items = names(row.dataset.items), revisions = names(row.dataset.revs);
  const entries = items.map((id, at) => {
    const entry = own(record.items, id);
    return entry && (entry.ok !== undefined || entry.c === 1) && revisions[at].split("/").includes(entry.r.slice(3)) ? entry : null; // a question that changed is to be answered anew
  }).filter(Boolean);
  return {
    pages: pages.length, read: pages.filter(path => own(record.pages, path)).length,
    items: items.length, answered: entries.length,
    judged: entries.filter(entry => entry.ok !== undefined).length, // a branching case has roads, none of them right
    right: entries.filter(entry => entry.ok === 1).length
  };
}

/** @param {Counts} sum */
export function isDone(sum) { return sum.read === sum.pages && sum.answered === sum.items; }

/**
 * The state of a module in words; "" where nothing was done.
 * @param {Counts} sum
 */
export function countWords(sum) { return sum.read || sum.answered ? fill(words[isDone(sum) ? "module-done" : "module-state"], sum) : ""; }

/** What stands beside a page that was read. */
export function readWord() { return words.read; }

/**
 * How many questions are due on a day, of those that the page's rows name: others are another copy's of the course, or a newer one's.
 * Of siblings one is asked.
 * @param {LearnerRecord} record
 * @param {number} now
 */
export function dueCount(record, now) {
  const families = new Map();
  all("[data-more]").forEach(({ dataset }) => {
    names(dataset.items).concat(names(dataset.more)).forEach(id => families.set(id, id));
    names(dataset.families).forEach(family => family.split("/").forEach(id => families.set(id, family)));
  });
  return new Set(Object.keys(record.items).filter(id => families.has(id) && isDue(record.items[id], now)).map(id => families.get(id))).size;
}

/** @param {number} count */
export function dueText(count) { return fill(words.due, { count }); }

/**
 * A link to the review page that says how many questions are due; null where none is.
 * @param {number} count
 */
export function dueLink(count) {
  if (!count) return null;
  const link = make("a", "", dueText(count));
  link.href = `${root}ulangan.html`;
  return link;
}
