// Which pixels of a grey picture are darker than what surrounds them.

/**
 * How many bytes a row takes, its margin with it: a multiple of four, so that four even pixels can be passed over at once.
 * @param {number} width
 */
export function strideOf(width) {
  return (width + 5) & ~3;
}

/**
 * For each measure of darkness, 1 for each pixel that is so much darker than the mean of the square around it, 0 for others and for a
 * margin of at least one pixel on every side: a row takes `strideOf(width)`.
 * @param {import("./grey.js").Grey} image
 * @param {number} reach the square has sides of 2 × reach + 1 pixels; as large as two or three cells of a marker
 * @param {number} less by how many of 255 steps darker; keeps noise on even walls apart
 * @param {number[]} times how many times darker, 1 or more, the least first: greater leaves out what is not as black as ink, such as
 *   fingers and shirts
 * @returns {Uint8Array[]} one for each of `times`
 */
export function darkOf({ data, width, height }, reach, less, times) {
  const side = 2 * reach + 1;
  const stride = strideOf(width);
  const limits = times.map(many => Int32Array.from({ length: 256 }, (_, grey) => (grey * many + less) * side * side));
  const made = times.map(() => new Uint8Array(stride * (height + 2)));
  const columns = new Int32Array(width + side); // sums down the square, with the first and last column carried on outwards
  for (let x = 0; x < width; x++) {
    let sum = data[x] * reach;
    for (let y = 0; y <= reach; y++) sum += data[Math.min(y, height - 1) * width + x];
    columns[x + reach] = sum;
  }
  for (let y = 0; y < height; y++) {
    if (y) {
      const enters = Math.min(y + reach, height - 1) * width;
      const leaves = Math.max(y - reach - 1, 0) * width;
      for (let x = 0; x < width; x++) columns[x + reach] += data[enters + x] - data[leaves + x];
    }
    columns.fill(columns[reach], 0, reach);
    columns.fill(columns[width + reach - 1], width + reach);
    mark(data, y * width, width, columns, side, limits, made, (y + 1) * stride + 1);
  }
  return made;
}

/**
 * One row of all measures; a function of its own since browsers make better code of it.
 * @param {Uint8Array | Uint8ClampedArray} data
 * @param {number} from
 * @param {number} width
 * @param {Int32Array} columns
 * @param {number} side
 * @param {Int32Array[]} limits the sum that each grey has to stay below, by measure
 * @param {Uint8Array[]} made
 * @param {number} to
 */
function mark(data, from, width, columns, side, limits, made, to) {
  const first = limits[0];
  const dark = made[0];
  let sum = 0;
  for (let x = 0; x < side; x++) sum += columns[x];
  for (let x = 0; x < width; x++) {
    const grey = data[from + x];
    if (first[grey] < sum) {
      dark[to + x] = 1;
      for (let i = 1; i < limits.length && limits[i][grey] < sum; i++) made[i][to + x] = 1;
    }
    sum += columns[x + side] - columns[x];
  }
}
