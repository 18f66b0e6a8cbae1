// Which pixels of a grey picture are darker than what surrounds them.

/**
 * 1 for each pixel that is darker than the mean of the square around it, 0 for others and for a margin of one pixel on every side:
 * the width of a row is `width + 2`.
 * @param {import("./grey.js").Grey} image
 * @param {number} reach the square has sides of 2 × reach + 1 pixels; as large as two or three cells of a marker
 * @param {number} less by how many of 255 steps darker; keeps noise on even walls apart
 * @param {number} times darker, 1 or more: greater leaves out what is not as black as ink, such as fingers and shirts
 * @returns {Uint8Array}
 */
export function darkOf({ data, width, height }, reach, less, times) {
  const stride = width + 2;
  const dark = new Uint8Array(stride * (height + 2));
  const columns = new Int32Array(width + 2 * reach + 1); // sums down the square, with the first and last column carried on outwards
  const side = 2 * reach + 1;
  for (let x = 0; x < width; x++) {
    let sum = data[x] * reach;
    for (let y = 0; y <= reach; y++) sum += data[Math.min(y, height - 1) * width + x];
    columns[x + reach] = sum;
  }
  const area = side * side;
  for (let y = 0; y < height; y++) {
    if (y) {
      const enters = Math.min(y + reach, height - 1) * width;
      const leaves = Math.max(y - reach - 1, 0) * width;
      for (let x = 0; x < width; x++) columns[x + reach] += data[enters + x] - data[leaves + x];
    }
    columns.fill(columns[reach], 0, reach);
    columns.fill(columns[width + reach - 1], width + reach);
    let sum = 0;
    for (let x = 0; x < side; x++) sum += columns[x];
    const from = y * width;
    const to = (y + 1) * stride + 1;
    for (let x = 0; x < width; x++) {
      if ((data[from + x] * times + less) * area < sum) dark[to + x] = 1;
      sum += columns[x + side] - columns[x];
    }
  }
  return dark;
}
