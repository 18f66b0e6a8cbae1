// Judges an answer: how many parts are right, which entries of the key were chosen, which mistaken beliefs they carry.
import { all } from "../base/page.js";

/**
 * A verdict: parts that are `right` of a `total`, `wrong` choices, the entries of the key that are `mine`, the chosen value of each row.
 * @typedef {{right: number, total: number, wrong: number, mine: HTMLElement[], values: Object<string, string>, done: boolean}} Verdict
 */

/**
 * @param {HTMLElement} question
 * @param {string[]} answer each choice as "row:value"
 * @returns {Verdict}
 */
export function judge(question, answer) {
  const type = question.dataset.mq, entries = all(".mq-key li", question), values = /** @type {Object<string, string>} */ ({});
  let mine = [], right = 0, total = 0, wrong = 0;
  answer.forEach(part => { const at = part.indexOf(":"); values[part.slice(0, at)] = part.slice(at + 1); });
  if (type === "short-text") {
    mine = self.courseReader(entries, values[""]) || [];
    total = 1;
    right = mine.some(entry => "key" in entry.dataset) ? 1 : 0;
  } else if (/-choice|inspection/.test(type)) {
    entries.forEach(entry => {
      const isKey = "key" in entry.dataset, isMine = answer.includes(`:${entry.dataset.o}`);
      if (isKey) total++;
      if (isMine) { mine.push(entry); if (isKey) right++; else wrong++; }
    });
  } else {
    entries.forEach(entry => {
      if (!entry.dataset.o) return;
      total++;
      if (values[entry.dataset.o] === entry.dataset.key) right++;
    });
  }
  return { right, total, wrong, mine, values, done: right === total && !wrong };
}

/**
 * Whether a choice that belongs to no row was given to one.
 * @param {HTMLElement} entry
 * @param {Verdict} result
 */
export function isSpare(entry, result) {
  return "d" in entry.dataset && Object.keys(result.values).some(row => result.values[row] === entry.dataset.d);
}

/**
 * The mistaken beliefs that the chosen answers carry.
 * @param {HTMLElement} question
 * @param {Verdict} result
 * @returns {string[]}
 */
export function beliefs(question, result) {
  return all(".mq-key li", question).filter(entry => {
    const { o, key } = entry.dataset;
    if (question.dataset.mq === "inspection") return result.mine.includes(entry) !== "key" in entry.dataset;
    return result.mine.includes(entry) || isSpare(entry, result) || o in result.values && result.values[o] !== key;
  }).map(entry => {
    const belief = entry.querySelector("[data-m]");
    return belief && belief.dataset.m;
  }).filter(Boolean);
}
