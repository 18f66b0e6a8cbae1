// Reads a marker whose corners are known: averages its cells in the grey picture and compares them with every card in every orientation.
import { CARDS, PATTERNS, SIDE, WHITE } from "./codes.js";
import { greyAt } from "./edges.js";

const CELLS = SIDE * SIDE;
const ACROSS = SIDE + 4; // the data, the black border and the white rim on both sides
const grid = new Float64Array(ACROSS * ACROSS);
const data = new Float64Array(CELLS);

/**
 * What is needed to accept a reading.
 * `likeness` of the cells with the card (1 is perfect); `margin` by how much the next likeliest card or orientation falls behind;
 * `wrong` cells at most; `border` of 24 black ones and `rim` of 28 white ones at least; `contrast` in 255 steps.
 */
export const LIMITS = { likeness: 0.75, margin: 0.3, wrong: 2, border: 20, rim: 17, contrast: 18 };

/**
 * @typedef {{card: number, quarter: number, likeness: number, margin: number, wrong: number, border: number, rim: number, contrast: number}} Match
 * `card` from 0; `quarter`: by how many quarters clockwise from the first corner the card's own first corner lies.
 */

/**
 * The card that a square in the picture is likest to, or null where it shows no light and dark.
 * @param {import("./grey.js").Grey} image
 * @param {import("./outlines.js").Corners} corners of the black border's outside, clockwise
 * @returns {Match | null}
 */
export function match(image, corners) {
  sample(image, corners);
  let sum = 0;
  for (let row = 0; row < SIDE; row++) for (let column = 0; column < SIDE; column++) sum += data[row * SIDE + column] = grid[(row + 2) * ACROSS + column + 2];
  const mean = sum / CELLS;
  let squares = 0;
  for (let i = 0; i < CELLS; i++) squares += (data[i] - mean) * (data[i] - mean);
  if (squares < CELLS * 16) return null;
  const scale = 1 / Math.sqrt(squares);
  let best = -1;
  let second = -1;
  let chosen = 0;
  for (let pattern = 0, at = 0; pattern < CARDS * 4; pattern++, at += CELLS) {
    let like = 0;
    for (let i = 0; i < CELLS; i++) like += PATTERNS[at + i] * data[i];
    like *= scale;
    if (like > best) {
      second = best;
      best = like;
      chosen = pattern;
    } else if (like > second) second = like;
  }
  return { card: chosen >> 2, quarter: chosen & 3, likeness: best, margin: best - second, ...frame(chosen * CELLS) };
}

/** @param {Match} found */
export function accepted(found) {
  return (
    found.likeness >= LIMITS.likeness &&
    found.margin >= LIMITS.margin &&
    found.wrong <= LIMITS.wrong &&
    found.border >= LIMITS.border &&
    found.rim >= LIMITS.rim &&
    found.contrast >= LIMITS.contrast
  );
}

/**
 * How the cells and what is around them agree with the black and the white that a pattern finds in the data.
 * @param {number} at where the pattern begins
 */
function frame(at) {
  let white = 0;
  let whites = 0;
  let black = 0;
  for (let i = 0; i < CELLS; i++) {
    if (WHITE[at + i]) {
      white += data[i];
      whites++;
    } else black += data[i];
  }
  white /= whites;
  black /= CELLS - whites;
  const middle = (white + black) / 2;
  let wrong = 0;
  for (let i = 0; i < CELLS; i++) if (data[i] > middle !== WHITE[at + i] > 0) wrong++;
  let border = 0;
  let rim = 0;
  const last = ACROSS - 1;
  for (let row = 0; row <= last; row++) {
    for (let column = 0; column <= last; column++) {
      const ring = Math.min(row, column, last - row, last - column);
      if (ring === 1 && grid[row * ACROSS + column] < middle) border++;
      if (ring === 0 && grid[row * ACROSS + column] > middle) rim++;
    }
  }
  return { wrong, border, rim, contrast: white - black };
}

/**
 * Fills the grid with the mean grey of each cell, the corners of the rim left out (they count as black).
 * @param {import("./grey.js").Grey} image
 * @param {import("./outlines.js").Corners} corners
 */
function sample(image, [x0, y0, x1, y1, x2, y2, x3, y3]) {
  const sx = x0 - x1 + x2 - x3;
  const sy = y0 - y1 + y2 - y3;
  const dx1 = x1 - x2;
  const dx2 = x3 - x2;
  const dy1 = y1 - y2;
  const dy2 = y3 - y2;
  const whole = dx1 * dy2 - dx2 * dy1;
  const g = (sx * dy2 - dx2 * sy) / whole;
  const h = (dx1 * sy - sx * dy1) / whole;
  const a = x1 - x0 + g * x1;
  const b = x3 - x0 + h * x3;
  const d = y1 - y0 + g * y1;
  const e = y3 - y0 + h * y3;
  const side = SIDE + 2;
  const last = ACROSS - 1;
  for (let row = 0; row < ACROSS; row++) {
    for (let column = 0; column < ACROSS; column++) {
      const edgeRow = row === 0 || row === last;
      const edgeColumn = column === 0 || column === last;
      let sum = 0;
      if (!(edgeRow && edgeColumn)) {
        for (let i = 0; i < 9; i++) {
          // the rim is narrower than a cell: only its inner half is looked at
          const u = (column - 1 + (edgeColumn ? (column ? 0.4 : 0.6) : 0.5) + ((i % 3) - 1) * (edgeColumn ? 0.15 : 0.25)) / side;
          const v = (row - 1 + (edgeRow ? (row ? 0.4 : 0.6) : 0.5) + (((i / 3) | 0) - 1) * (edgeRow ? 0.15 : 0.25)) / side;
          const w = g * u + h * v + 1;
          sum += greyAt(image, (a * u + b * v + x0) / w, (d * u + e * v + y0) / w);
        }
      }
      grid[row * ACROSS + column] = sum / 9;
    }
  }
}
