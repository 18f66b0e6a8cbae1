// One session with a learning system over all pages of a package: takes up what the system has, sends each answer, keeps what could not be sent.
import { here, root } from "../base/here.js";
import { fill } from "../base/page.js";
import { duration, interaction } from "./answers.js";
import { at, decode, encode, merged, MOST } from "./coding.js";
import { connect } from "./lms.js";
import { claim, isCleared, isTaken, mark, nameOf, ontaken } from "./owner.js";
import { totals } from "./totals.js";
import { words } from "./words.js";

const AGAIN = 15000; // until what failed is tried again, in milliseconds
const MODULE = SCORM_MODULE;

/**
 * @param {ScormApi} api
 * @param {any} store the record of the page, as its own script offers it
 * @param {ReturnType<typeof import("./notice.js").notices>} view
 */
export function attach(api, store, view) {
  const lms = connect(api), touched = /** @type {{[id: string]: number}} */ ({}), sent = /** @type {{[id: string]: string}} */ ({});
  const began = lms.begin();
  if (!began) { close(); return; }
  if (lms.get("cmi.core.lesson_mode") === "review") { view.tell(words.review); take(true); return; }
  const who = nameOf(lms.get("cmi.core.student_id")), first = known(), session = began === "same" && first.session || Date.now().toString(36);
  let isOpen = true, isDirty = false, isFailing = false, isInside = false, timer = 0, pages = "";
  const found = claim(who, session, began === "new", store);
  const start = parseInt(session, 36);
  if (!found) { view.tell(words.double); } else { take(found.whole, found.record); note(first); }
  if (found && lms.get("cmi.core.lesson_status") === "not attempted") lms.set("cmi.core.lesson_status", "incomplete");
  watch();
  if (found) { send(); if (began === "new" || isDirty) save(); }

  function known() { return decode(lms.get("cmi.suspend_data"), MODULE.module, MODULE.language); }
  function close() {
    view.tell(words.closed);
    store.onchange(() => { mark(1); });
  }
  /** Puts what the system has into the record, with what this device has. @param {boolean} whole @param {LearnerRecord} [record] */
  function take(whole, record) { store.take(merged(known(), record || store.record(), whole)); }
  /** Remembers what the system has. @param {import("./coding.js").Kept} kept */
  function note(kept) {
    Object.keys(kept.items).forEach(id => { if (kept.items[id].c && newer(id, kept.items[id])) sent[id] = stamp(kept.items[id]); });
    pages = pages || Object.keys(kept.pages).sort().join(" ");
  }
  /** @param {Entry} entry */
  function stamp(entry) { return `${at(entry)} ${entry.ok} ${entry.r}`; }
  /** @param {string} id @param {Entry} entry */
  function newer(id, entry) { return !sent[id] || at(entry) >= parseInt(sent[id], 10) && stamp(entry) !== sent[id]; }

  function isMine() {
    if (!isTaken(who, session)) return true;
    view.tell(words.double);
    return false;
  }
  /** Sends what is new in the record. */
  function send() {
    if (!isOpen) { mark(1); return; }
    if (!isMine()) { mark(1); return; }
    if (isCleared(who, session)) { take(true); return; } // which sends
    const now = store.record(), fresh = MODULE.items.filter(item => {
      const entry = now.items[item.id];
      return entry && entry.c === 1 && entry.r === item.r && newer(item.id, entry);
    });
    note(known()); // Back may have brought this page out of memory, and another one has sent meanwhile
    fresh.filter(item => newer(item.id, now.items[item.id])).forEach(item => { tell(item, now.items[item.id]); });
    const gone = Object.keys(sent).filter(id => !now.items[id]), read = Object.keys(now.pages).sort().join(" ");
    gone.forEach(id => { delete sent[id]; });
    isDirty = true;
    if (fresh.length || gone.length || read !== pages || isFailing) save();
  }
  /** One answer as an interaction. @param {ScormItem} item @param {Entry} entry */
  function tell(item, entry) {
    const number = parseInt(lms.get("cmi.interactions._count"), 10) || 0, latency = touched[item.id] ? Date.now() - touched[item.id] : 0;
    interaction(item, entry, latency).forEach(([name, value]) => { lms.set(`cmi.interactions.${number}.${name}`, value); });
    sent[item.id] = stamp(entry);
    delete touched[item.id];
  }
  /** Writes all that is to be kept, then has it kept; what fails is tried again. */
  function save() {
    if (isCleared(who, session)) take(true); // what the system has stands; an empty record must not stand over it
    const now = store.record(), kept = encode({ session, place: now.place.lesson || "", items: now.items, pages: now.pages }, MODULE.module, MOST);
    mark(1);
    result(now);
    const isWhole = [
      lms.set("cmi.core.lesson_location", here), lms.set("cmi.suspend_data", kept.text), lms.set("cmi.core.exit", "suspend"),
      lms.set("cmi.core.session_time", duration(Date.now() - start)),
    ].every(Boolean);
    pages = Object.keys(now.pages).sort().join(" ");
    if (lms.commit() && isWhole) {
      mark(0);
      view.tell(kept.cut ? fill(words.cut, { count: kept.cut }) : isFailing ? words.sent : "");
      isFailing = isDirty = false;
    } else {
      isFailing = true;
      view.tell(words.failed);
      clearTimeout(timer);
      timer = setTimeout(again, AGAIN);
    }
  }
  function again() { if (isOpen && isFailing && isMine()) save(); }
  /** The state and the score, once all is read and answered: a score before would count as a failure. @param {LearnerRecord} record */
  function result(record) {
    const sum = totals(MODULE, record), before = lms.get("cmi.core.lesson_status"), least = parseFloat(lms.get("cmi.student_data.mastery_score"));
    if (!sum.done) return;
    const reached = lms.get("cmi.core.score.raw"), mastery = isNaN(least) ? MODULE.mastery : least;
    if (sum.score !== null && (reached === "" || sum.score > parseFloat(reached))) {
      lms.set("cmi.core.score.min", 0);
      lms.set("cmi.core.score.max", 100);
      lms.set("cmi.core.score.raw", sum.score);
    }
    const state = sum.score === null ? "completed" : sum.score >= mastery ? "passed" : "failed";
    if (before !== "passed" && before !== state) lms.set("cmi.core.lesson_status", state);
  }
  function watch() {
    const inner = /** @param {string} address */ address => address.startsWith(root);
    store.onchange(send);
    ontaken(() => { isMine(); });
    /** @type {("focusin" | "input")[]} */ (["focusin", "input"]).forEach(kind => {
      document.addEventListener(kind, event => {
        const question = /** @type {Element} */ (event.target).closest(".mq[data-mq]");
        if (question && !touched[question.id]) touched[question.id] = Date.now();
      });
    });
    const moves = /** @type {any} */ (self).navigation;
    if (moves) moves.addEventListener("navigate", event => { isInside = !event.hashChange && !event.downloadRequest && inner(event.destination.url); });
    else document.addEventListener("click", event => { // older browsers: links alone
      const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[href]"));
      isInside = !!link && !link.target && inner(link.href) && link.href.split("#")[0] !== location.href.split("#")[0];
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden && isOpen && isDirty && isMine()) save(); });
    addEventListener("online", again);
    addEventListener("pagehide", () => {
      if (!isOpen || isTaken(who, session)) return; // what an older window has must not stand over what a newer one sent
      if (isInside) { if (isDirty) save(); return; }
      save();
      lms.finish();
      isOpen = false;
    });
    addEventListener("pageshow", event => {
      if (!event.persisted) return;
      isInside = false;
      if (!isOpen && !(isOpen = !!lms.begin())) view.tell(words.closed);
      send();
    });
  }
}
