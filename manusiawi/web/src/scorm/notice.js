// What a page of a package says about the learning system: one place for what went wrong, on the start page how far the learner is.
import { all, button, fill, make, say } from "../base/page.js";
import { here, root } from "../base/here.js";
import { totals } from "./totals.js";
import { words } from "./words.js";

/** The place for messages, and what the start page shows. */
export function notices() {
  const article = /** @type {HTMLElement} */ (document.querySelector("article")), heading = article.querySelector(".hd");
  const note = make("p", "mq-note"), isStart = here === SCORM_MODULE.start, state = make("p"), way = make("p");
  let said = "";
  note.setAttribute("aria-live", "polite");
  article.prepend(note);
  if (isStart && heading) heading.after(state, way);
  all("[data-mq=reflection] textarea").forEach(field => {
    const own = make("p", "mq-hint", `${words.own} `);
    own.append(button("small", words.print, () => { print(); }));
    field.after(own);
  });
  return {
    /** Says something once, until something else is to be said. @param {string} text */
    tell(text) {
      if (text === said) return;
      said = text;
      say(note, text);
    },
    /** @param {LearnerRecord} record */
    show(record) {
      if (!isStart) return;
      const sum = totals(SCORM_MODULE, record), place = record.place.lesson, page = SCORM_MODULE.pages.find(one => one.path === place);
      state.textContent = `${fill(words.state, sum)}${sum.score === null ? "" : ` ${fill(words.right, sum)}`} ${sum.done ? words.done : words.until}`;
      way.textContent = "";
      if (page && page.path !== here) {
        const link = make("a", "", fill(words.resume, page));
        link.href = root + page.path;
        way.append(link);
      }
    },
  };
}
