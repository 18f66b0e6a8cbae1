// What was answered before, and whether it still fits the question: one entry an item, with the revision that was answered.
import { own, names, one, write } from "../base/page.js";
import { record } from "../base/record.js";

/** The phrases of the questions. */
export const words = WORDS_QUIZ;

/**
 * The entry that was saved before; whether it still fits is another question.
 * @param {HTMLElement} question
 * @returns {Entry | null}
 */
export function saved(question) { return own(record().items, question.id); }

/**
 * Whether an entry answers this question, in either language, as it is now.
 * @param {HTMLElement} question
 * @param {Entry | null} entry
 * @returns {boolean}
 */
export function fits(question, entry) { return !!entry && names(question.dataset.rev).includes(entry.r); }

/**
 * Says that the question is another one than was answered.
 * @param {HTMLElement} question
 */
export function sayChanged(question) {
  const place = one(".mq-say", question);
  write(place, words.changed);
  place.className = "mq-say mq-no";
}
