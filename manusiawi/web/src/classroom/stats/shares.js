// How many took each option: counts, shares and their intervals by Wilson (1927).
import { wilson } from "../../base/shares.js";
import { none, tooFew } from "./estimable.js";
import { answer, isRight, own } from "./reading.js";

/**
 * A count among n people as a share with its interval.
 * @param {number} count
 * @param {number} n
 * @returns {Figures.Share | Figures.NotEstimable}
 */
export function share(count, n) {
  return tooFew(n) || known(count, n);
}

/**
 * The same where the group is known to be large enough.
 * @param {number} count
 * @param {number} n
 * @returns {Figures.Share}
 */
export function known(count, n) {
  const [low, high] = wilson(count, n);
  return { estimable: true, count, n, share: count / n, low, high };
}

/**
 * The answers of people to a question, counted.
 * @param {Figures.Answers} answers
 * @param {Figures.Item} item
 * @returns {Figures.Tally}
 */
export function tally(answers, item) {
  const counts = Object.fromEntries(item.options.map(option => [option, 0]));
  let missing = 0, strange = 0;
  Object.keys(answers.people).forEach(code => {
    const given = answer(answers, code, item);
    if (given) counts[given.option] += 1;
    else if (own(answers.people[code], item.id)) strange += 1;
    else missing += 1;
  });
  return { n: sum(Object.values(counts)), missing, strange, counts };
}

/**
 * Hands that were counted, as the same tally.
 * @param {Figures.Counts} counts
 * @param {Figures.Item} item
 * @returns {Figures.Tally}
 */
export function tallyOfHands(counts, item) {
  const given = own(counts, item.id) || {};
  const kept = Object.fromEntries(item.options.map(option => [option, own(given, option) || 0]));
  const n = sum(Object.values(kept));
  return { n, missing: 0, strange: sum(Object.values(given)) - n, counts: kept };
}

/**
 * The share of each option among those who answered.
 * @param {Figures.Item} item
 * @param {Figures.Tally} counted
 * @returns {Figures.OptionShares | Figures.NotEstimable}
 */
export function optionShares(item, counted) {
  const { n, missing, strange, counts } = counted;
  return tooFew(n) || {
    estimable: true, n, missing, strange,
    options: item.options.map(option => ({ option, right: isRight(item, option), ...known(counts[option], n) }))
  };
}

/**
 * The share right among those who answered: the facility of a question.
 * @param {Figures.Item} item
 * @param {Figures.Tally} counted
 * @returns {Figures.Share | Figures.NotEstimable}
 */
export function facility(item, counted) {
  if (!item.keys.length) return none("no-key", counted.n);
  return share(sum(item.options.filter(option => isRight(item, option)).map(option => counted.counts[option])), counted.n);
}

/** @param {number[]} numbers */
function sum(numbers) { return numbers.reduce((all, one) => all + one, 0); }
