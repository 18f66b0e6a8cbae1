// In review a question stands in for its siblings: with its answer they have been reviewed too, and keep answers and verdicts of their own.
import { names, own } from "../base/page.js";
import { put, record } from "../base/record.js";
import { isDue, seen, step } from "../base/spacing.js";

/**
 * Lets the siblings that were due wait anew. One that was never answered stays so.
 * @param {HTMLElement} question
 * @param {boolean} ok whether the answer was right
 * @param {number} now
 */
export function reviewSiblings(question, ok, now) {
  names(question.dataset.siblings).forEach(id => {
    const entry = own(record().items, id);
    if (entry && isDue(entry, now)) put("items", id, { ...entry, o: seen(entry), t: now, b: step(entry, ok, now) });
  });
}
