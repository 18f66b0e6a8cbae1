// Pictures in grey: one byte a pixel.

/**
 * A picture in grey, row by row from the top.
 * @typedef {{data: Uint8Array | Uint8ClampedArray, width: number, height: number}} Grey
 */

/**
 * The picture in grey; one that holds a byte a pixel already is taken as it is.
 * @param {{data: Uint8Array | Uint8ClampedArray, width: number, height: number}} image RGBA as ImageData has it, or grey
 * @returns {Grey}
 */
export function greyOf({ data, width, height }) {
  const size = width * height;
  if (data.length === size) return { data, width, height };
  if (data.length !== size * 4) throw new RangeError(`${data.length} bytes for ${width} × ${height} pixels: allowed are 1 or 4 bytes a pixel.`);
  const grey = new Uint8Array(size);
  for (let i = 0, j = 0; i < size; i++, j += 4) grey[i] = (data[j] * 77 + data[j + 1] * 150 + data[j + 2] * 29) >> 8;
  return { data: grey, width, height };
}

/**
 * The picture at half its size: each pixel the mean of four.
 * @param {Grey} image
 * @returns {Grey}
 */
export function halved({ data, width, height }) {
  const wide = width >> 1;
  const high = height >> 1;
  const half = new Uint8Array(wide * high);
  for (let y = 0, to = 0; y < high; y++) {
    for (let x = 0, from = 2 * y * width; x < wide; x++, from += 2) {
      half[to++] = (data[from] + data[from + 1] + data[from + width] + data[from + width + 1] + 2) >> 2;
    }
  }
  return { data: half, width: wide, height: high };
}
