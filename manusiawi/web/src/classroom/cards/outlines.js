// Follows the outlines of dark areas and keeps those that may be a square seen at an angle.
import { strideOf } from "./dark.js";

const X = [1, 1, 0, -1, -1, -1, 0, 1]; // the eight neighbours clockwise, from the right one
const Y = [0, 1, 1, 1, 0, -1, -1, -1];
const LEFT = 4;

/**
 * Four corners, clockwise in the picture: x0, y0, x1, y1 and so on, in pixels; the middle of the first pixel is 0, 0.
 * @typedef {number[]} Corners
 */

/**
 * The corners of dark areas that look like squares.
 * @param {Uint8Array} dark as darkOf gives it; pixels that an outline has passed are marked in it
 * @param {number} width of the picture, without the margin
 * @param {number} height
 * @param {number} least the least longer side of the area's upright frame, in pixels
 * @param {number} most the greatest
 * @returns {Corners[]}
 */
export function squares(dark, width, height, least, most) {
  const stride = strideOf(width);
  const fours = new Uint32Array(dark.buffer);
  const steps = X.map((x, i) => x + Y[i] * stride);
  const room = 8 * most;
  const xs = new Int32Array(room);
  const ys = new Int32Array(room);
  const found = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0, at = (y + 1) * stride + 1; x < width; x++, at++) {
      if (!(at & 3)) {
        while (x < width && !fours[at >> 2]) {
          x += 4;
          at += 4;
        }
        if (x >= width) break;
      }
      if (dark[at] !== 1 || dark[at - 1]) continue;
      const length = follow(dark, at, x, y, steps, xs, ys);
      if (length < 2.5 * least || length > room) continue;
      const corners = cornersOf(xs, ys, length, least, most);
      if (corners) found.push(corners);
      else if (length > 4 * least) parts(xs.slice(0, length), ys.slice(0, length), least, most, CUTS, found);
    }
  }
  return found;
}

/**
 * Cuts an outline where two of its pixels are near to each other though the way between them is long, as where a finger lies over the
 * rim and joins the border, and looks for squares in both parts.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} least
 * @param {number} most
 * @param {number} cuts how many cuts may follow each other
 * @param {Corners[]} found where squares are added
 */
function parts(xs, ys, least, most, cuts, found) {
  const length = xs.length;
  if (twiceArea(xs, ys, length) < least * least) return; // a hole, or strokes as thin as letters
  let narrowest = NARROW;
  let from = 0;
  let to = 0;
  for (let i = 0; i < length; i += 2) {
    for (let j = i + 6; j < length; j += 2) {
      const dx = xs[i] - xs[j];
      const dy = ys[i] - ys[j];
      const far = dx * dx + dy * dy;
      if (far > NECK * NECK) {
        j += 2 * ((Math.sqrt(far) - NECK) / 3 | 0); // nothing nearer is within so few steps
        continue;
      }
      const way = Math.min(j - i, length - j + i);
      const ratio = far / (way * way);
      if (ratio < narrowest && way > 5) {
        narrowest = ratio;
        from = i;
        to = j;
      }
    }
  }
  if (!to) return;
  for (const [x, y] of [
    [xs.slice(from, to + 1), ys.slice(from, to + 1)],
    [joined(xs, from, to), joined(ys, from, to)],
  ]) {
    if (x.length < 2.5 * least) continue;
    const corners = cornersOf(x, y, x.length, least, most);
    if (corners) found.push(corners);
    else if (cuts > 1) parts(x, y, least, most, cuts - 1, found);
  }
}

const CUTS = 4;
const NECK = 12; // pixels across at most
const NARROW = 0.16; // the square of what the way across is to the way around; it is 0.25 across the middle of a square

/**
 * Twice the area within an outline; below 0 for a hole, which goes round the other way.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} length
 */
function twiceArea(xs, ys, length) {
  let twice = 0;
  for (let i = 0, j = length - 1; i < length; j = i++) twice += xs[j] * ys[i] - xs[i] * ys[j];
  return twice;
}

/**
 * What is left of a row of numbers without those between two places.
 * @param {Int32Array} all
 * @param {number} from
 * @param {number} to
 */
function joined(all, from, to) {
  const left = new Int32Array(all.length - (to - from) + 1);
  left.set(all.subarray(0, from + 1));
  left.set(all.subarray(to), from + 1);
  return left;
}

/**
 * Walks once around an area, or around a hole in it, from a pixel whose left neighbour is bright.
 * @param {Uint8Array} dark
 * @param {number} start
 * @param {number} x of the start
 * @param {number} y
 * @param {number[]} steps to the eight neighbours
 * @param {Int32Array} xs where the way is written
 * @param {Int32Array} ys
 * @returns {number} the pixels of the way; where they are more than there is room for, only the first are written
 */
function follow(dark, start, x, y, steps, xs, ys) {
  const room = xs.length;
  let at = start;
  let bright = LEFT; // the neighbour before which the search goes round clockwise
  let first = -1;
  let length = 0;
  for (;;) {
    let way = bright;
    let leftIsBright = bright === LEFT;
    for (let i = 1; i <= 8; i++) {
      way = (bright + i) & 7;
      if (dark[at + steps[way]]) break;
      if (way === LEFT) leftIsBright = true;
    }
    if (leftIsBright) dark[at] = 2;
    if (way === bright) return 1; // a pixel alone
    if (at === start && way === first) return length;
    if (first < 0) first = way;
    if (length < room) {
      xs[length] = x;
      ys[length] = y;
    }
    length++;
    at += steps[way];
    x += X[way];
    y += Y[way];
    bright = (way + (way & 1 ? 5 : 6)) & 7; // the bright pixel just before that step, seen from the new place
  }
}

/**
 * The corners of an outline if it is near enough to four straight sides.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} length
 * @param {number} least
 * @param {number} most
 * @returns {Corners | null}
 */
function cornersOf(xs, ys, length, least, most) {
  let left = xs[0];
  let right = left;
  let top = ys[0];
  let bottom = top;
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0, j = length - 1; i < length; j = i++) {
    const x = xs[i];
    const y = ys[i];
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
    twice += xs[j] * y - x * ys[j];
    sumX += x;
    sumY += y;
  }
  const wide = right - left + 1;
  const high = bottom - top + 1;
  const longer = Math.max(wide, high);
  if (longer < least || longer > most || Math.min(wide, high) * 3 < longer) return null;
  if (twice < 0.6 * wide * high) return null; // a hole goes round the other way; a square on its corner fills half of its frame
  const a = farthest(xs, ys, length, sumX / length, sumY / length);
  const c = farthest(xs, ys, length, xs[a], ys[a]);
  const dx = xs[c] - xs[a];
  const dy = ys[c] - ys[a];
  let b = a;
  let d = a;
  let high2 = 0;
  let low2 = 0;
  for (let i = 0; i < length; i++) {
    const side = dx * (ys[i] - ys[a]) - dy * (xs[i] - xs[a]);
    if (side < low2) {
      low2 = side;
      b = i;
    }
    if (side > high2) {
      high2 = side;
      d = i;
    }
  }
  const across = dx * dx + dy * dy;
  if (-low2 < 0.2 * across || high2 < 0.2 * across) return null; // the other diagonal's ends lie too near to this one
  const rough = [xs[a], ys[a], xs[b], ys[b], xs[c], ys[c], xs[d], ys[d]];
  const corners = fitted(xs, ys, length, fitted(xs, ys, length, rough));
  return straight(xs, ys, length, corners) ? corners : null;
}

/**
 * The place on the outline that is farthest from a point.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} length
 * @param {number} x
 * @param {number} y
 */
function farthest(xs, ys, length, x, y) {
  let place = 0;
  let most = -1;
  for (let i = 0; i < length; i++) {
    const far = (xs[i] - x) * (xs[i] - x) + (ys[i] - y) * (ys[i] - y);
    if (far > most) {
      most = far;
      place = i;
    }
  }
  return place;
}

/**
 * Corners moved to where straight lines through the outline along each side meet, so that what sticks out of a side or hides a corner
 * does not count; the same corners where there are no such lines.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} length
 * @param {Corners} corners
 * @returns {Corners}
 */
function fitted(xs, ys, length, corners) {
  const lines = [];
  for (let side = 0; side < 4; side++) {
    const x0 = corners[2 * side];
    const y0 = corners[2 * side + 1];
    let dx = corners[(2 * side + 2) & 7] - x0;
    let dy = corners[(2 * side + 3) & 7] - y0;
    const long = Math.hypot(dx, dy);
    dx /= long;
    dy /= long;
    const wide = Math.max(1.6, long * 0.1);
    let n = 0;
    let t = 0;
    let tt = 0;
    let o = 0;
    let to = 0;
    for (let i = 0; i < length; i++) {
      const x = xs[i] - x0;
      const y = ys[i] - y0;
      const along = x * dx + y * dy;
      const off = y * dx - x * dy;
      if (along < 0.1 * long || along > 0.9 * long || off > wide || off < -wide) continue;
      n++;
      t += along;
      tt += along * along;
      o += off;
      to += along * off;
    }
    const spread = n * tt - t * t;
    if (n < 4 || spread <= 0) return corners;
    const slope = (n * to - t * o) / spread;
    const middle = (o - slope * t) / n;
    // the line's points are x0, y0 + along (d + slope n) + middle n, where n = (-dy, dx)
    const a = -(dy + slope * dx);
    const b = dx - slope * dy;
    lines.push(a, b, -(a * (x0 - dy * middle) + b * (y0 + dx * middle)));
  }
  const moved = [];
  for (let corner = 0; corner < 4; corner++) {
    const one = 3 * ((corner + 3) & 3);
    const two = 3 * corner;
    const cross = lines[one] * lines[two + 1] - lines[one + 1] * lines[two];
    if (Math.abs(cross) < 0.3) return corners;
    moved.push(
      (lines[one + 1] * lines[two + 2] - lines[two + 1] * lines[one + 2]) / cross,
      (lines[two] * lines[one + 2] - lines[one] * lines[two + 2]) / cross,
    );
  }
  return moved;
}

const NEAR = 0.75;

/**
 * Whether most of an outline lies on the sides between its corners.
 * @param {Int32Array} xs
 * @param {Int32Array} ys
 * @param {number} length
 * @param {Corners} corners
 */
function straight(xs, ys, length, corners) {
  let near = 0;
  const normals = [];
  for (let i = 0; i < 4; i++) {
    const x = corners[2 * i];
    const y = corners[2 * i + 1];
    const dx = corners[(2 * i + 2) & 7] - x;
    const dy = corners[(2 * i + 3) & 7] - y;
    const long = Math.hypot(dx, dy);
    normals.push(-dy / long, dx / long, (dy * x - dx * y) / long, Math.max(1.5, long * 0.05));
  }
  for (let i = 0; i < length; i++) {
    for (let k = 0; k < 16; k += 4) {
      if (Math.abs(normals[k] * xs[i] + normals[k + 1] * ys[i] + normals[k + 2]) <= normals[k + 3]) {
        near++;
        break;
      }
    }
  }
  return near >= NEAR * length;
}
