// Puts the readings of several pictures together: an answer counts once it has been read often enough and nothing speaks against it.

/** The pictures that are looked back on. */
export const FRAMES = 10;
const ENOUGH = 2; // readings of the same letter
const MAJORITY = 0.8; // of all readings of a card within those pictures

/**
 * What is known of one card: `letter` is null while it is unsure, that is read only once, or once as one letter and once as another.
 * @typedef {{number: number, letter: "A" | "B" | "C" | "D" | null, seen: number, agree: number}} Answer
 */

/**
 * A tally without readings. It is a plain value: it can be kept, sent to a worker and compared.
 * @returns {Tally}
 */
export function emptyTally() {
  return { frames: [] };
}

/**
 * The readings of the latest pictures, the oldest first; each lists cards with their letters.
 * @typedef {{frames: {number: number, letter: "A" | "B" | "C" | "D"}[][]}} Tally
 */

/**
 * The tally with one more picture; the oldest is dropped beyond the last ten. The same reading twice in one picture counts once.
 * @param {Tally} tally
 * @param {{number: number, letter: "A" | "B" | "C" | "D"}[]} readings what readCards gave
 * @returns {Tally}
 */
export function tallied({ frames }, readings) {
  const frame = readings
    .map(({ number, letter }) => ({ number, letter }))
    .filter(({ number, letter }, i, all) => i === all.findIndex(other => other.number === number && other.letter === letter));
  return { frames: [...frames, frame].slice(-FRAMES) };
}

/**
 * The cards that were seen within the latest pictures, in order of their numbers, with the letter that each shows.
 * A card seen twice in one picture with different letters (a copy, somebody's spare card) is unsure.
 * @param {Tally} tally
 * @returns {Answer[]}
 */
export function answers({ frames }) {
  /** @type {Map<number, Map<"A" | "B" | "C" | "D", number>>} */
  const cards = new Map();
  for (const frame of frames) {
    for (const { number, letter } of frame) {
      const letters = cards.get(number) || new Map();
      cards.set(number, letters.set(letter, (letters.get(letter) || 0) + 1));
    }
  }
  return [...cards]
    .sort(([one], [other]) => one - other)
    .map(([number, letters]) => {
      const [[letter, agree]] = [...letters].sort(([, one], [, other]) => other - one);
      const seen = [...letters.values()].reduce((sum, times) => sum + times, 0);
      return { number, letter: agree >= ENOUGH && agree >= MAJORITY * seen ? letter : null, seen, agree };
    });
}
