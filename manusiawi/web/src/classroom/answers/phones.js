// The door through which the answers of participants' phones come into a class.
import { answered, begun, voteOf } from "./class.js";

/**
 * The answers of one phone: by question, and statement where there is one, the option, the revision that was answered, how sure.
 * @typedef {{code: string, answers: {item: string, row?: string, form?: "" | "a" | "b", r: string, o: string, s?: 0 | 1}[]}} PhoneAnswers
 */

/**
 * A class with the answers of a phone; those to a revision that is not the one asked count nothing and are given back.
 * @param {ClassFile} file
 * @param {PhoneAnswers} phone
 * @param {(item: string, row?: string) => string} revision of a question as the course has it now, "" where it has none
 * @param {number} now
 * @param {number} [round] which time it is asked
 * @returns {{file: ClassFile, taken: number, older: string[]}}
 */
export function receive(file, phone, revision, now, round = 1) {
  const older = /** @type {string[]} */ ([]);
  let taken = 0;
  const next = phone.answers.reduce((made, { item, row, form = "", r, o, s }) => {
    if (!r || revision(item, row) !== r) { older.push(item); return made; }
    const asking = { item, ...row ? { row } : {}, form, round }, there = voteOf(made, asking);
    taken++;
    return answered(there && there.way !== "counts" ? made : begun(made, asking, r, "phones", now), asking, phone.code, o, s);
  }, file);
  return { file: next, taken, older };
}
