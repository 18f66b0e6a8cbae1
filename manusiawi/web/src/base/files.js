// Makes files on the device: any text, and calendars after RFC 5545.
import { DAY } from "./spacing.js";

/**
 * Saves a text as a file.
 * @param {string} name
 * @param {string} kind its media type
 * @param {string} text
 */
export function save(name, kind, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${kind};charset=utf-8` }));
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => { URL.revokeObjectURL(link.href); }, 40000); // Safari on a phone asks before it saves
}
/**
 * A text as a calendar writes it (RFC 5545, 3.3.11).
 * @param {string} text
 */
export function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }
/**
 * A line of a calendar (RFC 5545, 3.1): it holds 75 octets at most, and what follows goes on after a space.
 * @param {string} line
 */
export function folded(line) {
  const parts = [];
  let part = "";
  let room = 75;
  Array.from(line).forEach(letter => {
    const size = new TextEncoder().encode(letter).length;
    if (size > room) { parts.push(part); part = ""; room = 74; }
    part += letter;
    room -= size;
  });
  return parts.concat(part).join("\r\n ");
}
function day(date) { return date.toISOString().slice(0, 10).replace(/-/g, ""); }
/**
 * Saves a calendar; each event takes a whole day.
 * @param {string} name the file's
 * @param {{date: Date, title: string, text: string}[]} events
 */
export function calendar(name, events) {
  const stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, ""), lines = ["BEGIN:VCALENDAR", "VERSION:2.0", `PRODID:-//${COURSE_NAME}//Kursus//ID`];
  events.forEach((event, at) => {
    lines.push("BEGIN:VEVENT", `UID:${day(event.date)}-${at}-${stamp}@${COURSE_KEY}`, `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${day(event.date)}`, `DTEND;VALUE=DATE:${day(new Date(event.date.getTime() + DAY))}`,
      `SUMMARY:${escaped(event.title)}`, `DESCRIPTION:${escaped(event.text)}`, "END:VEVENT");
  });
  save(name, "text/calendar", `${lines.concat("END:VCALENDAR").map(folded).join("\r\n")}\r\n`);
}
