// Starts the page of the room that answers fills.
import { make, one } from "../../base/page.js";
import { loadCourse } from "../course.js";

const words = WORDS_ANSWERS;

/** Starts it, where the page holds its place. */
export function answers() {
  const place = one(".answers.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  place.append(status);
  loadCourse(place).then(() => { status.textContent = ""; }, () => { status.textContent = words.failed; });
}
