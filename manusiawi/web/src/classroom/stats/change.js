// The same people before and after: a lesson between two sittings, or a talk between two votes.
import { coin, tQuantile } from "./distributions.js";
import { none, tooFew } from "./estimable.js";
import { isConstant, mean, total, variance } from "./moments.js";
import { answer, isRight, own, sheet } from "./reading.js";
import { known } from "./shares.js";

/**
 * What became of the answers to a question, of those who answered it both times; with McNemar's test.
 * @param {Figures.Answers} before
 * @param {Figures.Answers} after
 * @param {Figures.Item} item
 * @param {Figures.Item} [later] the question that stood for it the second time; itself unless told
 * @returns {Figures.Change | Figures.NotEstimable}
 */
export function change(before, after, item, later = item) {
  const { pairs, unpaired } = paired(before, after, item, later), n = pairs.length;
  if (!item.keys.length || !later.keys.length) return none("no-key", n);
  const small = tooFew(n);
  if (small) return small;
  const right = pairs.map(([from, to]) => [isRight(item, from), isRight(later, to)]);
  const count = (/** @type {boolean} */ first, /** @type {boolean} */ second) => right.filter(([one, two]) => one === first && two === second).length;
  const [rightRight, rightWrong, wrongRight, wrongWrong] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  return {
    estimable: true, n, unpaired, rightRight, rightWrong, wrongRight, wrongWrong, moves: moved(pairs),
    before: known(rightRight + rightWrong, n), after: known(rightRight + wrongRight, n), test: mcnemar(rightWrong, wrongRight, n)
  };
}

/**
 * How opinions moved, of those who gave one both times.
 * @param {Figures.Answers} before
 * @param {Figures.Answers} after
 * @param {Figures.Item} item
 * @returns {Figures.Moves | Figures.NotEstimable}
 */
export function moves(before, after, item) {
  const { pairs, unpaired } = paired(before, after, item, item), n = pairs.length;
  return tooFew(n) || { estimable: true, n, unpaired, moves: moved(pairs) };
}

/**
 * McNemar's test (1947), always exact and two-sided: as likely as a fair coin's falling so unevenly, or more so.
 * @param {number} rightWrong
 * @param {number} wrongRight
 * @param {number} n the people with both answers
 * @returns {Figures.McNemar | Figures.NotEstimable}
 */
export function mcnemar(rightWrong, wrongRight, n) {
  const changed = rightWrong + wrongRight, fewer = Math.min(rightWrong, wrongRight);
  const small = tooFew(n);
  if (small) return small;
  if (!changed) return none("nobody-changed", n);
  return { estimable: true, n, value: 2 * fewer === changed ? 1 : Math.min(1, 2 * coin(fewer, changed)) };
}

/**
 * By how much the same people's share right changed, of those with whole sheets both times: mean and t-interval (Student 1908).
 * @param {Figures.Answers} before
 * @param {Figures.Answers} after its questions may be others
 * @returns {Figures.MeanDifference | Figures.NotEstimable}
 */
export function meanDifference(before, after) {
  const [first, second] = [before, after].map(shareByCode);
  const codes = Object.keys(first).filter(code => own(second, code) !== null), n = codes.length;
  const small = tooFew(n);
  if (small) return small;
  // by whole numbers, so that equal differences are equal
  const differences = codes.map(code => second[code].right * first[code].of - first[code].right * second[code].of);
  if (isConstant(differences)) return none("same-difference", n);
  const scale = first[codes[0]].of * second[codes[0]].of, value = mean(differences) / scale;
  const half = tQuantile(0.975, n - 1) * Math.sqrt(variance(differences) / n) / scale;
  return {
    estimable: true, n, value, low: value - half, high: value + half,
    before: mean(codes.map(code => first[code].right / first[code].of)), after: mean(codes.map(code => second[code].right / second[code].of)),
    unpaired: Object.keys(first).length + Object.keys(second).length - 2 * n
  };
}

/**
 * The number right of those who answered all, by code.
 * @param {Figures.Answers} answers
 */
function shareByCode(answers) {
  const { codes, rows, items } = sheet(answers);
  return Object.fromEntries(codes.map((code, at) => [code, { right: total(rows[at]), of: items.length }]));
}

/**
 * The options that people took first and then, and how many took one time alone.
 * @param {Figures.Answers} before
 * @param {Figures.Answers} after
 * @param {Figures.Item} item
 * @param {Figures.Item} later
 */
function paired(before, after, item, later) {
  const [first, second] = [optionsByCode(before, item), optionsByCode(after, later)];
  /** @type {[string, string][]} */
  const pairs = [];
  first.forEach((option, code) => {
    const then = second.get(code);
    if (then !== undefined) pairs.push([option, then]);
  });
  return { pairs, unpaired: first.size + second.size - 2 * pairs.length };
}

/**
 * @param {Figures.Answers} answers
 * @param {Figures.Item} item
 * @returns {Map<string, string>}
 */
function optionsByCode(answers, item) {
  const found = new Map();
  Object.keys(answers.people).forEach(code => {
    const given = answer(answers, code, item);
    if (given) found.set(code, given.option);
  });
  return found;
}

/** @param {[string, string][]} pairs */
function moved(pairs) {
  const found = new Map();
  pairs.forEach(([from, to]) => {
    const key = JSON.stringify([from, to]), one = found.get(key) || { from, to, count: 0 };
    one.count += 1;
    found.set(key, one);
  });
  return [...found.values()];
}
