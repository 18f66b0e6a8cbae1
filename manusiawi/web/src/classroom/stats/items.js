// How each question of a set worked: its facility, its discrimination, the wrong options that nobody took.
import { none, tooFew } from "./estimable.js";
import { correlation, isConstant, total } from "./moments.js";
import { isRight, sheet } from "./reading.js";
import { facility, tally } from "./shares.js";

const Z = 1.959963984540054; // 97.5 per cent of the normal curve lies under it

/**
 * The correlation of a question with the number right on the others, of those who answered all (corrected point-biserial; Henrysson 1963),
 * with the interval of Fisher's z (1921).
 * @param {Figures.Sheet} whole
 * @param {Figures.Item} item
 * @returns {Figures.Estimate | Figures.NotEstimable}
 */
export function discrimination(whole, item) {
  const n = whole.rows.length, at = whole.items.findIndex(one => one.id === item.id);
  if (!item.keys.length) return none("no-key", n);
  if (at < 0) return none("small-group", 0);
  const small = tooFew(n);
  if (small) return small;
  if (whole.items.length < 2) return none("one-item", n);
  const own = whole.rows.map(row => row[at]), rest = whole.rows.map(row => total(row) - row[at]);
  if (isConstant(own)) return none(own[0] ? "everybody-right" : "nobody-right", n);
  if (isConstant(rest)) return none("same-rest", n);
  const value = correlation(own, rest), half = Z / Math.sqrt(n - 3);
  const [low, high] = [-half, half].map(step => Math.tanh(Math.atanh(value) + step));
  return { estimable: true, n, value, low, high };
}

/**
 * The wrong options that nobody took.
 * @param {Figures.Item} item
 * @param {Figures.Tally} counted
 * @returns {Figures.Idle | Figures.NotEstimable}
 */
export function idle(item, counted) {
  if (!item.keys.length) return none("no-key", counted.n);
  return tooFew(counted.n) || {
    estimable: true, n: counted.n, options: item.options.filter(option => !isRight(item, option) && !counted.counts[option])
  };
}

/**
 * All of these for each question with a key, in order.
 * @param {Figures.Answers} answers
 * @returns {Figures.ItemFigures[]}
 */
export function itemFigures(answers) {
  const whole = sheet(answers);
  return answers.items.filter(item => item.keys.length).map(item => {
    const counted = tally(answers, item);
    return { id: item.id, facility: facility(item, counted), discrimination: discrimination(whole, item), idle: idle(item, counted) };
  });
}
