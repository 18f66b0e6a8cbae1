// Finds the edges of a marker to a fraction of a pixel, where black turns to white in the grey picture.

/**
 * The grey at a place between pixels; beyond the picture the nearest pixel's.
 * @param {import("./grey.js").Grey} image
 * @param {number} x
 * @param {number} y
 */
export function greyAt({ data, width, height }, x, y) {
  x = x < 0 ? 0 : x > width - 1.001 ? width - 1.001 : x;
  y = y < 0 ? 0 : y > height - 1.001 ? height - 1.001 : y;
  const column = x | 0;
  const row = y | 0;
  const right = x - column;
  const down = y - row;
  const at = row * width + column;
  const upper = data[at] + (data[at + 1] - data[at]) * right;
  const lower = data[at + width] + (data[at + width + 1] - data[at + width]) * right;
  return upper + (lower - upper) * down;
}

const POINTS = 16; // on each side
const STEPS = 24; // across the side, half of them inwards
const profile = new Float64Array(STEPS + 1);
const along = new Float64Array(POINTS);
const off = new Float64Array(POINTS);
const weight = new Float64Array(POINTS);

/**
 * The corners moved to where lines along the four edges meet; null where an edge cannot be found or the lines do not make a square.
 * @param {import("./grey.js").Grey} image
 * @param {import("./outlines.js").Corners} corners clockwise
 * @param {number} reach how far from the sides the edge is looked for, in pixels
 * @returns {import("./outlines.js").Corners | null}
 */
export function sharpened(image, corners, reach) {
  /** @type {number[]} */
  const lines = [];
  for (let side = 0; side < 4; side++) {
    const line = edgeLine(image, corners[2 * side], corners[2 * side + 1], corners[(2 * side + 2) & 7], corners[(2 * side + 3) & 7], reach);
    if (!line) return null;
    lines.push(...line);
  }
  const moved = [];
  for (let corner = 0; corner < 4; corner++) {
    const one = 3 * ((corner + 3) & 3);
    const two = 3 * corner;
    const cross = lines[one] * lines[two + 1] - lines[one + 1] * lines[two];
    if (Math.abs(cross) < 0.3) return null;
    const x = (lines[one + 1] * lines[two + 2] - lines[two + 1] * lines[one + 2]) / cross;
    const y = (lines[two] * lines[one + 2] - lines[one] * lines[two + 2]) / cross;
    if (Math.hypot(x - corners[2 * corner], y - corners[2 * corner + 1]) > 2 * reach + 2) return null;
    moved.push(x, y);
  }
  return moved;
}

/**
 * The line a x + b y + c = 0, a² + b² = 1, of the strongest turn from dark to bright across one side.
 * @param {import("./grey.js").Grey} image
 * @param {number} x0
 * @param {number} y0
 * @param {number} x1
 * @param {number} y1
 * @param {number} reach
 * @returns {number[] | null}
 */
function edgeLine(image, x0, y0, x1, y1, reach) {
  const long = Math.hypot(x1 - x0, y1 - y0);
  if (long < 4) return null;
  const dx = (x1 - x0) / long;
  const dy = (y1 - y0) / long;
  const outX = dy; // clockwise corners: outwards is to the left of the way
  const outY = -dx;
  const step = (2 * reach) / STEPS;
  const apart = Math.max(1, Math.round(0.5 / step)); // the slope is taken over half a pixel to each side
  let found = 0;
  for (let i = 0; i < POINTS; i++) {
    const at = long * (0.08 + (0.84 * i) / (POINTS - 1));
    const x = x0 + dx * at;
    const y = y0 + dy * at;
    for (let s = 0; s <= STEPS; s++) profile[s] = greyAt(image, x + outX * (s * step - reach), y + outY * (s * step - reach));
    let best = 0;
    let place = 0;
    for (let s = apart; s <= STEPS - apart; s++) {
      const slope = profile[s + apart] - profile[s - apart];
      if (slope > best) {
        best = slope;
        place = s;
      }
    }
    if (best < 6) continue;
    let shift = 0;
    if (place > apart && place < STEPS - apart) {
      const before = profile[place - 1 + apart] - profile[place - 1 - apart];
      const after = profile[place + 1 + apart] - profile[place + 1 - apart];
      const bend = before - 2 * best + after;
      if (bend < 0) shift = (0.5 * (before - after)) / bend;
    }
    along[found] = at - long / 2;
    off[found] = (place + shift) * step - reach;
    weight[found] = best;
    found++;
  }
  if (found < POINTS / 2) return null;
  let middle = 0;
  let slope = 0;
  for (let turn = 0; turn < 4; turn++) {
    const limit = turn ? Math.max(0.35, reach / 2 / turn) : Infinity; // those that lie off the line count less and less
    let sum = 0;
    let a = 0;
    let aa = 0;
    let o = 0;
    let ao = 0;
    for (let i = 0; i < found; i++) {
      const far = Math.abs(off[i] - middle - slope * along[i]);
      const w = far <= limit ? weight[i] : (weight[i] * limit * limit) / (far * far);
      sum += w;
      a += w * along[i];
      aa += w * along[i] * along[i];
      o += w * off[i];
      ao += w * along[i] * off[i];
    }
    const spread = sum * aa - a * a;
    if (spread <= 0) return null;
    slope = (sum * ao - a * o) / spread;
    middle = (o - slope * a) / sum;
  }
  const wide = Math.hypot(1, slope);
  const a = (outX - dx * slope) / wide;
  const b = (outY - dy * slope) / wide;
  const x = (x0 + x1) / 2 + outX * middle;
  const y = (y0 + y1) / 2 + outY * middle;
  return [a, b, -(a * x + b * y)];
}
