// The file of a class: votes begun, answered, corrected, counted, merged. Nothing here changes what it was given.

/**
 * Which vote is meant: a question, its statement where it is a true/false set, the test or none, and which time it is asked.
 * @typedef {{item: string, row?: string, form: "" | "a" | "b", round: number}} Asking
 */

/** How many numbered cards there are. */
export const MOST_CARDS = 60;

/**
 * A class that nothing was asked yet.
 * @param {string} name
 * @param {string} course its key
 * @param {"id" | "en"} language
 * @param {number} now milliseconds since 1970; tells the class from others, too
 * @returns {ClassFile}
 */
export function newClass(name, course, language, now) { return { format: "class", v: 1, course, language, name, t: now, people: {}, votes: [] }; }

/**
 * @param {Asking} one
 * @param {Asking} other
 */
export function sameVote(one, other) { return sameQuestion(one, other) && one.round === other.round; }

/**
 * Whether two askings put the same question in the same test, whichever time.
 * @param {Asking} one
 * @param {Asking} other
 */
export function sameQuestion(one, other) { return one.item === other.item && (one.row || "") === (other.row || "") && one.form === other.form; }

/**
 * @param {ClassFile} file
 * @param {Asking} asking
 * @returns {Vote | undefined}
 */
export function voteOf(file, asking) { return file.votes.find(vote => sameVote(vote, asking)); }

/**
 * The votes on a question, the first one first.
 * @param {ClassFile} file
 * @param {Asking} asking
 */
export function roundsOf(file, asking) { return file.votes.filter(vote => sameQuestion(vote, asking)).sort((one, other) => one.round - other.round); }

/**
 * How many answers a vote holds, in its own way.
 * @param {Vote} vote
 */
export function size(vote) {
  return vote.way === "counts" ? Object.keys(vote.counts).reduce((sum, option) => sum + vote.counts[option], 0) : Object.keys(vote.answers).length;
}

/**
 * The file with a vote begun, or turned to another way; what was gathered the other way stays.
 * @param {ClassFile} file
 * @param {Asking} asking
 * @param {string} r the revision that is asked
 * @param {Vote["way"]} way
 * @param {number} now
 * @returns {ClassFile}
 */
export function begun(file, asking, r, way, now) {
  if (voteOf(file, asking)) return changed(file, asking, vote => ({ ...vote, way }));
  const { item, row, form, round } = asking;
  return { ...file, votes: [...file.votes, { item, ...row ? { row } : {}, r, round, form, way, t: now, answers: {}, counts: {} }] };
}

/**
 * The file with a person's answer; null takes it back. What was said of certainty stays unless it is told anew.
 * @param {ClassFile} file
 * @param {Asking} asking a vote that was begun
 * @param {string} code
 * @param {string | null} option
 * @param {0 | 1} [sure]
 */
export function answered(file, asking, code, option, sure) {
  return changed(file, asking, vote => {
    const answers = { ...vote.answers }, before = answers[code];
    delete answers[code];
    if (option !== null) answers[code] = withSureness({ o: option }, sure === undefined && before ? before.s : sure);
    return { ...vote, answers };
  });
}

/**
 * The file with what a person said of their certainty; nothing changes for one who gave no answer.
 * @param {ClassFile} file
 * @param {Asking} asking
 * @param {string} code
 * @param {0 | 1 | undefined} sure
 */
export function sured(file, asking, code, sure) {
  return changed(file, asking, vote => {
    const before = vote.answers[code];
    return before ? { ...vote, answers: { ...vote.answers, [code]: withSureness({ o: before.o }, sure) } } : vote;
  });
}

/**
 * The file with how many took an option; below 0 is 0.
 * @param {ClassFile} file
 * @param {Asking} asking
 * @param {string} option
 * @param {number} count
 */
export function counted(file, asking, option, count) {
  return changed(file, asking, vote => ({ ...vote, counts: { ...vote.counts, [option]: Math.max(0, Math.min(9999, Math.round(count) || 0)) } }));
}

/**
 * The file without a vote.
 * @param {ClassFile} file
 * @param {Asking} asking
 */
export function without(file, asking) { return { ...file, votes: file.votes.filter(vote => !sameVote(vote, asking)) }; }

/**
 * The file with the numbers 1 to `count` as its people, and the names of the first ones; numbers that answered stay.
 * @param {ClassFile} file
 * @param {number} count
 * @param {string[]} names
 * @returns {ClassFile}
 */
export function peopled(file, count, names) {
  const people = /** @type {ClassFile["people"]} */ ({});
  for (let number = 1; number <= Math.max(count, names.length); number++) people[number] = (names[number - 1] || "").trim();
  codesOf(file).filter(code => !(code in people) && file.votes.some(vote => code in vote.answers)).forEach(code => { people[code] = ""; });
  return { ...file, people };
}

/**
 * Everybody who is known by a number or code, numbers first and in order.
 * @param {ClassFile} file
 */
export function codesOf(file) {
  const codes = new Set(Object.keys(file.people));
  file.votes.forEach(vote => { Object.keys(vote.answers).forEach(code => codes.add(code)); });
  return Array.from(codes).sort((one, other) => Number(one) - Number(other) || (one < other ? -1 : 1));
}

/**
 * Two files of the same class as one: votes of both; of the same vote the answers of both, and where they differ those of the later vote.
 * @param {ClassFile} mine
 * @param {ClassFile} theirs
 * @returns {ClassFile}
 */
export function merged(mine, theirs) {
  const votes = mine.votes.map(vote => {
    const other = voteOf(theirs, vote);
    if (!other) return vote;
    const [first, last] = other.t > vote.t ? [vote, other] : [other, vote];
    return { ...first, ...last, answers: { ...first.answers, ...last.answers }, counts: { ...first.counts, ...last.counts } };
  });
  const people = { ...theirs.people };
  Object.keys(mine.people).forEach(code => { people[code] = mine.people[code] || people[code] || ""; });
  return { ...mine, people, votes: [...votes, ...theirs.votes.filter(vote => !voteOf(mine, vote))] };
}

/**
 * @param {ClassFile} file
 * @param {Asking} asking
 * @param {(vote: Vote) => Vote} change
 * @returns {ClassFile}
 */
function changed(file, asking, change) { return { ...file, votes: file.votes.map(vote => sameVote(vote, asking) ? change(vote) : vote) }; }

/**
 * @param {{o: string}} answer
 * @param {0 | 1 | undefined} sure
 */
function withSureness(answer, sure) { return sure === undefined ? answer : { ...answer, s: sure }; }
