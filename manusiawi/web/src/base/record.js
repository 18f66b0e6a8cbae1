// Keeps the learner's record on this device: the only script that reads and writes it.
// Its shape is LearnerRecord in ../contract.d.ts; times are milliseconds since 1970.

import { share } from "./shared.js";
import { due } from "./spacing.js";

const KEY = COURSE_KEY, SPOILT = `${KEY}-rusak`, VERSION = 2;
/** @type {Object<string, {section: Section, name: string, value: any, t: number}>} what this page wrote, by section and name */
let mine = {};
/** @type {(() => void)[]} */
const listeners = [], returned = [];
let memory = empty();
let unsaved = false;
/** What is wrong with keeping the record: "", "unsaved", "newer" or "corrupt". */
export let trouble = "";

/**
 * A record of nothing.
 * @returns {LearnerRecord}
 */
export function empty() { return { v: VERSION, items: {}, pages: {}, tests: {}, place: {} }; }
function isObject(value) { return !!value && typeof value === "object" && !Array.isArray(value); }
function isFlag(value) { return value === 0 || value === 1; }
function isTime(value) { return typeof value === "number" && value >= 0 && value < 1e14; }
function isScore(value) {
  return Array.isArray(value) && value.length === 2 && value.every(count => Number.isInteger(count) && count >= 0 && count < 1000) && value[0] <= value[1];
}
function areWords(value, most) {
  return Array.isArray(value) && value.length <= most && value.every(word => typeof word === "string" && word.length < 500);
}
// What each section may hold; anything else is left out, so that a foreign or hostile record changes nothing.
const sound = {
  items(entry) {
    return isObject(entry) && typeof entry.r === "string" && entry.r.length < 60 && areWords(entry.a, 60) && isFlag(entry.c) &&
      (entry.t === undefined || isTime(entry.t)) && (entry.o === undefined || isTime(entry.o)) && (entry.u === undefined || isTime(entry.u)) && (entry.ok === undefined || isFlag(entry.ok)) && (entry.s === undefined || isFlag(entry.s)) &&
      (entry.m === undefined || areWords(entry.m, 10)) && (entry.b === undefined || (entry.b >= 0 && entry.b < 9));
  },
  pages: isTime,
  place(path) { return typeof path === "string" && /^[a-z0-9/-]{1,80}\.html$/.test(path); },
  tests(sitting) {
    return isObject(sitting) && isTime(sitting.t) && (sitting.u === undefined || isTime(sitting.u)) && (sitting.done === undefined || isTime(sitting.done)) && (sitting.n === undefined || isScore(sitting.n)) && isObject(sitting.a) &&
      Object.keys(sitting.a).every(id => areWords([sitting.a[id]], 1));
  }
};
function cleaned(data) {
  const clean = empty();
  if (isTime(data.at)) clean.at = data.at;
  Object.keys(sound).forEach(section => {
    if (!isObject(data[section])) return;
    Object.keys(data[section]).forEach(name => {
      if (/^[a-z0-9/.-]{1,120}$/.test(name) && sound[section](data[section][name])) clean[section][name] = data[section][name];
    });
  });
  return clean;
}
function read(text) { try { return JSON.parse(text); } catch (e) { return null; } }
function isRecord(data) { return isObject(data) && (data.v === VERSION || data.v === 1) && isObject(data.items); } // the first version had items alone
function isNewer(text) { const data = read(text); return isObject(data) && data.v > VERSION; }
function copy(record) { return JSON.parse(JSON.stringify(record)); }
function size(data) {
  return Object.keys(sound).reduce((sum, section) => sum + (isObject(data[section]) ? Object.keys(data[section]).length : 0), 0);
}
function setTrouble(name) {
  if (trouble === name) return;
  trouble = name;
  tell();
}
function tell() { listeners.forEach(listener => { listener(); }); }

/**
 * The record as it is kept now; a copy that may be changed.
 * @returns {LearnerRecord}
 */
export function record() {
  let text, data;
  if (unsaved) return copy(memory); // what could not be written is newer than what is stored
  try { text = localStorage.getItem(KEY); } catch (e) { unsaved = true; setTrouble("unsaved"); return copy(memory); }
  if (text === null) return empty();
  data = read(text);
  if (isRecord(data)) return settled(cleaned(data));
  if (isNewer(text)) { unsaved = true; setTrouble("newer"); return copy(memory); } // a newer version of the course wrote it: an old copy must not spoil it
  setTrouble(putAside(text) ? "corrupt" : "unsaved");
  return copy(memory);
}
// Moves a damaged record out of the way; where that fails it stays, nothing is written over it, and this page keeps what is answered.
function putAside(text) {
  localStorage.removeItem(KEY); // first: both together may not fit
  try { localStorage.setItem(SPOILT, text); } catch (e) {
    try { localStorage.setItem(KEY, text); } catch (error) { /* it was there a moment ago */ }
    unsaved = true;
  }
  return !unsaved;
}
// A device whose clock was ahead: what was answered in the future counts as answered now, and is written so, or it would not come back.
function settled(data) {
  const now = Date.now(), ahead = Object.keys(data.items).map(id => data.items[id]).filter(entry => (entry.t || 0) > now);
  ahead.forEach(entry => { entry.t = entry.u = now; });
  if (ahead.length) write(data);
  return data;
}
function write(data) {
  memory = copy(data);
  try {
    const there = localStorage.getItem(KEY);
    if (there !== null && !isRecord(read(there))) throw new Error(isNewer(there) ? "newer" : "damaged");
    localStorage.setItem(KEY, JSON.stringify(data));
    if (isAgreed) hand(JSON.stringify(data));
    unsaved = false;
    if (trouble !== "corrupt") setTrouble("");
  } catch (e) { unsaved = true; setTrouble(/** @type {Error} */ (e).message === "newer" ? "newer" : "unsaved"); }
}
function timeOf(value) { return value === undefined ? -1 : typeof value === "number" ? value : value.u || 0; } // a place has none: the last tab wins

/**
 * Sets one entry, or takes it away where the value is null. Read anew each time: another tab may have written meanwhile.
 * @param {Section} section
 * @param {string} name
 * @param {any} value
 */
export function put(section, name, value) {
  const now = record();
  set(now, section, name, value);
  if (isObject(value)) value.u = Date.now();
  mine[`${section} ${name}`] = { section, name, value, t: Date.now() };
  write(now);
  tell();
}
/**
 * @param {LearnerRecord} data
 * @param {Section} section
 * @param {string} name
 * @param {any} value
 */
function set(data, section, name, value) {
  if (value === null) delete data[section][name]; else data[section][name] = value;
}
/**
 * Puts a whole record in place of the one that is kept; returns the one before, for undoing.
 * @param {LearnerRecord} data
 */
export function replace(data) {
  const before = record();
  mine = {};
  data.at = Date.now();
  write(data);
  tell();
  return before;
}
/** Drops the copy of a damaged record too: whoever clears everything leaves nothing behind. */
export function forgetSpoilt() {
  try {
    localStorage.removeItem(SPOILT);
    const text = localStorage.getItem(KEY);
    if (text !== null && !isRecord(read(text)) && !isNewer(text)) localStorage.removeItem(KEY); // it could not be put aside
  } catch (e) { /* there is none */ }
}
/**
 * Calls a function after each change, of another tab too.
 * @param {() => void} listener
 */
export function onchange(listener) { listeners.push(listener); }
/**
 * Calls a function when Back brings the page out of the browser's memory: what it shows is as old as the moment in which it was left.
 * @param {() => void} listener
 */
export function onreturn(listener) { returned.push(listener); }
function comeBack() {
  tell();
  returned.forEach(listener => { listener(); });
}
addEventListener("pageshow", event => {
  if (!event.persisted) return;
  comeBack();
  setTimeout(comeBack, 100); // WebKit empties fields that it is not to remember, and only after this
});
/**
 * A record from a file's text; null where it is none of this course's, is empty, or holds anything that no record may.
 * @param {string} text
 * @returns {LearnerRecord | null}
 */
export function fromText(text) {
  const data = read(text), clean = isRecord(data) && cleaned(data);
  return clean && size(clean) && size(clean) === size(data) ? clean : null;
}

// Two tabs that write in the same moment may overwrite each other: who sees its own entry gone or older sets it again.
// What is gone later than that was taken away on purpose, in the other tab; so was all that is older than a record put in place as a whole.

const MOMENT = 2000;
addEventListener("storage", event => {
  if (event.key !== KEY && event.key !== null) return;
  if (event.newValue === null) mine = {};
  else {
    const now = record(), since = now.at || 0, lost = Object.values(mine).filter(change => {
      if (Date.now() - change.t > MOMENT || change.t <= since) return false;
      const there = now[change.section][change.name];
      return change.value === null ? there !== undefined && timeOf(there) < change.t :
        JSON.stringify(there) !== JSON.stringify(change.value) && timeOf(there) < timeOf(change.value);
    });
    lost.forEach(change => { set(now, change.section, change.name, change.value); });
    if (lost.length) write(now);
  }
  tell();
});

// From files: what the pages share stands in place of what this page kept; what was done here before that was known goes on top.

let isAgreed = false;
const hand = share(text => {
  const isFirst = !isAgreed;
  isAgreed = true;
  if (unsaved || text === localStorage.getItem(KEY)) return;
  if (text !== null && !isRecord(read(text))) return;
  const now = text === null ? record() : cleaned(read(text));
  if (isFirst) Object.values(mine).forEach(change => { set(now, change.section, change.name, change.value); });
  write(now);
  comeBack();
});

/**
 * Puts a whole record in place of this one and shows it, as a learning system has it (../scorm/session.js).
 * @param {any} data
 */
function take(data) {
  replace(cleaned(data));
  comeBack();
}

// The one global name of the course's scripts, after the course's own: for the script of a package, for reading and writing by hand, for tests.
/** @type {any} */ (self)[KEY] = { record, put, due, onchange, take };
