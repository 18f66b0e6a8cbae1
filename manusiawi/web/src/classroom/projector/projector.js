// Starts the page of the room that projector fills.
import { make, one } from "../../base/page.js";
import { loadCourse } from "../course.js";

const words = WORDS_PROJECTOR;

/** Starts it, where the page holds its place. */
export function projector() {
  const place = one(".projector.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  place.append(status);
  loadCourse(place).then(() => { status.textContent = ""; }, () => { status.textContent = words.failed; });
}
