// What a participant has done of each part of the plan, by the record on the device.
import { own } from "../../base/page.js";
import { counts, isDone } from "../../base/counts.js";

/** @typedef {{ isStep: boolean, isDone: boolean, words: "" | "read" | "module" | "answered" | "test", counts: import("../../base/counts.js").Counts }} State */

/**
 * @param {import("./path.js").Path} path
 * @param {PlanPart} part
 * @param {LearnerRecord} record
 * @returns {State} a step is what one can have done; a break is none
 */
export function stateOf(path, part, record) {
  const sum = countsOf(path, part, record), none = { isStep: false, isDone: false, words: /** @type {""} */ (""), counts: sum };
  if (part.kind === "module") return { ...none, isStep: true, isDone: isDone(sum), words: sum.read || sum.answered ? "module" : "" };
  if (part.kind === "lesson" || part.kind === "case") return { ...none, isStep: true, isDone: isDone(sum), words: sum.read && !sum.items ? "read" : sum.read || sum.answered ? "module" : "" };
  if (part.kind === "item") return { ...none, isStep: true, isDone: !!sum.answered, words: sum.answered ? "answered" : "" };
  if (part.kind === "test") {
    const sitting = own(record.tests, part.ref), over = !!(sitting && sitting.done);
    return { ...none, isStep: true, isDone: over, words: over ? "test" : "" };
  }
  return none;
}

function countsOf(/** @type {import("./path.js").Path} */ path, /** @type {PlanPart} */ part, /** @type {LearnerRecord} */ record) {
  const page = path.address(part).split("#")[0];
  const counted = part.kind === "module" ? path.counted(part.ref)
    : part.kind === "lesson" || part.kind === "case" ? { pages: page, ...path.asked(page) }
      : part.kind === "item" ? { pages: "", items: part.ref, revs: revisionOf(path.asked(page), part.ref) } : { pages: "", items: "", revs: "" };
  return counts(/** @type {any} */ ({ dataset: counted }), record);
}

function revisionOf(/** @type {{ items: string, revs: string }} */ asked, /** @type {string} */ item) { return asked.revs.split(" ")[asked.items.split(" ").indexOf(item)]; }
