// Every change that a trainer can make to a plan; none alters the plan that it is given.

import { MOST_MINUTES, safeTitle } from "../plan/text.js";

/** The minutes with which a part begins where the course says nothing; the trainer sets others. */
export const START_MINUTES = { item: 10, case: 25, test: 30, evaluation: 10, break: 15, meal: 60, prayer: 20, other: 15 };

/** @returns {PlanDay} */
export function emptyDay() { return { date: "", start: "08:00", fasting: false, parts: [] }; }
/** @returns {Plan} */
export function emptyPlan() { return { title: "", network: true, needs: [], days: [emptyDay()] }; }
/** @param {Plan} plan */
export function isEmpty(plan) { return !plan.title && plan.days.every(day => !day.parts.length && !day.date) && plan.days.length < 2; }

/**
 * @param {Plan} plan
 * @param {number} at the day
 * @param {Partial<PlanDay>} changed
 * @returns {Plan}
 */
export function withDayChanged(plan, at, changed) { return { ...plan, days: plan.days.map((day, number) => number === at ? { ...day, ...changed } : day) }; }

/**
 * @param {Plan} plan
 * @param {number} day
 * @param {number} at
 * @param {Partial<PlanPart>} changed
 */
export function withPartChanged(plan, day, at, changed) {
  return withDayChanged(plan, day, { parts: plan.days[day].parts.map((part, number) => number === at ? { ...part, ...changed } : part) });
}

/**
 * @param {Plan} plan
 * @param {number} day
 * @param {number} at where it is to stand
 * @param {PlanPart} part
 */
export function withPart(plan, day, at, part) {
  const parts = plan.days[day].parts.slice();
  parts.splice(at, 0, part);
  return withDayChanged(plan, day, { parts });
}

/**
 * @param {Plan} plan
 * @param {number} day
 * @param {number} at
 */
export function withoutPart(plan, day, at) { return withDayChanged(plan, day, { parts: plan.days[day].parts.filter((_, number) => number !== at) }); }

/**
 * The plan with a part at another place of the same or another day.
 * @param {Plan} plan
 * @param {number} day
 * @param {number} at
 * @param {number} toDay
 * @param {number} toAt its place there, once it is gone from here
 */
export function withPartMoved(plan, day, at, toDay, toAt) { return withPart(withoutPart(plan, day, at), toDay, toAt, plan.days[day].parts[at]); }

/**
 * Where a part comes when it goes up or down by one: past the end of a day it begins or ends the next one; null at either end of the plan.
 * @param {Plan} plan
 * @param {number} day
 * @param {number} at
 * @param {1 | -1} way
 * @returns {[number, number] | null}
 */
export function beside(plan, day, at, way) {
  const to = at + way;
  if (to >= 0 && to < plan.days[day].parts.length) return [day, to];
  const other = plan.days[day + way];
  return other ? [day + way, way > 0 ? 0 : other.parts.length] : null;
}

/**
 * Minutes as they were typed: a whole number that an address can hold; null where there is none.
 * @param {string} text
 */
export function minutesOf(text) { return /^\d{1,3}$/.test(text.trim()) && Number(text) <= MOST_MINUTES ? Number(text) : null; }

/**
 * A date as an address can hold it: of this century, else "".
 * @param {string} text
 */
export function dateOf(text) { return /^20\d\d-\d\d-\d\d$/.test(text) ? text : ""; }

export { safeTitle };
