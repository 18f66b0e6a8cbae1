// Reads what a learner wrote into a question: which of the foreseen answers it meets, if it can be read at all.
import { matched } from "./answers.js";
import { readWith } from "./verdict.js";

const signs = NUMBER_SIGNS;

/** Lets the verdict read what is written; it is a part of its own, since few pages ask for it. */
export function written() {
  readWith((entries, text) => {
    const places = matched(text, entries.map(foreseen), signs);
    return places && places.map(place => entries[place]);
  });
}

/** @param {HTMLElement} entry */
function foreseen(entry) {
  const { number, tolerance, accept } = entry.dataset;
  return number === undefined ? { accept: JSON.parse(accept || "[]") } : { number: +number, tolerance: +tolerance };
}
