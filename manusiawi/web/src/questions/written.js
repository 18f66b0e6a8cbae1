// Reads what a learner typed: which of the foreseen answers it is.
import { language } from "../base/page.js";

/** @param {string} text */
function plain(text) {
  return text.toLowerCase().replace(/\s+/g, " ").replace(/^[\s"'“”]+|[\s."'“”!?]+$/g, "");
}

/**
 * The number that a text holds, "1.500" read as the page's language does; NaN where it holds none or several.
 * @param {string} text
 */
function numberIn(text) {
  const found = text.match(/-?\d+([.,]\d+)*/g) || [];
  const thousands = language === "id" ? /^(-?[1-9]\d{0,2}(?:\.\d{3})+)(,\d+)?$/ : /^(-?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/;
  const parts = found.length === 1 && thousands.exec(found[0]);
  return parts ? +(parts[1].replace(/[.,]/g, "") + (parts[2] || "").replace(",", ".")) : found.length === 1 ? +found[0].replace(",", ".") : NaN;
}

/**
 * Whether a text is the answer that an entry foresees.
 * @param {HTMLElement} entry
 * @param {string} text
 */
export function matches(entry, text) {
  const { number, tolerance, accept } = entry.dataset;
  if (number !== undefined) return Math.abs(numberIn(text) - +number) <= +tolerance + 1e-9;
  return JSON.parse(accept || "[]").some((/** @type {string} */ accepted) => plain(accepted) === plain(text));
}
