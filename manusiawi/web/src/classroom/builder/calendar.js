// A plan as a calendar after RFC 5545: one event for each session, with a name that stays when its hour changes.
import { escaped, folded } from "../../base/files.js";
import { timesOf } from "../plan/parts.js";
import { isPause } from "./warnings.js";

/** Indonesia's three times: the name of each in the tz database, and its hours before Greenwich; none has a summer time. */
export const ZONES = { WIB: ["Asia/Jakarta", 7], WITA: ["Asia/Makassar", 8], WIT: ["Asia/Jayapura", 9] };

/**
 * The calendar of all days that have a date; pauses are none of its events.
 * @param {Plan} plan
 * @param {(part: PlanPart) => string} title
 * @param {keyof typeof ZONES} zone
 * @param {{ key: string, product: string, address: string, stamp: Date }} made the course's key and name, the participants' address, now
 * @returns {{ text: string, count: number, undated: number }} how many events it has, and how many days without a date were left out
 */
export function calendarOf(plan, title, zone, made) {
  const [name, hours] = /** @type {[string, number]} */ (ZONES[zone]), stamp = `${stampOf(made.stamp)}Z`, seen = /** @type {{ [name: string]: number }} */ ({});
  const events = /** @type {string[]} */ ([]);
  let count = 0;
  plan.days.forEach(day => {
    const times = timesOf(day);
    day.parts.forEach((part, at) => {
      if (isPause(part)) return;
      const own = `${part.kind}-${part.ref || hashOf(part.title)}`, number = seen[own] = (seen[own] || 0) + 1;
      if (!day.date) return;
      count++;
      events.push("BEGIN:VEVENT", `UID:${hashOf(plan.title)}-${own.replace("/", "-")}-${number}@${made.key}`, `DTSTAMP:${stamp}`,
        `DTSTART;TZID=${name}:${at24(day.date, times[at][0])}`, `DTEND;TZID=${name}:${at24(day.date, times[at][1])}`,
        `SUMMARY:${escaped(title(part))}`, `DESCRIPTION:${escaped([plan.title, made.address].filter(Boolean).join("\n"))}`, "END:VEVENT");
    });
  });
  const offset = `+${String(hours).padStart(2, "0")}00`;
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${escaped(made.product)}//Lokakarya//ID`, "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE", `TZID:${name}`, "BEGIN:STANDARD", "DTSTART:19700101T000000", `TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, `TZNAME:${zone}`, "END:STANDARD", "END:VTIMEZONE",
    ...events, "END:VCALENDAR"];
  return { text: `${lines.map(folded).join("\r\n")}\r\n`, count, undated: plan.days.filter(day => !day.date && day.parts.length).length };
}

/** A moment of a day, in minutes after its midnight, as the calendar writes it; past midnight it is on the next day. */
function at24(/** @type {string} */ date, /** @type {number} */ minutes) { return stampOf(new Date(Date.parse(date) + minutes * 60000)); }
function stampOf(/** @type {Date} */ time) { return time.toISOString().replace(/[-:]|\.\d+Z/g, ""); }

/** Eight digits that stand for a text (FNV-1a of 32 bits over its UTF-16 units). */
function hashOf(/** @type {string} */ text) {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}
