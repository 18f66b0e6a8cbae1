// Whose record this device keeps for a package, and which window sends it: a newer window takes over, and another learner's answers are put aside.
import { hash, written } from "../classroom/codes/signs.js";
import { root } from "../base/here.js";

const KEY = `${COURSE_KEY}-lms`;
let isKept = false;

/** @typedef {{who: string, session: string, unsent: 0 | 1}} Owner */

/** @returns {Owner | null} */
function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) || "null");
    return found && typeof found.who === "string" && typeof found.session === "string" ? found : null;
  } catch (error) { return null; }
}
/** @param {Owner} owner */
function write(owner) {
  try {
    localStorage.setItem(KEY, JSON.stringify(owner));
    isKept = true;
  } catch (error) { /* nothing may be kept here: then no other window sees it either */ }
}
/** @param {string} who */
function aside(who) { return `${KEY}-${who}`; }

/**
 * The name by which this device knows a learner: no one's own, and another one in another place of the same system.
 * @param {string} student
 */
export function nameOf(student) { return written(hash(`${student} ${root}`, 30), 6); }

/**
 * Takes the device for a session, unless a newer window did. Returns what this device has of the learner, and whether it counts beside what
 * the system has: "whole" where some of it was never sent.
 * @param {string} who
 * @param {string} session
 * @param {boolean} isNew whether the session begins here
 * @param {{record(): LearnerRecord}} store
 * @returns {{record: LearnerRecord, whole: boolean} | null} null where a newer window has it
 */
export function claim(who, session, isNew, store) {
  const before = read(), record = store.record();
  if (!isNew && before && before.who === who && before.session !== session) return null;
  const isOther = !!before && before.who !== who;
  if (before && isOther && before.unsent) keepAside(before.who, record);
  write({ who, session, unsent: before && !isOther ? before.unsent : 0 });
  if (isOther) {
    const own = fetchAside(who);
    return { record: own || { ...record, items: {}, pages: {}, place: {} }, whole: !!own };
  }
  return { record, whole: !before || before.unsent === 1 }; // without an owner it was answered where no system was found
}
/** @param {string} who @param {LearnerRecord} record */
function keepAside(who, record) { try { localStorage.setItem(aside(who), JSON.stringify(record)); } catch (error) { /* full */ } }
/** @param {string} who @returns {LearnerRecord | null} */
function fetchAside(who) {
  try {
    const text = localStorage.getItem(aside(who));
    localStorage.removeItem(aside(who));
    return text && JSON.parse(text);
  } catch (error) { return null; }
}

/**
 * Whether everything that this device kept was cleared meanwhile, as a system may do for its own reasons; then it takes the device anew.
 * @param {string} who @param {string} session
 */
export function isCleared(who, session) {
  if (!isKept || read()) return false;
  write({ who, session, unsent: 1 });
  return true;
}
/** Whether a newer window, or another learner, has taken the device. @param {string} who @param {string} session */
export function isTaken(who, session) {
  const now = read();
  return !!now && (now.session !== session || now.who !== who);
}
/** Says whether something of the record is still to be sent; no window says so of another one's. @param {0 | 1} unsent */
export function mark(unsent) {
  const now = read();
  if (now && now.unsent !== unsent) write({ ...now, unsent });
}
/** Calls a function when another window takes the device. @param {() => void} listener */
export function ontaken(listener) { addEventListener("storage", event => { if (event.key === KEY) listener(); }); }
