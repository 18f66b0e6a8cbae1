// Reads QR codes in a picture: by the device itself where its browser can, else by the library qr. Runs as a worker where the browser lets it.
import decode from "qr/decode.js";

/** Parts of a picture, as shares of its width from the left, and what they are made smaller by: two codes in view are read one from each side. */
const PARTS = [[0, 1, 0.75], [0.22, 0.78, 1], [0, 0.5, 1], [0.5, 1, 1], [0, 1, 0.5]];
let turn = 0;

/**
 * The texts of the codes that a picture shows. The library reads one code at a time and not each picture, so that each picture is tried
 * whole and in another of its parts than the last one.
 * @param {ImageData} image
 * @returns {Promise<string[]>}
 */
function readCodes(image) {
  const Detector = /** @type {any} */ (self).BarcodeDetector;
  const byDevice = Detector ? Promise.resolve().then(() => new Detector({ formats: ["qr_code"] }).detect(image)).then(found => found.map(({ rawValue }) => rawValue)) : Promise.resolve([]);
  return byDevice.catch(() => []).then(texts => texts.length ? texts : Array.from(new Set([image, partOf(image, PARTS[turn++ % PARTS.length])].flatMap(read))));
}

function read(/** @type {any} */ image) {
  try { return [decode(image)]; } catch (error) { return []; } // it throws where it finds none
}

/** A part of a picture, its pixels averaged where it is made smaller. */
function partOf(/** @type {ImageData} */ image, /** @type {number[]} */ [from, to, scale]) {
  const left = Math.floor(image.width * from), width = Math.floor(image.width * (to - from) * scale), height = Math.floor(image.height * scale), data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    const top = Math.floor(y / scale), bottom = Math.max(top + 1, Math.floor((y + 1) / scale));
    for (let x = 0; x < width; x++) {
      const start = left + Math.floor(x / scale), end = Math.max(start + 1, left + Math.floor((x + 1) / scale));
      for (let channel = 0; channel < 4; channel++) {
        let sum = 0;
        for (let row = top; row < bottom; row++) for (let column = start; column < end; column++) sum += image.data[4 * (row * image.width + column) + channel];
        data[4 * (y * width + x) + channel] = sum / ((bottom - top) * (end - start));
      }
    }
  }
  return { data, width, height };
}

if (typeof document === "undefined") {
  self.onmessage = ({ data }) => { readCodes(data).then(texts => { /** @type {any} */ (self).postMessage(texts); }); };
} else {
  /** @type {any} */ (self).courseScan = { readCodes };
}
