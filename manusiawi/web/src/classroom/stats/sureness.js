// Certainty against rightness: who was sure and wrong has something to unlearn, who was unsure and right has something to keep.
import { LEAST, none, tooFew } from "./estimable.js";
import { answer, isRight } from "./reading.js";
import { known } from "./shares.js";

/**
 * The table for one question. Where the sure or the unsure are some, yet fewer than LEAST, there is no table: either part would show the other.
 * @param {Figures.Answers} answers
 * @param {Figures.Item} item
 * @returns {Figures.Sureness | Figures.NotEstimable}
 */
export function sureness(answers, item) {
  return item.keys.length ? table(answers, [item], known) : none("no-key", 0);
}

/**
 * The table for all questions with a key. Of one person it holds many answers, which hang together; its shares have no intervals therefore.
 * @param {Figures.Answers} answers
 * @returns {Figures.Sureness | Figures.NotEstimable}
 */
export function surenessOfSet(answers) {
  return table(answers, answers.items.filter(item => item.keys.length), (count, all) => ({ count, answers: all, share: count / all }));
}

/**
 * @param {Figures.Answers} answers
 * @param {Figures.Item[]} items
 * @param {(count: number, all: number) => Figures.Share | Figures.Portion} portion
 * @returns {Figures.Sureness | Figures.NotEstimable}
 */
function table(answers, items, portion) {
  const cells = [[0, 0], [0, 0]]; // unsure, sure; wrong, right
  const people = [new Set(), new Set()];
  let unsaid = 0;
  items.forEach(item => Object.keys(answers.people).forEach(code => {
    const given = answer(answers, code, item);
    if (!given) return;
    if (given.sure === undefined) { unsaid += 1; return; }
    cells[Number(given.sure)][Number(isRight(item, given.option))] += 1;
    people[Number(given.sure)].add(code);
  }));
  const n = new Set([...people[0], ...people[1]]).size;
  const small = tooFew(n);
  if (small) return small;
  if (people.some(part => part.size && part.size < LEAST)) return none("small-part", n);
  const right = (/** @type {number[]} */ [wrong, correct]) => wrong + correct ? portion(correct, wrong + correct) : null;
  return {
    estimable: true, n, sureRight: cells[1][1], sureWrong: cells[1][0], unsureRight: cells[0][1], unsureWrong: cells[0][0], unsaid,
    ofSure: right(cells[1]), ofUnsure: right(cells[0])
  };
}
