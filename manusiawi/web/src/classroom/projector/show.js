// Draws the slides, one thing at a time, and moves through them by key, button or presenter's remote.
import { all, button, fill, make, one, say } from "../../base/page.js";
import { grow } from "../tree.js";
import { timer } from "./timer.js";

const SIZES = 6, COLOURS = ["own-colours", "on-black", "on-white"];
const NEXT = ["PageDown", "ArrowRight", "ArrowDown", " ", "Enter"], BACK = ["PageUp", "ArrowLeft", "ArrowUp", "Backspace"];

/**
 * The show of some slides within an element.
 * @param {HTMLElement} place
 * @param {Slide[]} slides at least one
 * @param {number} at the slide to begin with
 * @param {any} words
 * @param {{ moved(state: ShowState): void, left(): void, notes(): void }} on
 * @typedef {{ at: number, step: number, black: boolean, left: number, runs: boolean }} ShowState
 */
export function show(place, slides, at, words, on) {
  const screen = make("section", "show-screen"), stage = make("div", "show-stage"), status = make("p", "show-status"), below = make("div", "show-notes");
  const clock = timer(words, () => { on.moved(state()); }), bar = make("div", "show-bar");
  let step = 0, black = false, size = 3, colour = 0;
  screen.setAttribute("aria-label", words.title);
  stage.tabIndex = -1;
  status.setAttribute("aria-live", "polite");
  below.hidden = true;
  const fold = button("small show-fold", words.more, () => { fold.setAttribute("aria-expanded", String(bar.classList.toggle("open"))); fit(); });
  const full = button("small show-seldom", words["whole-screen"], whole);
  fold.setAttribute("aria-expanded", "false");
  full.hidden = !screen.requestFullscreen; // as on a phone of Apple
  bar.append(button("small", words.back, back), button("small show-next", words.next, next), fold, clock.bar, button("small", words.black, dark),
    sized("A−", words.smaller, -1), sized("A+", words.larger, 1), button("small show-seldom", words.colours, recolour), full,
    button("small show-seldom", words["notes-here"], notesHere), button("small show-seldom show-window", words["notes-window"], () => { on.notes(); }),
    button("small show-seldom", words.leave, leave));
  screen.append(stage, status, bar, below);
  place.append(screen);
  document.documentElement.classList.add("showing");

  function sized(/** @type {string} */ sign, /** @type {string} */ name, /** @type {number} */ by) {
    const made = button("small show-seldom", sign, () => { resize(by); });
    made.setAttribute("aria-label", name);
    return made;
  }
  function state() { const time = clock.state(); return { at, step, black, left: time.left, runs: time.runs }; }
  function next() {
    if (black) { dark(); return; }
    const slide = slides[at];
    if (step < slide.last) { step++; draw(false); } else if (slide.ways.length && !asked) { asked = true; say(status, fill(words["choose-way"], { last: slide.ways.length })); } else if (slide.ways.length) leaveCase();
    else move(slide.then >= 0 ? slide.then : at + 1, 0);
  }
  let asked = false; // whether it was said that this scene waits for a choice
  function leaveCase() { let to = at; while (to < slides.length && (slides[to].ways.length || slides[to].then >= 0)) to++; move(to, 0); }
  function back() { if (step > 0) { step--; draw(false); } else if (at > 0) move(at - 1, slides[at - 1].last); }
  function move(/** @type {number} */ to, /** @type {number} */ then) {
    if (to >= slides.length) { say(status, words.end); return; }
    const before = at;
    at = Math.max(to, 0);
    step = Math.min(then, slides[at].last);
    asked = false;
    status.textContent = "";
    if (slides[at].minutes && (before !== at || !drawn)) clock.set(slides[at].minutes);
    draw(true);
  }
  function choose(/** @type {number} */ number) {
    const slide = slides[at];
    if (number < slide.ways.length && step === slide.last) move(slide.ways[number], 0);
  }

  let drawn = false;
  function draw(/** @type {boolean} */ fresh) {
    const slide = slides[at], title = make("h2", "", slide.title);
    stage.textContent = "";
    if (slide.place) stage.append(make("p", "show-place", slide.place));
    stage.append(title);
    const newest = /** @type {HTMLElement[]} */ ([]);
    slide.blocks.forEach(block => {
      if (step < block.at || (block.until >= 0 && step >= block.until)) return;
      const element = make("div", `show-${block.kind}`);
      if (block.sign) element.append(make("b", "show-sign", block.sign));
      const words_ = grow(make("div"), block.trees);
      element.append(words_);
      if (block.judged && step >= block.judged.at) {
        element.classList.add(block.judged.right ? "is-key" : "is-not-key");
        words_.prepend(make("strong", "show-verdict", block.judged.words), " ");
      }
      if (block.at === step || (block.judged && block.judged.at === step)) newest.push(element);
      if (slide.ways.length && block.kind === "option") {
        const way = button("show-way", "", () => { choose(Number(block.sign) - 1); });
        way.append(...Array.from(element.childNodes));
        element.append(way);
      }
      stage.append(element);
    });
    fit();
    if (fresh || !drawn) { stage.scrollTop = 0; if (drawn) stage.focus({ preventScroll: true }); } else if (newest.length) {
      newest[newest.length - 1].scrollIntoView({ block: "nearest" });
      say(heard, ...newest.map(element => `${element.textContent} `));
    }
    drawn = true;
    notes();
    on.moved(state());
  }
  const heard = make("p", "sr"); // what a step brings, for who hears the screen
  screen.append(heard);

  // The chosen size is the largest; a full slide is set smaller until it fits, and scrolls below the smallest.
  function fit() {
    let now = size;
    do { for (let each = 0; each <= SIZES; each++) screen.classList.toggle(`size-${each}`, each === now); } while (stage.scrollHeight > stage.clientHeight + 1 && now-- > 0);
  }
  function resize(/** @type {number} */ by) { size = Math.min(Math.max(size + by, 0), SIZES); draw(false); }
  function recolour() { COLOURS.forEach((name, at_) => { screen.classList.toggle(name, at_ === (colour + 1) % COLOURS.length); }); colour = (colour + 1) % COLOURS.length; }
  function dark() { black = !black; screen.classList.toggle("black", black); say(status, black ? words["is-black"] : words["is-back"]); on.moved(state()); }
  function whole() {
    if (document.fullscreenElement) document.exitFullscreen();
    else if (screen.requestFullscreen) screen.requestFullscreen().catch(() => { say(status, words["no-whole-screen"]); });
    else say(status, words["no-whole-screen"]);
  }
  function notesHere() { below.hidden = !below.hidden; notes(); fit(); }
  function notes() { if (!below.hidden) drawNotes(below, slides, at, words); }

  function leave() {
    document.removeEventListener("keydown", key);
    removeEventListener("resize", fit);
    document.documentElement.classList.remove("showing");
    if (document.fullscreenElement) document.exitFullscreen();
    screen.remove();
    on.left();
  }
  function key(/** @type {KeyboardEvent} */ event) {
    const target = /** @type {HTMLElement} */ (event.target);
    if (event.ctrlKey || event.altKey || event.metaKey || target.closest("input,textarea,select")) return;
    if ((event.key === " " || event.key === "Enter") && target.closest("button,a,summary")) return; // it presses what has the focus
    const press = event.key.toLowerCase();
    if (NEXT.includes(event.key)) next();
    else if (BACK.includes(event.key)) back();
    else if (event.key === "Home") move(0, 0);
    else if (event.key === "End") move(slides.length - 1, 0);
    else if (/^[1-9]$/.test(event.key)) choose(Number(event.key) - 1);
    else if (press === "b" || press === ".") dark();
    else if (press === "t") clock.toggle();
    else if (press === "n") notesHere();
    else if (press === "c") recolour();
    else if (press === "f") whole();
    else if (press === "+" || press === "=") resize(1);
    else if (press === "-") resize(-1);
    else if (event.key === "Escape" && !document.fullscreenElement) leave();
    else return;
    event.preventDefault();
  }
  document.addEventListener("keydown", key);
  addEventListener("resize", fit);
  move(at, 0);
  stage.focus({ preventScroll: true });
  return {
    next, back, dark, state, toggleTimer: clock.toggle,
    go(/** @type {number} */ to) { move(to, 0); },
    /** Shows the notes below the slide, since no second window can be had. */
    notesBelow() { if (below.hidden) notesHere(); },
    tell(/** @type {string} */ text) { say(status, text); },
  };
}

/**
 * The trainer's notes on a slide, and what comes next.
 * @param {HTMLElement} into emptied first
 * @param {Slide[]} slides
 * @param {number} at
 * @param {any} words
 */
export function drawNotes(into, slides, at, words) {
  into.textContent = "";
  const slide = slides[at], follows = slides[slide.then >= 0 ? slide.then : at + 1];
  into.append(make("h2", "", words.notes));
  if (!slide.notes.length) into.append(make("p", "", words["no-notes"]));
  slide.notes.forEach(note => {
    into.append(make("h3", "", note.title));
    note.trees.forEach(trees => { into.append(grow(make("p"), trees)); });
  });
  into.append(make("p", "show-follows", follows ? fill(words.follows, { title: follows.title }) : words.end));
  all("a", into).forEach(link => { link.target = "_blank"; }); // the show goes on where it is
}

/** Whether a show is on. */
export function isShowing() { return !!one(".show-screen"); }
