// Keeps classes on this device: one entry of localStorage each, since a write to it is done before the lid closes.
import { merged } from "./class.js";
import { checked } from "./reading.js";

const PREFIX = `${COURSE_KEY}-kelas-`;

/**
 * Where in a class the trainer is: what is asked, and how far it has come.
 * @typedef {{set: import("./sets.js").QuestionSet, at: number, round: number, step: "asking" | "debrief"}} Place
 */
/** @typedef {{v: 1, n: number, file: ClassFile, at: Place | null}} Kept */

/**
 * What is kept: names and times of classes, the newest first; `file` is null where an entry can no longer be read.
 * @returns {{key: string, file: ClassFile | null, raw: string}[]}
 * @throws where the browser lets the page keep nothing
 */
export function kept() {
  const found = [];
  for (let at = 0; at < localStorage.length; at++) {
    const key = localStorage.key(at) || "";
    if (!key.startsWith(PREFIX)) continue;
    const entry = read(key), raw = localStorage.getItem(key) || "";
    found.push({ key, file: entry && entry.file, raw });
  }
  return found.sort((one, other) => (other.file ? other.file.t : 0) - (one.file ? one.file.t : 0));
}

/** @param {ClassFile} file */
export function keyOf(file) { return PREFIX + file.t.toString(36); }

/**
 * An entry as it is kept; null where there is none that can be read.
 * @param {string} key
 * @returns {Kept | null}
 */
export function read(key) {
  let entry;
  try { entry = JSON.parse(localStorage.getItem(key) || "null"); } catch (error) { return null; }
  if (!entry || entry.v !== 1) return null;
  const { file } = checked(entry.file, COURSE_KEY);
  return file && { v: 1, n: Number(entry.n) || 0, file, at: isPlace(entry.at) ? entry.at : null };
}

/**
 * Writes a class, after taking in what another window wrote since.
 * @param {Kept} entry what this window has
 * @returns {{entry: Kept, fault: "" | "full" | "blocked"}} what it has now; at a fault the entry that was kept before is still there
 */
export function write(entry) {
  const key = keyOf(entry.file);
  try {
    const there = read(key);
    const file = there && there.n > entry.n ? merged(entry.file, there.file) : entry.file;
    const next = { ...entry, file, n: Math.max(entry.n, there ? there.n : 0) + 1 };
    localStorage.setItem(key, JSON.stringify(next));
    return { entry: next, fault: "" };
  } catch (error) {
    return { entry, fault: /** @type {any} */ (error).name === "SecurityError" ? "blocked" : "full" };
  }
}

/** @param {string} key */
export function remove(key) { localStorage.removeItem(key); }

/**
 * Puts back an entry as it stood.
 * @param {string} key
 * @param {string} raw
 */
export function putBack(key, raw) { localStorage.setItem(key, raw); }

/** @param {any} place */
function isPlace(place) {
  return !!place && Number.isInteger(place.at) && Number.isInteger(place.round) && ["asking", "debrief"].includes(place.step) && !!place.set &&
    typeof place.set.id === "string" && Array.isArray(place.set.items) && place.at >= 0 && place.set.items.length > 0 && ["", "a", "b"].includes(place.set.form) &&
    place.set.items.every(pair => Array.isArray(pair) && pair.length >= 2 && pair.every(part => typeof part === "string"));
}
