// Reads what a learner wrote into a question: which of the foreseen answers it meets, if it can be read at all. Loaded when one is begun.
import { matched } from "./answers.js";

const signs = NUMBER_SIGNS;

self.courseReader = (entries, text) => {
  const places = matched(text, entries.map(foreseen), signs);
  return places && places.map(place => entries[place]);
};

/** @param {HTMLElement} entry */
function foreseen(entry) {
  const { number, tolerance, accept } = entry.dataset;
  return number === undefined ? { accept: JSON.parse(accept || "[]") } : { number: +number, tolerance: +tolerance };
}
