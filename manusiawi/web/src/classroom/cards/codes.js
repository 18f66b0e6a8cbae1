// The codes of the cards as patterns to compare a picture with: each card in each of its four orientations.
import dictionary from "./codes.json";

/** Data cells a side; the marker has a black border of one cell around them. */
export const SIDE = dictionary.side;
/** How many cards there are; they are numbered from 1. */
export const CARDS = dictionary.codes.length;
const CELLS = SIDE * SIDE;

/**
 * For card n (from 0) turned by q quarters clockwise, the cells from `(4 n + q) * 25` on, row by row, in such measure that
 * their sum is 0 and their squares' is 1: the product with cells of a picture in the same measure is their correlation.
 */
export const PATTERNS = patterns();
/** The same cells, 1 where white. */
export const WHITE = Uint8Array.from(PATTERNS, value => (value > 0 ? 1 : 0));

/** @returns {Float32Array} */
function patterns() {
  const all = new Float32Array(CARDS * 4 * CELLS);
  dictionary.codes.forEach((text, card) => {
    let cells = text.replace(/ /g, "");
    for (let quarter = 0; quarter < 4; quarter++) {
      const white = cells.split(".").length - 1;
      const high = Math.sqrt((CELLS - white) / (white * CELLS));
      const low = -Math.sqrt(white / ((CELLS - white) * CELLS));
      for (let i = 0; i < CELLS; i++) all[(card * 4 + quarter) * CELLS + i] = cells[i] === "." ? high : low;
      cells = turned(cells);
    }
  });
  return all;
}

/**
 * A square of cells turned a quarter clockwise.
 * @param {string} cells
 */
function turned(cells) {
  let made = "";
  for (let row = 0; row < SIDE; row++) for (let column = 0; column < SIDE; column++) made += cells[(SIDE - 1 - column) * SIDE + row];
  return made;
}
