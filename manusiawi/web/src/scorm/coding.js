// What a learning system keeps for the learner between two sessions, in at most 4,096 signs: answers by item and revision, pages read.
// "1!session!place!page.time_page.time!item.revision.flags.time.answer!…"; times are seconds since 1970, to the base of 36.

/** As SCORM 1.2 allows; some systems take more, and one of them stops keeping anything once it is stricter. */
export const MOST = 4096;
const VERSION = "1";

/**
 * @typedef {{session: string, place: string, items: {[id: string]: Entry}, pages: {[path: string]: number}}} Kept
 */

/** @param {string} text */
function escaped(text) {
  return encodeURIComponent(text.replace(/[\ud800-\udfff]/gu, "")).replace(/[_.!~*'()]/g, sign => `%${sign.charCodeAt(0).toString(16)}`).replace(/%3A/g, ":");
}
/** @param {string} text */
function unescaped(text) { try { return decodeURIComponent(text); } catch (error) { return ""; } }
/** @param {number | undefined} time */
function seconds(time) { return time ? Math.floor(time / 1000).toString(36) : ""; }
/** @param {string} text */
function timeOf(text) { return /^[0-9a-z]{1,8}$/.test(text) ? parseInt(text, 36) * 1000 : 0; }
function three(flag) { return flag === undefined ? 0 : flag + 1; }
function flag(value) { return value ? /** @type {0 | 1} */ (value - 1) : undefined; }

/** An entry as a text. @param {string} id @param {Entry} entry */
function written(id, entry) {
  const parts = entry.a.map(part => part.startsWith(`${id}-`) ? `*${escaped(part.slice(id.length + 1))}` : escaped(part));
  return [id, entry.r.slice(3), (entry.c + 2 * three(entry.ok) + 6 * three(entry.s)).toString(36), seconds(entry.t || entry.u), parts.join("_")].join(".");
}
/** The entry in a text, null where it is none. @param {string} text @param {string} language @returns {[string, Entry] | null} */
function entryIn(text, language) {
  const [id, revision, flags, time, answer] = text.split("."), bits = parseInt(flags, 36);
  if (!/^[a-z0-9-]+$/.test(id) || !/^[a-z0-9]+$/.test(revision || "") || !(bits >= 0 && bits < 18) || answer === undefined) return null;
  const a = answer ? answer.split("_").map(part => part[0] === "*" ? `${id}-${unescaped(part.slice(1))}` : unescaped(part)) : [];
  const entry = /** @type {Entry} */ ({ r: `${language}-${revision}`, a, c: bits % 2 });
  const ok = flag((bits >> 1) % 3), s = flag(Math.floor(bits / 6));
  if (timeOf(time)) entry.t = entry.u = timeOf(time);
  if (ok !== undefined) { entry.ok = ok; entry.b = ok; }
  if (s !== undefined) entry.s = s;
  return [id, entry];
}

/**
 * What is kept as a text, and how many answers had to be left out or keep their result alone. What is not checked goes first, then what
 * was answered while its result stays, then the results; of each the oldest first. The pages read always stay.
 * @param {Kept} kept
 * @param {string} module the folder of the pages
 */
export function encode(kept, module, most = MOST) {
  const pages = Object.keys(kept.pages).filter(path => path.startsWith(`${module}/`)).sort()
    .map(path => `${path.slice(module.length + 1).replace(/\.html$/, "")}.${seconds(kept.pages[path])}`);
  const ids = Object.keys(kept.items).sort((one, other) => (kept.items[one].t || 0) - (kept.items[other].t || 0));
  const texts = /** @type {{[id: string]: string}} */ ({}), head = [VERSION, kept.session, kept.place.slice(module.length + 1).replace(/\.html$/, ""), pages.join("_")].join("!");
  ids.forEach(id => { texts[id] = `!${written(id, kept.items[id])}`; });
  let size = ids.reduce((sum, id) => sum + texts[id].length, head.length);
  const cut = new Set();
  /** @param {string} id @param {string} text */
  const shorten = (id, text) => { size += text.length - texts[id].length; texts[id] = text; cut.add(id); };
  const steps = [
    id => { if (!kept.items[id].c && kept.items[id].ok === undefined) shorten(id, ""); },
    id => { if (texts[id]) shorten(id, `!${written(id, { ...kept.items[id], a: [] })}`); },
    id => { shorten(id, ""); },
  ];
  steps.forEach(step => { ids.forEach(id => { if (size > most) step(id); }); });
  return { text: head + ids.map(id => texts[id]).join(""), cut: cut.size };
}

/**
 * What a text keeps; nothing where it is none of ours, and nothing of a part that cannot be read.
 * @param {string} text
 * @param {string} module
 * @param {string} language
 * @returns {Kept}
 */
export function decode(text, module, language) {
  const [version, session, place, pages, ...items] = text.split("!"), kept = /** @type {Kept} */ ({ session: "", place: "", items: {}, pages: {} });
  if (version !== VERSION || pages === undefined) return kept;
  kept.session = session;
  if (place) kept.place = `${module}/${place}.html`;
  pages.split("_").forEach(page => {
    const [name, time] = page.split(".");
    if (name && timeOf(time)) kept.pages[`${module}/${name}.html`] = timeOf(time);
  });
  items.forEach(item => {
    const found = entryIn(item, language);
    if (found) kept.items[found[0]] = found[1];
  });
  return kept;
}

/**
 * A record of both: of each entry the newer; of two of one second that of this device, which knows more.
 * @param {Kept} kept what the learning system has
 * @param {LearnerRecord} local what this device has
 * @param {boolean} isWhole whether what this device alone has counts too
 * @returns {LearnerRecord}
 */
export function merged(kept, local, isWhole) {
  const made = { ...local, items: { ...kept.items }, pages: { ...kept.pages }, place: kept.place ? { lesson: kept.place } : {} };
  Object.keys(local.items).forEach(id => {
    const mine = at(local.items[id]), theirs = kept.items[id] ? at(kept.items[id]) : -1;
    if (isWhole ? mine >= theirs : mine === theirs) made.items[id] = local.items[id];
  });
  if (isWhole) {
    Object.assign(made.pages, local.pages);
    if (local.place.lesson) made.place = local.place;
  }
  return made;
}
/** @param {Entry} entry */
export function at(entry) { return Math.floor((entry.t || entry.u || 0) / 1000); }
