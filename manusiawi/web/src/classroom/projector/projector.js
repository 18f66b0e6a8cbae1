// Starts the screen for a room: what the address asks for, or the choice; the show; the presenter's window.
import { language, make, one } from "../../base/page.js";
import { loadCourse } from "../course.js";
import { keptText } from "../plan/keep.js";
import { partWords } from "../plan/words.js";
import { chooser } from "./chooser.js";
import { openLine } from "./line.js";
import { presenter } from "./presenter.js";
import { show } from "./show.js";
import { asked, slidesOf } from "./source.js";

const words = { ...partWords, ...WORDS_PROJECTOR }, WAIT = 4000; // milliseconds in which an opened window answers, on a slow machine too

/** Starts it, where the page holds its place. */
export function projector() {
  const place = one(".projector.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  status.setAttribute("aria-live", "polite");
  place.append(status);
  loadCourse(place).then(course => { status.textContent = ""; run(place, course, status); }, () => { status.textContent = words.failed; });
}

function run(/** @type {HTMLElement} */ place, /** @type {ClassroomCourse} */ course, /** @type {HTMLElement} */ status) {
  let going = /** @type {ReturnType<typeof show> | null} */ (null), choices = /** @type {ReturnType<typeof chooser> | null} */ (null);
  let follow = /** @type {((state: any) => void) | null} */ (null), answered = false, source = "";
  const line = openLine(message => {
    if (follow) { if (message.state && message.source === source) follow(message.state); return; }
    if (!going || !message.do) return;
    answered = true;
    /** @type {{ [name: string]: () => void }} */
    const deeds = { next: going.next, back: going.back, black: going.dark, timer: going.toggleTimer, hello: () => { tell(going ? going.state() : null); } };
    if (Object.prototype.hasOwnProperty.call(deeds, message.do)) deeds[message.do]();
  });
  function tell(/** @type {any} */ state) { if (state) line.send({ state, source }); }

  function open() {
    const found = asked(location.hash);
    if (going && found.source === source) return;
    source = found.source;
    if (!source) { choose(""); return; }
    slidesOf(place, course, source, words, language).then(({ slides, told }) => {
      if (source !== found.source) return;
      if (!slides.length) { choose(told); return; }
      if (choices) { choices.remove(); choices = null; }
      if (found.notes) { follow = presenter(place, slides, words, message => { line.send(message); }); return; }
      start(slides, Math.min(found.at, slides.length - 1), told);
    }, () => { status.textContent = words.failed; });
  }
  function start(/** @type {Slide[]} */ slides, /** @type {number} */ at, /** @type {string} */ told) {
    going = show(place, slides, at, words, {
      moved(state) {
        address(`#${source}${state.at ? `@${state.at}` : ""}`);
        tell(state);
      },
      left() { going = null; address("#"); source = ""; choose(""); },
      notes() {
        const opened = window.open(`${location.href.split("#")[0]}#notes/${source}`, "_blank", "popup,width=700,height=800");
        if (!opened) { if (going) { going.tell(words["no-window"]); going.notesBelow(); } return; }
        line.join(opened);
        answered = false;
        setTimeout(() => { if (!answered && going) { going.tell(words["no-window"]); going.notesBelow(); } }, WAIT);
      },
    });
    if (told) going.tell(told);
  }
  function choose(/** @type {string} */ told) {
    choices = choices || chooser(place, course, words, keptText("rencana") || "", wanted => { location.hash = wanted; });
    if (told) choices.tell(told);
  }
  addEventListener("hashchange", open);
  open();
}

/** Writes where the show is into the address, so that a reload goes on there; some browsers forbid it to pages of a memory stick. */
function address(/** @type {string} */ hash) { try { history.replaceState(null, "", hash); } catch (error) { /* a reload begins anew */ } }
