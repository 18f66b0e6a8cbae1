// The presenter's own window: the notes on the slide that the room sees, what comes next, and the buttons that move the screen.
import { button, fill, make, say } from "../../base/page.js";
import { drawNotes } from "./show.js";

/**
 * Draws the window and keeps it in step; returns what takes the screen's messages.
 * @param {HTMLElement} place
 * @param {Slide[]} slides
 * @param {any} words
 * @param {(message: any) => void} send
 * @returns {(state: any) => void}
 */
export function presenter(place, slides, words, send) {
  const head = make("p", "presenter-head"), status = make("p", "state"), notes = make("div", "presenter-notes"), bar = make("div", "show-bar");
  let heard = false;
  bar.append(...["back", "next", "black"].map(name => button("small", words[name], () => { send({ do: name }); })), button("small", words["start-stop"], () => { send({ do: "timer" }); }));
  document.documentElement.classList.add("presenting");
  place.append(head, bar, status, notes);
  status.setAttribute("aria-live", "polite");
  send({ do: "hello" });
  setTimeout(() => { if (!heard) say(status, words["no-line"]); }, 3000);
  document.addEventListener("keydown", event => {
    const move = { PageDown: "next", ArrowRight: "next", PageUp: "back", ArrowLeft: "back", b: "black", ".": "black", t: "timer" }[event.key];
    if (!move || event.ctrlKey || event.altKey || event.metaKey) return;
    send({ do: move });
    event.preventDefault();
  });
  let shown = -1;
  return state => {
    if (!heard) { heard = true; status.textContent = ""; }
    const slide = slides[state.at];
    if (!slide) return;
    head.textContent = fill(words.now, { number: state.at + 1, total: slides.length, title: slide.title, step: state.step + 1, steps: slide.last + 1 })
      + (state.black ? ` ${words["is-black"]}` : "") + (slide.minutes || state.runs ? ` ${fill(words["time-left"], { minutes: Math.ceil(state.left / 60) })}` : "");
    if (shown !== state.at) drawNotes(notes, slides, state.at, words);
    shown = state.at;
  };
}
