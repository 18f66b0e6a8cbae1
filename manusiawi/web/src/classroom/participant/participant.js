// Starts the page of the room that participant fills.
import { make, one } from "../../base/page.js";
import { loadCourse } from "../course.js";

const words = WORDS_PARTICIPANT;

/** Starts it, where the page holds its place. */
export function participant() {
  const place = one(".participant.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  place.append(status);
  loadCourse(place).then(() => { status.textContent = ""; }, () => { status.textContent = words.failed; });
}
