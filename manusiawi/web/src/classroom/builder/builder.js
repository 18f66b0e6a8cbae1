// Starts the page of the room that builder fills.
import { make, one } from "../../base/page.js";
import { loadCourse } from "../course.js";

const words = WORDS_BUILDER;

/** Starts it, where the page holds its place. */
export function builder() {
  const place = one(".builder.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  place.append(status);
  loadCourse(place).then(() => { status.textContent = ""; }, () => { status.textContent = words.failed; });
}
