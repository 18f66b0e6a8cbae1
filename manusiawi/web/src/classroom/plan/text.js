// Writes a plan of a workshop into the part of an address that no server sees, and reads it there; nothing in it is trusted.
//
// 1;Title;needs;day;day;check — needs are letters, "n" for a network first; a day is YYMMDD-HHMM, "f" behind it for the fast, then its parts,
// each after a comma: a letter for the kind, what it names, its minutes, a title of its own. Every sign stands in addresses as it is, and
// the last is a letter or digit, since messengers cut off other ends. The check tells an address that was cut or mistyped.

const VERSION = "1";
/** The most days of a plan, parts of a day, minutes of a part, and letters of a title. */
export const MOST_DAYS = 10, MOST_PARTS = 60, MOST_MINUTES = 600, MOST_LETTERS = 120;
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/; // steering signs, and those that turn a line round

/** The letters of kinds; an address that was shared keeps its meaning, so none ever changes. */
export const KINDS = /** @type {{ [letter: string]: PlanPart["kind"] }} */ ({
  m: "module", l: "lesson", c: "case", q: "item", a: "activity", t: "test", e: "evaluation", b: "break", p: "prayer", f: "meal", o: "other",
});
/** The letters of what participants need; the same holds. */
export const NEEDS = /** @type {{ [letter: string]: string }} */ ({
  b: "blind", v: "low-vision", d: "deaf", h: "hard-of-hearing", w: "wheelchair", g: "hands", s: "psychosocial", r: "learning",
});

/**
 * A plan as the text of an address, without the "#".
 * @param {Plan} plan
 * @returns {string}
 */
export function writePlan(plan) {
  const needs = (plan.network ? "n" : "") + plan.needs.map(need => letter(NEEDS, need)).join("");
  const body = [VERSION, escaped(plan.title), needs, ...plan.days.map(writeDay)].join(";");
  return `${body};${checkOf(body)}`;
}

function writeDay(/** @type {PlanDay} */ day) {
  const head = `${day.date.replace(/-/g, "").slice(2)}-${day.start.replace(":", "")}${day.fasting ? "f" : ""}`;
  return [head, ...day.parts.map(part => {
    const fields = [letter(KINDS, part.kind), part.ref, String(part.minutes), escaped(part.title)];
    return fields.slice(0, part.title ? 4 : 3).join(":");
  })].join(",");
}

/**
 * The plan that a text holds; `fault` says why it holds none: "" nothing is wrong, "empty" nothing there, "version" of a newer course,
 * "cut" the end is missing or mistyped, "wrong" it is no plan.
 * @param {string} text of an address, without the "#"
 * @returns {{ plan: Plan | null, fault: "" | "empty" | "version" | "cut" | "wrong" }}
 */
export function readPlan(text) {
  if (!text) return { plan: null, fault: "empty" };
  const fields = text.split(";");
  if (fields[0] !== VERSION) return { plan: null, fault: /^\d{1,3}$/.test(fields[0]) && fields.length > 1 ? "version" : "wrong" };
  const check = fields.pop(), body = fields.join(";");
  if (check !== checkOf(body)) return { plan: null, fault: "cut" };
  try {
    const [, title, needs, ...days] = fields;
    if (!/^n?[a-z]*$/.test(needs) || !days.length || days.length > MOST_DAYS) throw new RangeError();
    const network = needs[0] === "n";
    return {
      plan: {
        title: unescaped(title),
        network,
        needs: Array.from(new Set(needs.slice(network ? 1 : 0))).map(sign => NEEDS[sign]).filter(Boolean), // a need of a newer course is left out
        days: days.map(readDay),
      },
      fault: "",
    };
  } catch (error) {
    return { plan: null, fault: "wrong" };
  }
}

/** @returns {PlanDay} */
function readDay(/** @type {string} */ text) {
  const [head, ...parts] = text.split(",");
  const found = /^(?:(\d\d)(\d\d)(\d\d))?-([01]\d|2[0-3])([0-5]\d)(f?)$/.exec(head);
  if (!found || parts.length > MOST_PARTS) throw new RangeError(head);
  const date = found[1] ? `20${found[1]}-${found[2]}-${found[3]}` : "";
  if (date && (Number.isNaN(Date.parse(date)) || new Date(date).toISOString().slice(0, 10) !== date)) throw new RangeError(head);
  return { date, start: `${found[4]}:${found[5]}`, fasting: found[6] === "f", parts: parts.map(readPart) };
}

/** @returns {PlanPart} */
function readPart(/** @type {string} */ text) {
  const [kind, ref, minutes, title = "", ...more] = text.split(":");
  const long = Number(minutes);
  if (more.length || !Object.prototype.hasOwnProperty.call(KINDS, kind) || !/^[a-z0-9/-]{0,80}$/.test(ref)) throw new RangeError(text);
  if (!/^\d{1,3}$/.test(minutes) || long > MOST_MINUTES) throw new RangeError(text);
  return { kind: KINDS[kind], ref, minutes: long, title: unescaped(title) };
}

/**
 * The plan without what the course does not have (any more), and what that was; titles of the trainer's own go with it.
 * @param {Plan} plan
 * @param {(part: PlanPart) => boolean} isKnown
 * @returns {{ plan: Plan, gone: PlanPart[] }}
 */
export function withoutGone(plan, isKnown) {
  const gone = plan.days.flatMap(day => day.parts.filter(part => !isKnown(part)));
  return { plan: { ...plan, days: plan.days.map(day => ({ ...day, parts: day.parts.filter(isKnown) })) }, gone };
}

function letter(/** @type {{ [letter: string]: string }} */ table, /** @type {string} */ name) {
  const found = Object.keys(table).find(key => table[key] === name);
  if (!found) throw new RangeError(name);
  return found;
}

// A blank is "_": titles have many, and "%20" is three signs.
function escaped(/** @type {string} */ text) {
  return encodeURIComponent(text.trim().slice(0, MOST_LETTERS).replace(/[\ud800-\udbff]$/, "")).replace(/[!'()*~_]/g, sign => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, "_");
}
function unescaped(/** @type {string} */ text) {
  if (!/^[\w.%-]*$/.test(text)) throw new RangeError(text);
  const plain = decodeURIComponent(text.replace(/_/g, "%20"));
  if (plain.length > MOST_LETTERS || UNSAFE.test(plain)) throw new RangeError(text);
  return plain;
}

/**
 * A title as an address can hold it, from whatever was typed or pasted.
 * @param {string} text
 * @returns {string}
 */
export function safeTitle(text) {
  const signs = Array.from(text).map(sign => UNSAFE.test(sign) ? " " : sign).filter(sign => !/^[\ud800-\udfff]$/.test(sign)); // half a sign
  let made = "";
  for (const sign of signs) { if (made.length + sign.length > MOST_LETTERS) break; made += sign; }
  return made;
}

// FNV-1a of 32 bits (Fowler, Noll, Vo; RFC 9923), its last 25 bits as five letters and digits.
function checkOf(/** @type {string} */ text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return [20, 15, 10, 5, 0].map(shift => "0123456789abcdefghjkmnpqrstvwxyz"[hash >>> shift & 31]).join("");
}
