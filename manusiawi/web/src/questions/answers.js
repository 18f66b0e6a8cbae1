// Judges a short answer as a person would: language/answers.py and language/numbers.py do the same, line by line.
// What is decided about each way to write a number stands as a table at the head of language/numbers.py.

const LETTER = "a-z\u00c0-\u1fff";
const MONEY = new RegExp(`(^|[^${LETTER}])(?:rp[.]?|idr|usd|[$\u20ac\u00a3\u00a5]) ?$`);
const NUMBER = /[.,]?[0-9]+(?:[.,][0-9]+| [0-9]{3}(?![0-9]))*(?: ?\u2044)?|\u2044/g;
const FRACTION = /[\u00bc-\u00be\u2150-\u215e\u2189]/g;

/** A text without what a keyboard sets by itself. @param {string} text @returns {string} */
export function tidy(text) {
  return text.replace(/[\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g, "")
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\u0060\u00b4\u02b9\u02bb\u02bc\u02c8\u2018-\u201b\u2032\uff07]/g, "'")
    .replace(/[\u00ab\u00bb\u201c-\u201f\u2033\uff02]/g, '"')
    .replace(/[\t-\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+/g, " ")
    .replace(/^ | $/g, "").replace(/\u2044/g, "/");
}

/** What two answers have in common that a person takes for the same. @param {string} text @returns {string} */
export function comparable(text) {
  return tidy(tidy(text).normalize("NFKC")).toLowerCase().replace(/^[ "']+|[ ."'!?]+$/g, "");
}

/**
 * The one number that a text holds, NaN where it holds none or no single one.
 * @param {string} text
 * @param {NumberSigns} signs
 * @returns {number}
 */
export function read(text, signs) {
  const scales = Object.keys(signs.scales).join("|");
  /** @type {string[]} */
  const fractions = [];
  text = tidy(text);
  if (/(^|[^A-Za-z])M(?![A-Za-z])/.test(text)) return NaN;
  text = text.toLowerCase().replace(new RegExp(`([${LETTER}])[\u00b2\u00b3\u00b9\u2070-\u209c]+`, "g"), "$1")
    .replace(FRACTION, (sign) => { fractions.push(sign); return "\u2044"; });
  if (/\p{N}/u.test(text.replace(/[0-9]/g, ""))) return NaN;
  text = text.replace(new RegExp(`(^|[^${LETTER}])([cdkm]?m)[23](?![${LETTER}0-9])`, "g"), "$1$2")
    .replace(new RegExp(`\\((?!(?:${scales})\\))[^0-9)\u2044]*\\)`, "g"), " ");
  const numbers = text.match(NUMBER) || [];
  if (numbers.length !== 1 || /[<>*^\u2030\u00d7\u00f7\u03c0\u221a\u221e\u2260\u2264\u2265]/.test(text) ||
    new RegExp(`(?:^|[^${LETTER}])(?:${signs.otherwise})(?![${LETTER}])`).test(text)) return NaN;
  let token = numbers[0], start = text.indexOf(token), before = text.slice(0, start), after = text.slice(start + token.length);
  if (token[0] === "." && new RegExp(`[${LETTER}]$`).test(before)) { // the full stop of Rp. and No.
    token = token.slice(1);
    before += ". ";
  }
  let minus = 0, power = 0, found;
  /** Takes off what stands right before the number. @param {RegExp} pattern */
  const takes = (pattern) => { const left = before.replace(pattern, "$1"), taken = left !== before; before = left; return taken; };
  if (takes(/()-$/)) minus++;
  const isMoney = takes(MONEY);
  if (isMoney && takes(/()-$/)) minus++;
  if (takes(new RegExp(`(^|[^${LETTER}])(?:${signs.minus}) ?$`))) minus++;
  while ((found = new RegExp(`^[ -]?(${scales})(?![${LETTER}])`).exec(after))) {
    power += signs.scales[found[1]];
    after = after.slice(found[0].length);
  }
  if (minus > 1 || new RegExp(`[${LETTER}.,/]$|- ?$`).test(before) || new RegExp(`^-(?![${LETTER}])`).test(after) ||
    new RegExp(`(?:^|[^${LETTER}])(?:${scales}|${signs.minus})`).test(`${before} ${after}`) ||
    isMoney && new RegExp(`^[0-9]*[${signs.decimal}][0-9]{3}$`).test(token)) return NaN;
  const value = fractions.length ? mixed(token, fractions[0], power) : +`${digits(token, signs)}e${power}`;
  return isFinite(value) ? (minus ? -value : value) : NaN;
}

/** The value of ½ or 2½. @param {string} token @param {string} fraction @param {number} power @returns {number} */
function mixed(token, fraction, power) {
  const whole = token.replace(/ ?\u2044$/, ""), parts = fraction.normalize("NFKC").split("\u2044");
  return /[^0-9]/.test(whole) || !parts[1] ? NaN : (+whole * +parts[1] + +parts[0]) * +`1e${power}` / +parts[1];
}

/** The figures with a point before the decimals, "" where the signs between them agree with no way to write one number. @param {string} token @param {NumberSigns} signs @returns {string} */
function digits(token, signs) {
  const parts = token.split(/[., ]/), between = token.replace(/[0-9]/g, ""), count = between.length;
  const whole = parts[0], last = between.slice(-1), end = parts[count], isOneSign = between === last.repeat(count);
  if (!count) return whole;
  if (/^0[0-9]/.test(whole)) return "";
  if (!whole) return count === 1 && last !== " " ? `0.${end}` : "";
  if (last === " " || count > 1 && isOneSign) return isOneSign && isGrouped(parts) ? parts.join("") : "";
  if (count > 1) {
    const front = parts.slice(0, -1);
    if (between.slice(0, -1) !== between[0].repeat(count - 1) || !isGrouped(front) || between[0] === " " && last === signs.thousands && end.length === 3) return "";
    return `${front.join("")}.${end}`;
  }
  if (last === signs.thousands && end.length === 3 && whole !== "0") return isGrouped(parts) ? whole + end : "";
  return `${whole}.${end}`;
}

/** Whether the parts are one to three figures, then groups of three. @param {string[]} parts @returns {boolean} */
function isGrouped(parts) {
  return /^[1-9][0-9]{0,2}$/.test(parts[0]) && parts.slice(1).every((part) => part.length === 3);
}

/** Whether a value lies within the tolerance of a number, but for the rounding of binary fractions. @param {number} value @param {number} number @param {number} [tolerance] @returns {boolean} */
export function agree(value, number, tolerance = 0) {
  return Math.abs(value - number) <= tolerance + Number.EPSILON * (Math.abs(value) + Math.abs(number) + tolerance);
}

/**
 * The places of the keys that an answer meets; null where a number is asked for and none can be read: then ask again.
 * @param {string} text
 * @param {Key[]} keys
 * @param {NumberSigns} signs
 * @returns {number[] | null}
 */
export function matched(text, keys, signs) {
  const words = comparable(text), places = keys.map((_, place) => place);
  const same = places.filter((place) => (keys[place].accept || []).some((word) => comparable(word) === words));
  if (keys.every((key) => key.number === undefined)) return same;
  const value = read(text, signs);
  if (isNaN(value)) return same.length ? same : null;
  const met = places.filter((place) => same.includes(place) || (keys[place].number !== undefined ? agree(value, keys[place].number, keys[place].tolerance) :
    (keys[place].accept || []).some((word) => agree(value, read(word, signs)))));
  const isPart = places.some((place) => keys[place].number !== undefined && !met.includes(place) && agree(value / 100, keys[place].number, keys[place].tolerance));
  return isPart && new RegExp(`%|${signs.percent}`).test(tidy(text).toLowerCase()) ? null : met;
}

/**
 * One answer that is foreseen, right or wrong: a number with its tolerance, or words.
 * @typedef {{accept?: string[], number?: number, tolerance?: number}} Key
 */
