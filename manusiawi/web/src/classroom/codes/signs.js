// The signs of codes: 32 letters and digits without look-alikes, numbers written in them, a hash, and a check that tells any two wrong signs.

/** Crockford's: no I, L, O or U; all of them stand in the alphanumeric mode of QR codes (ISO/IEC 18004, 7.4.4). */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const ALIKE = /** @type {{[sign: string]: string}} */ ({ O: "0", I: "1", L: "1" });

/**
 * What somebody typed as signs: capitals, without blanks and hyphens, look-alikes as what they stand for. Other signs stay as they are.
 * @param {string} text
 */
export function tidy(text) { return text.toUpperCase().replace(/[\s.·_-]/g, "").replace(/[OIL]/g, sign => ALIKE[sign]); }

/** @param {string} text whether all of it are signs */
export function areSigns(text) { return /^[0-9A-HJKMNP-TV-Z]+$/.test(text); }

/**
 * A number in so many signs.
 * @param {number} number 0 or more, less than 32 to the power of `count`
 * @param {number} count
 */
export function written(number, count) {
  let text = "";
  for (let at = 0; at < count; at++, number = Math.floor(number / 32)) text = SIGNS[number % 32] + text;
  return text;
}

/**
 * The number that signs write.
 * @param {string} text signs alone, ten at most
 */
export function read(text) { return Array.from(text).reduce((number, sign) => number * 32 + SIGNS.indexOf(sign), 0); }

/**
 * FNV-1a of 32 bits (Fowler, Noll, Vo; RFC 9923), its last bits.
 * @param {string} text
 * @param {number} bits 30 at most
 */
export function hash(text, bits) {
  let made = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) made = Math.imul(made ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return made % (1 << bits);
}

// Powers of 2 in the field of 32 elements that x⁵ + x² + 1 makes; 31 of them, then they come again.
const POWERS = [1];
while (POWERS.length < 31) POWERS.push(doubled(POWERS[POWERS.length - 1]));
function doubled(/** @type {number} */ element) { return element & 16 ? element << 1 & 31 ^ 5 : element << 1; }
function times(/** @type {number} */ one, /** @type {number} */ other) {
  let made = 0;
  for (let bit = 16; bit; bit >>= 1) made = doubled(made) ^ (other & bit ? one : 0);
  return made;
}

/**
 * The two signs that make the sum of all signs and the sum of each times 2 to the power of its place 0: a Reed-Solomon code of distance 3
 * (Reed and Solomon 1960), so that one wrong sign, two wrong signs anywhere and two signs that changed places are always told.
 * @param {string} text signs, 29 at most
 * @returns {string}
 */
export function checkOf(text) {
  let sum = 0, weighted = 0;
  Array.from(text).forEach((sign, at) => {
    sum ^= SIGNS.indexOf(sign);
    weighted ^= times(SIGNS.indexOf(sign), POWERS[at + 2]);
  });
  // check[0] + check[1] = sum and check[0] + 2 check[1] = weighted, where "+" is "^" and 1 + 2 is 3: division by 3 is what times finds.
  const second = POWERS.find(element => times(element, 3) === (sum ^ weighted)) || 0;
  return SIGNS[sum ^ second] + SIGNS[second];
}
