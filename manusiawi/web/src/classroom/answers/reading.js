// Checks a file of a class that comes from outside: what is foreign or broken is left out and told, with its place.

/** What is wrong, where, and which rule says what is allowed. @typedef {{where: string, found: string, rule: string}} Fault */

// A code holds a digit: no name that every object has is one then.
const ITEM = /^[a-z0-9-]{1,80}$/, OPTION = /^[a-z0-9-]{1,40}(?::(?:true|false))?$/, CODE = /^(?=.*\d)[A-Za-z0-9-]{1,24}$/, REVISION = /^(?:id|en)-[0-9a-z]{5}$/;
const WAYS = ["cards", "phones", "counts"], FORMS = ["", "a", "b"];

/**
 * A class from the text of a JSON file.
 * @param {string} text
 * @param {string} course the key of this course
 * @returns {{file: ClassFile | null, faults: Fault[]}} null where nothing of it can be used
 */
export function fromJson(text, course) {
  try { return checked(JSON.parse(text), course); } catch (error) { return { file: null, faults: [{ where: "", found: text.slice(0, 40), rule: "json" }] }; }
}

/**
 * A class from data that may be anything.
 * @param {any} data
 * @param {string} course the key of this course
 * @returns {{file: ClassFile | null, faults: Fault[]}}
 */
export function checked(data, course) {
  /** @type {Fault[]} */
  const faults = [];
  const tell = (where, found, rule) => { faults.push({ where, found: shown(found), rule }); return false; };
  if (!isObject(data) || data.format !== "class" || !Array.isArray(data.votes)) { tell("format", isObject(data) ? data.format : data, "class"); return { file: null, faults }; }
  if (data.v !== 1) { tell("v", data.v, "version"); return { file: null, faults }; }
  if (data.course !== course) { tell("course", data.course, "course"); return { file: null, faults }; }
  const people = keptOf(data.people, "people", (code, name) => CODE.test(code) ? isText(name, 80) || "name" : "code", tell);
  const votes = /** @type {Vote[]} */ ([]);
  data.votes.forEach((vote, at) => {
    const clean = voteFrom(vote, `votes[${at}]`, tell);
    if (!clean) return;
    if (votes.some(other => other.item === clean.item && other.row === clean.row && other.form === clean.form && other.round === clean.round)) tell(`votes[${at}]`, clean.item, "twice");
    else votes.push(clean);
  });
  const name = isText(data.name, 80) ? data.name : "";
  const language = data.language === "en" ? "en" : "id";
  return { file: { format: "class", v: 1, course, language, name, t: isTime(data.t) ? data.t : 0, people, votes }, faults };
}

/**
 * One vote; null where it is none.
 * @param {any} vote
 * @param {string} where
 * @param {(where: string, found: any, rule: string) => boolean} tell
 * @returns {Vote | null}
 */
function voteFrom(vote, where, tell) {
  if (!isObject(vote)) { tell(where, vote, "vote"); return null; }
  const rules = /** @type {[string, boolean][]} */ ([
    ["item", is(ITEM, vote.item)], ["r", is(REVISION, vote.r)], ["round", isCount(vote.round, 99) && vote.round > 0], ["form", FORMS.includes(vote.form)],
    ["way", WAYS.includes(vote.way)], ["t", isTime(vote.t)], ["row", vote.row === undefined || is(ITEM, vote.row)]
  ]);
  const wrong = rules.filter(([name, is]) => !is && !tell(`${where}.${name}`, vote[name], name));
  if (wrong.length) return null;
  const answers = keptOf(vote.answers, `${where}.answers`, (code, answer) => CODE.test(code) ? isAnswer(answer) || "answer" : "code", tell);
  const counts = keptOf(vote.counts, `${where}.counts`, (option, count) => OPTION.test(option) ? isCount(count, 9999) || "count" : "answer", tell);
  Object.keys(answers).forEach(code => { const { o, s } = answers[code]; answers[code] = s === undefined ? { o } : { o, s }; });
  const { item, row, r, round, form, way, t } = vote;
  return { item, ...row ? { row } : {}, r, round, form, way, t, answers, counts };
}

/**
 * The entries of an object that keep a rule; of the others it is told.
 * @param {any} entries
 * @param {string} where
 * @param {(name: string, value: any) => true | string} rule true, or the name of the rule that is broken
 * @param {(where: string, found: any, rule: string) => boolean} tell
 */
function keptOf(entries, where, rule, tell) {
  const kept = /** @type {any} */ ({});
  if (!isObject(entries)) { if (entries !== undefined) tell(where, entries, "list"); return kept; }
  Object.keys(entries).forEach(name => {
    const broken = rule(name, entries[name]);
    if (broken === true) kept[name] = entries[name]; else tell(`${where}["${name.slice(0, 24)}"]`, entries[name], broken);
  });
  return kept;
}

/** @param {any} value */
function isObject(value) { return !!value && typeof value === "object" && !Array.isArray(value); }
function is(pattern, value) { return typeof value === "string" && pattern.test(value); }
function isText(value, most) { return typeof value === "string" && value.length <= most; }
function isTime(value) { return typeof value === "number" && value >= 0 && value < 1e14; }
function isCount(value, most) { return Number.isInteger(value) && value >= 0 && value <= most; }
function isAnswer(value) { return isObject(value) && is(OPTION, value.o) && (value.s === undefined || value.s === 0 || value.s === 1); }
/** @param {any} found */
function shown(found) { return (typeof found === "string" ? found : JSON.stringify(found) || "").slice(0, 40); }
