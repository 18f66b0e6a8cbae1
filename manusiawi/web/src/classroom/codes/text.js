// The text of a QR code with the answers of one phone, and what is read from one; nothing in it is trusted.
//
// K1:SET:LANGUAGE:WHO:ITEMS:CHECK — all in signs of the alphanumeric mode. WHO is a card's number, or a hyphen and five signs that a phone
// drew by chance; each answered item takes seven signs, its mark and its answer.
import { areSigns, hash, read, written } from "./signs.js";
import { answerOf, MARK, markOf, numberOf } from "./items.js";

const HEAD = "K", VERSION = "1", ANSWER = 2, CHECK = 5, MOST = 60;

/** How many people a class numbers. */
export const MOST_PEOPLE = 60;

/**
 * What a QR code holds.
 * @typedef {{set: string, language: string, who: string, marks: [string, number][]}} Sheet
 */

/**
 * @param {string} set "loket", "loket/antre" or "test-a"
 * @param {string} language "id" or "en"
 * @param {string} who "7", or "-4K2X9" of a phone without a number
 * @param {import("./items.js").CodedItem[]} items
 * @param {(id: string) => import("./items.js").CodedAnswer | null} answer
 * @returns {string}
 */
export function writeText(set, language, who, items, answer) {
  const numbers = items.map(item => /** @type {const} */ ([markOf(item), numberOf(item, answer(item.id))])).filter(([, number]) => number);
  const body = [HEAD + VERSION, set, language, who, numbers.map(([mark, number]) => mark + written(number, ANSWER)).join("")].join(":").toUpperCase();
  return `${body}:${checkOf(body)}`;
}

/**
 * The sheet that a text holds; `fault` says why it holds none: "" nothing is wrong, "foreign" another QR code, "version" of a newer course,
 * "cut" the end is missing or a sign changed, "wrong" no sheet of answers.
 * @param {string} text
 * @returns {{sheet: Sheet | null, fault: "" | "foreign" | "version" | "cut" | "wrong"}}
 */
export function readText(text) {
  const fields = text.split(":"), [head, set, language, who, items, check] = fields;
  if (!/^K\d{1,3}$/.test(head) || fields.length < 2) return { sheet: null, fault: "foreign" };
  if (head !== HEAD + VERSION) return { sheet: null, fault: "version" };
  if (fields.length !== 6 || check !== checkOf(fields.slice(0, 5).join(":"))) return { sheet: null, fault: "cut" };
  const size = MARK + ANSWER, isWho = /^[1-9]\d?$/.test(who) ? Number(who) <= MOST_PEOPLE : who.length === 6 && who[0] === "-" && areSigns(who.slice(1));
  if (!/^[A-Z0-9-]{1,60}(\/[A-Z0-9-]{1,60})?$/.test(set) || !/^(ID|EN)$/.test(language) || !isWho || items.length % size || items.length > MOST * size || items && !areSigns(items))
    return { sheet: null, fault: "wrong" };
  const marks = (items.match(new RegExp(`.{${size}}`, "g")) || []).map(part => /** @type {[string, number]} */ ([part.slice(0, MARK), read(part.slice(MARK))]));
  if (new Set(marks.map(([mark]) => mark)).size < marks.length) return { sheet: null, fault: "wrong" };
  return { sheet: { set: set.toLowerCase(), language: language.toLowerCase(), who, marks }, fault: "" };
}

/**
 * The answers of a sheet to items as the course has them now; those to others, or to older revisions, are only counted.
 * @param {Sheet} sheet
 * @param {import("./items.js").CodedItem[]} items with their revisions in the language of the sheet
 * @returns {{answers: {[id: string]: import("./items.js").CodedAnswer}, older: number}}
 */
export function answersIn(sheet, items) {
  const answers = /** @type {{[id: string]: import("./items.js").CodedAnswer}} */ ({});
  let older = 0;
  sheet.marks.forEach(([mark, number]) => {
    const item = items.find(one => markOf(one) === mark), found = item && answerOf(item, number);
    if (item && found) answers[item.id] = found; else older++;
  });
  return { answers, older };
}

function checkOf(/** @type {string} */ body) { return written(hash(body, 25), CHECK); }
