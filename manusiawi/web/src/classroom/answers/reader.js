// Reads cards: a script of its own, which runs as a worker where the browser lets it, else in the page.
import { readCards } from "../cards/read.js";

if (typeof document === "undefined") {
  self.onmessage = ({ data }) => { /** @type {any} */ (self).postMessage(readCards(data)); };
} else {
  /** @type {any} */ (self).courseCards = { readCards };
}
