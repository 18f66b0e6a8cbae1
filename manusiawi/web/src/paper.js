// Adds to a page that is meant for paper: a button that prints it.
import { all, button } from "./base/page.js";

const words = WORDS_PAPER;

/** Starts the button, in each place that a page has for it. */
export function paper() {
  all("p.on-paper").forEach(place => { place.prepend(button("md-button", words.print, () => { print(); })); });
}
