// What a trainer may want to know of a plan before a room does; it warns, and forbids nothing.
import { timesOf } from "../plan/parts.js";

// A trainer's measures, not rules of anybody's: how long people can follow in a day, its pauses not counted, and how long without a pause.
const LONG_DAY = 7 * 60, LONG_FASTING_DAY = 5 * 60, LONG_STRETCH = 130; // two hours, and ten minutes to open or close the day
// Between which minutes of a day a pause serves, in every zone of Indonesia; the hour itself is that of the local timetable.
const LUNCH = [11 * 60, 14 * 60], ZUHUR = [11 * 60 + 30, 15 * 60], ASAR = [14 * 60 + 45, 17 * 60 + 30], FRIDAY = [11 * 60 + 30, 13 * 60];
const FRIDAY_PAUSE = 45, MIDNIGHT = 24 * 60;

/** @typedef {{ day: number, name: string, gaps: Object<string, number | string> }} Warning */

/** Whether people rest in a part. @param {PlanPart} part */
export function isPause(part) { return part.kind === "break" || part.kind === "meal" || part.kind === "prayer"; }

/**
 * The warnings of one day, in the order of its clock; `gaps` holds times in minutes after midnight under `from` and `to`.
 * @param {PlanDay} day
 * @param {number} number the day's, from 0
 * @returns {Warning[]}
 */
export function warningsOf(day, number) {
  const times = timesOf(day), found = /** @type {Warning[]} */ ([]);
  if (!day.parts.length) return found;
  const begin = times[0][0], end = times[times.length - 1][1];
  const long = day.parts.reduce((sum, part) => sum + (isPause(part) ? 0 : part.minutes), 0);
  const warn = (/** @type {string} */ name, /** @type {Object<string, number | string>} */ gaps = {}) => { found.push({ day: number, name, gaps }); };
  const paused = (/** @type {number[]} */ span, /** @type {(part: PlanPart) => boolean} */ fits) =>
    day.parts.some((part, at) => fits(part) && times[at][0] < span[1] && times[at][1] > span[0]);
  const covers = (/** @type {number[]} */ span) => begin < span[0] && end > span[1];

  if (end > MIDNIGHT) warn("past-midnight");
  if (long > (day.fasting ? LONG_FASTING_DAY : LONG_DAY)) warn(day.fasting ? "long-fasting-day" : "long-day", { minutes: long });
  stretches(day, times).forEach(([from, to]) => { warn("no-break", { from, to, minutes: to - from }); });
  if (!day.fasting && covers(LUNCH) && !paused([LUNCH[0] - 30, LUNCH[1]], part => part.kind === "meal")) warn("no-lunch");
  if (day.fasting && day.parts.some(part => part.kind === "meal")) warn("meal-while-fasting");

  const friday = !!day.date && new Date(day.date).getUTCDay() === 5;
  if (friday && begin < FRIDAY[0] && end > FRIDAY[1]) {
    const free = day.parts.reduce((sum, part, at) => sum + (isPause(part) ? Math.max(0, Math.min(times[at][1], FRIDAY[1] + 15) - Math.max(times[at][0], FRIDAY[0])) : 0), 0);
    if (free < FRIDAY_PAUSE) warn("friday");
  } else if (covers(ZUHUR) && !paused(ZUHUR, isPause)) warn("zuhur");
  if (covers(ASAR) && !paused(ASAR, isPause)) warn("asar");
  day.parts.forEach((part, at) => { if (!part.minutes) warn("no-minutes", { place: at + 1 }); });
  return found;
}

/** @returns {[number, number][]} from when to when nobody rests for too long */
function stretches(/** @type {PlanDay} */ day, /** @type {[number, number][]} */ times) {
  const found = /** @type {[number, number][]} */ ([]);
  let from = -1;
  day.parts.forEach((part, at) => {
    if (isPause(part) && part.minutes) { from = -1; return; }
    if (from < 0) from = times[at][0];
    const ends = at === day.parts.length - 1 || isPause(day.parts[at + 1]) && day.parts[at + 1].minutes > 0;
    if (ends && times[at][1] - from > LONG_STRETCH) found.push([from, times[at][1]]);
  });
  return found;
}
