// An answer to an item as one number, and the item's mark by which another device knows whether it is the same item, unchanged.
import { hash, written } from "./signs.js";

/**
 * An item that codes can hold. `parts` are the ids of its options, of a true/false set those of its statements, in any order.
 * @typedef {{id: string, r: string, isTrueFalse: boolean, parts: string[]}} CodedItem
 */
/**
 * An answer as the learner's record has it: ":option", or of a true/false set "statement:true" for each; and whether they were sure.
 * @typedef {{a: string[], s?: 0 | 1}} CodedAnswer
 */

const MOST_STATEMENTS = 8;

/** How many signs a mark has. */
export const MARK = 5;

/**
 * Five signs that change with the item, its revision in the language it was answered in, and the names of its options.
 * @param {CodedItem} item
 */
export function markOf(item) { return written(hash(`${item.id} ${item.r} ${inOrder(item).join(" ")}`, 25), MARK); }

/**
 * How many numbers an item's answers take, "none" included.
 * @param {CodedItem} item
 */
export function sizeOf(item) { return 1 + 3 * (item.isTrueFalse ? 1 << item.parts.length : item.parts.length); }

/**
 * Whether codes can hold an item.
 * @param {CodedItem} item
 */
export function isCoded(item) { return item.parts.length > 1 && item.parts.length <= MOST_STATEMENTS || item.isTrueFalse && item.parts.length === 1; }

/**
 * An answer as a number: 0 for none, or for one that does not fit the item.
 * @param {CodedItem} item
 * @param {CodedAnswer | null} answer
 */
export function numberOf(item, answer) {
  const choice = answer ? choiceOf(inOrder(item), item.isTrueFalse, answer.a) : -1;
  return choice < 0 || !answer ? 0 : 1 + 3 * choice + (answer.s === undefined ? 0 : answer.s + 1);
}

/** Which option; of statements those that were called true, as bits; -1 where the answer is not whole. */
function choiceOf(/** @type {string[]} */ parts, /** @type {boolean} */ isTrueFalse, /** @type {string[]} */ a) {
  if (!isTrueFalse) return a.length === 1 ? parts.findIndex(part => a[0] === `:${part}`) : -1;
  const isWhole = a.length === parts.length && parts.every(part => a.includes(`${part}:true`) !== a.includes(`${part}:false`));
  return isWhole ? parts.reduce((bits, part, at) => bits | (a.includes(`${part}:true`) ? 1 << at : 0), 0) : -1;
}

/**
 * The answer that a number stands for; null for none, or where the item has no such answer.
 * @param {CodedItem} item
 * @param {number} number
 * @returns {CodedAnswer | null}
 */
export function answerOf(item, number) {
  if (number < 1 || number >= sizeOf(item)) return null;
  const parts = inOrder(item), choice = Math.floor((number - 1) / 3), sure = (number - 1) % 3;
  const a = item.isTrueFalse ? parts.map((part, at) => `${part}:${!!(choice >> at & 1)}`) : [`:${parts[choice]}`];
  return sure ? { a, s: sure === 2 ? 1 : 0 } : { a };
}

/** Not the author's order, which may change while the revision stays. */
function inOrder(/** @type {CodedItem} */ item) { return item.parts.slice().sort(); }
