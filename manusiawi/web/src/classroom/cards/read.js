// Reads the answer cards in a picture of a room: which cards, and which of their edges is up.
import { darkOf } from "./dark.js";
import { accepted, match } from "./decode.js";
import { sharpened } from "./edges.js";
import { greyOf, halved } from "./grey.js";
import { squares } from "./outlines.js";

/**
 * A card that was read.
 * `number` from 1; `letter` of the edge that is up; `corners` of the marker in pixels of the picture, clockwise from the left end of
 * edge A; `margin` by how much the next likeliest reading falls behind (0 to 2, seldom above 1): the surer, the greater;
 * `roll`: by how many degrees the upper edge is turned from level, clockwise.
 * @typedef {{number: number, letter: "A" | "B" | "C" | "D", corners: [number, number][], margin: number, roll: number}} Reading
 */

const LETTERS = /** @type {const} */ (["A", "B", "C", "D"]);
const LEAST = 12; // pixels of the longer side of a marker's upright frame: below, no cell can be told from the next
const MOST = 64; // at each size of the picture; larger markers are found in the halved picture
const SIZES = 4; // the picture, its half, its quarter, its eighth; there, markers of up to 512 pixels are found
const REACH = 6; // how the picture is made black and white: see darkOf
const LESS = 5;
const DARKER = [1, 1.3]; // once so that faint cards are found, once so that hands and shirts do not join the border
const ASKEW = 38; // degrees of roll beyond which no edge is clearly up

/**
 * The cards in a picture, in order of their numbers. A pure function: the same picture gives the same cards, nothing is kept.
 * Cards that cannot be read for sure are left out; a card that lies between two letters as well.
 * @param {{data: Uint8Array | Uint8ClampedArray, width: number, height: number}} image RGBA as ImageData has it, or a byte of grey a pixel
 * @param {{sizes?: number}} [options] `sizes`: at how many sizes of the picture cards are looked for; 1 is for cards up to 64 pixels only
 * @returns {Reading[]}
 */
export function readCards(image, { sizes = SIZES } = {}) {
  const whole = greyOf(image);
  /** @type {Reading[]} */
  const readings = [];
  let seen = whole;
  for (let size = 0; size < sizes && Math.min(seen.width, seen.height) >= LEAST; size++) {
    if (size) seen = halved(seen);
    for (const dark of darkOf(seen, REACH, LESS, DARKER)) {
      for (const corners of squares(dark, seen.width, seen.height, size ? MOST / 2 - 4 : LEAST, MOST)) {
        const reading = read(seen, corners, 2 ** size);
        if (reading) add(readings, reading);
      }
    }
  }
  return readings.sort((one, other) => one.number - other.number);
}

/**
 * @param {import("./grey.js").Grey} image
 * @param {import("./outlines.js").Corners} rough
 * @param {number} scale pixels of the whole picture a pixel of this one
 * @returns {Reading | null}
 */
function read(image, rough, scale) {
  const cell = Math.hypot(rough[4] - rough[0], rough[5] - rough[1]) / 1.414 / 7;
  const near = sharpened(image, rough, Math.max(1.5, cell * 0.7));
  const corners = near && sharpened(image, near, Math.max(1.2, cell * 0.5));
  const found = corners && match(image, corners);
  if (!found || !accepted(found)) return null;
  /** @type {[number, number][]} */
  const placed = [];
  for (let i = 0; i < 4; i++) {
    const from = 2 * ((i + found.quarter) & 3);
    placed.push([(corners[from] + 0.5) * scale - 0.5, (corners[from + 1] + 0.5) * scale - 0.5]);
  }
  const { edge, roll } = upper(placed);
  if (Math.abs(roll) > ASKEW) return null;
  return { number: found.card + 1, letter: LETTERS[edge], corners: placed, margin: found.margin, roll };
}

/**
 * Which edge is up, from 0 for A, and by how many degrees it is turned clockwise from level.
 * @param {[number, number][]} corners
 */
function upper(corners) {
  let edge = 0;
  let roll = 180;
  for (let i = 0; i < 4; i++) {
    const [x0, y0] = corners[i];
    const [x1, y1] = corners[(i + 1) & 3];
    const [x2, y2] = corners[(i + 2) & 3];
    const [x3, y3] = corners[(i + 3) & 3];
    const angle = (Math.atan2(y1 + y2 - y0 - y3, x1 + x2 - x0 - x3) * 180) / Math.PI; // of the way from the left side to the right one
    if (Math.abs(angle) < Math.abs(roll)) {
      roll = angle;
      edge = i;
    }
  }
  return { edge, roll };
}

/**
 * Adds a reading, or keeps the surer of two of the same marker.
 * @param {Reading[]} readings
 * @param {Reading} one
 */
function add(readings, one) {
  const [x, y] = middle(one);
  const same = readings.findIndex(other => {
    const [ox, oy] = middle(other);
    return Math.hypot(ox - x, oy - y) < Math.hypot(one.corners[2][0] - one.corners[0][0], one.corners[2][1] - one.corners[0][1]) / 2;
  });
  if (same < 0) readings.push(one);
  else if (readings[same].margin < one.margin) readings[same] = one;
}

/** @param {Reading} reading */
function middle({ corners }) {
  return [corners.reduce((sum, [x]) => sum + x, 0) / 4, corners.reduce((sum, [, y]) => sum + y, 0) / 4];
}
