// Joins a page of a SCORM package to the learning system that shows it; where there is none, the page says so and goes on.
import { here } from "../base/here.js";
import { find } from "./lms.js";
import { notices } from "./notice.js";
import { attach } from "./session.js";
import { words } from "./words.js";

/** Starts what a page of a package has beside the page of the site. */
export function scorm() {
  const store = /** @type {any} */ (self)[COURSE_KEY], view = notices(), api = find();
  const show = () => { view.show(store.record()); };
  store.onchange(show);
  if (api) attach(api, store, view); else view.tell(words.none);
  const isStep = SCORM_MODULE.pages.some(page => page.path === here) && here !== SCORM_MODULE.start;
  if (isStep) store.put("place", "lesson", here); // cases and the self-check too: the start page leads back to it
  show();
}
