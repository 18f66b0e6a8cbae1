// When a question comes back: after 1, 7, 30 and 90 days (spacing; fixed steps do as well as growing ones, g = .034 apart).

/** The days that an answer waits, by its step. */
export const DAYS = [1, 7, 30, 90];
/** A day in milliseconds. */
export const DAY = 864e5;

/**
 * When an entry comes back: a checked answer waits as long as its step says; null where it was never checked.
 * @param {Entry} entry
 * @returns {number | null}
 */
export function due(entry) {
  return entry.ok !== undefined && entry.t ? entry.t + DAYS[Math.min(entry.b || 0, DAYS.length - 1)] * DAY : null;
}

/**
 * Whether it comes back on the day of a time: calendars know days, so the hour does not count.
 * @param {Entry} entry
 * @param {number} now
 */
export function isDue(entry, now) {
  const time = due(entry);
  return time !== null && time <= new Date(now).setHours(23, 59, 59, 999);
}

/**
 * The step after an answer: wrong begins again; right goes on, once a step's days are over.
 * @param {Entry | null} before
 * @param {boolean} ok
 * @param {number} now
 */
export function step(before, ok, now) {
  if (!ok) return 0;
  if (!before || before.ok === undefined) return 1;
  return isDue(before, now) ? Math.min((before.b || 0) + 1, DAYS.length - 1) : before.b || 0;
}

/**
 * When a question was itself last answered, 0 where it never was: its siblings may have stood in for it since.
 * @param {Entry | null} entry
 */
export function seen(entry) { return entry && (entry.o || entry.t) || 0; }
