// An answer as SCORM 1.2 tells it: an interaction with its type, response, right response and result.

const LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789", MOST = 255;
const TYPES = {
  "single-choice": "choice", "multiple-choice": "choice", inspection: "choice", reflection: "choice", "true-false": "matching", matching: "matching",
  ordering: "sequencing", "short-text": "fill-in", "branching-case": "performance",
};

/** @param {ScormItem} item */
export function typeOf(item) { return item.type === "true-false" && item.parts.length === 1 ? "true-false" : TYPES[item.type]; }

/**
 * A response in the form of its type: options as letters ("a,c"), rows with their match ("a.t,b.f"), steps in their order, words, scenes.
 * @param {ScormItem} item
 * @param {string[]} answer as the record has it
 */
export function response(item, answer) {
  const letter = name => LETTERS[item.parts.indexOf(name)] || "", halves = answer.map(part => [part.slice(0, part.indexOf(":")), part.slice(part.indexOf(":") + 1)]);
  switch (typeOf(item)) {
    case "fill-in": return Array.from(halves.map(half => half[1]).join(" ").replace(/\s+/g, " ")).join("").slice(0, MOST).replace(/[\ud800-\udbff]$/, "");
    case "performance": return last(answer.map(name => name.slice(item.id.length + 1)));
    case "true-false": return halves.map(half => half[1][0]).join("");
    case "sequencing": return halves.sort((one, other) => +one[1] - +other[1]).map(half => letter(half[0])).join(",");
    case "matching": {
      const values = item.values, value = name => values ? LETTERS[values.indexOf(name)] || "" : name[0];
      return halves.map(half => `${letter(half[0])}.${value(half[1])}`).sort().join(",");
    }
    default: return halves.map(half => letter(half[1])).filter(Boolean).sort().join(",");
  }
}
/** The last scenes of a road that fit. @param {string[]} scenes */
function last(scenes) {
  const left = scenes.slice();
  while (left.join(",").length > MOST) left.shift();
  return left.join(",");
}

/** @param {number} value @param {number} [digits] */
function padded(value, digits = 2) { return `${value}`.padStart(digits, "0"); }

/**
 * A time of the day, "09:05:00".
 * @param {number} time milliseconds since 1970
 */
export function clock(time) {
  const date = new Date(time);
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(part => padded(part)).join(":");
}

/**
 * A span of time, "0001:02:03.45".
 * @param {number} span milliseconds
 */
export function duration(span) {
  const hundredths = Math.min(Math.max(Math.round(span / 10), 0), 3599999999), whole = Math.floor(hundredths / 100); // 9999 hours at most
  return `${padded(Math.floor(whole / 3600), 4)}:${padded(Math.floor(whole / 60) % 60)}:${padded(whole % 60)}.${padded(hundredths % 100)}`;
}

/**
 * The values of one interaction by the last part of their names, in the order in which they are set.
 * @param {ScormItem} item
 * @param {Entry} entry
 * @param {number} latency milliseconds
 * @returns {[string, string][]}
 */
export function interaction(item, entry, latency) {
  const values = /** @type {[string, string][]} */ ([
    ["id", `${item.id}.${entry.r}`], ["type", typeOf(item)], ["time", clock(entry.t || Date.now())],
    ["student_response", response(item, entry.a)],
    ["result", entry.ok === undefined ? "neutral" : entry.ok ? "correct" : "wrong"], ["weighting", "1"], ["latency", duration(latency)],
  ]);
  if (item.right) values.splice(3, 0, ["correct_responses.0.pattern", response(item, item.right)]);
  return values;
}
