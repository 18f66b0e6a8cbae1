// The short code of a set, to be read out: its answers, a mark of the set's revisions, two signs of check.
import { hash, areSigns, checkOf, read, tidy, written } from "./signs.js";
import { answerOf, markOf, numberOf, sizeOf } from "./items.js";

/** The longest code that is read out, in signs: three groups of four and one of two. */
export const LONGEST = 14;
const CHECK = 2, SET = 2;

/**
 * The short code of a set; "" where the set has too many items for one.
 * @param {import("./items.js").CodedItem[]} items in any order
 * @param {(id: string) => import("./items.js").CodedAnswer | null} answer
 * @returns {string} without blanks
 */
export function writeShort(items, answer) {
  const length = lengthOf(items);
  if (!length) return "";
  const body = digitsOf(sorted(items).map(item => [sizeOf(item), numberOf(item, answer(item.id))]), length - CHECK - SET), text = setOf(items) + body;
  return text + checkOf(text);
}

/**
 * The answers that a short code holds; `fault` says why it holds none: "" nothing is wrong, "empty" nothing there, "sign" a sign that no
 * code has, "length" too many or too few, "check" mistyped, "set" another set, or an older state of this one, "wrong" no such answers.
 * @param {string} text as somebody typed it
 * @param {import("./items.js").CodedItem[]} items of the set, in any order
 * @returns {{answers: {[id: string]: import("./items.js").CodedAnswer} | null, fault: "" | "empty" | "sign" | "length" | "check" | "set" | "wrong"}}
 */
export function readShort(text, items) {
  const code = tidy(text), end = code.length - CHECK;
  if (!code) return { answers: null, fault: "empty" };
  if (!areSigns(code)) return { answers: null, fault: "sign" };
  if (end <= SET || code.length > LONGEST) return { answers: null, fault: "length" };
  if (checkOf(code.slice(0, end)) !== code.slice(end)) return { answers: null, fault: code.length === lengthOf(items) ? "check" : "length" };
  if (code.length !== lengthOf(items) || code.slice(0, SET) !== setOf(items)) return { answers: null, fault: "set" };
  const ordered = sorted(items), numbers = numbersIn(code.slice(SET, end), ordered.map(sizeOf));
  if (!numbers) return { answers: null, fault: "wrong" };
  const answers = /** @type {{[id: string]: import("./items.js").CodedAnswer}} */ ({});
  ordered.forEach((item, at) => { const found = answerOf(item, numbers[at]); if (found) answers[item.id] = found; });
  return { answers, fault: "" };
}

/**
 * A code in groups of four, as it is shown and read out.
 * @param {string} code
 * @returns {string[]}
 */
export function groups(code) { return code.match(/.{1,4}/g) || []; }

/** How many signs a set's code has; 0 where that is too many to be read out, or there is nothing to code. */
function lengthOf(/** @type {import("./items.js").CodedItem[]} */ items) {
  const bits = items.reduce((sum, item) => sum + Math.log2(sizeOf(item)), 0), length = Math.ceil(bits / 5 + 1e-9) + CHECK + SET;
  return items.length && length <= LONGEST ? length : 0;
}
function setOf(/** @type {import("./items.js").CodedItem[]} */ items) { return written(hash(sorted(items).map(markOf).join(" "), 10), SET); }
function sorted(/** @type {import("./items.js").CodedItem[]} */ items) { return items.slice().sort((one, other) => one.id < other.id ? -1 : 1); }

// Answers as one number of mixed radix; fifty bits at most (LONGEST less check and set), which a number of JavaScript holds exactly.
function digitsOf(/** @type {[number, number][]} */ pairs, /** @type {number} */ count) {
  return written(pairs.reduce((sum, [size, number]) => sum * size + number, 0), count);
}
function numbersIn(/** @type {string} */ body, /** @type {number[]} */ sizes) {
  let left = read(body);
  const numbers = sizes.slice().reverse().map(size => { const number = left % size; left = Math.floor(left / size); return number; });
  return left ? null : numbers.reverse();
}
