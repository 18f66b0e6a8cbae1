// A class that is open: its state, kept after every change, and the screens among which the trainer goes.
import { button, fill, load, make, say } from "../../base/page.js";
import { loadCourse, loadModule } from "../course.js";
import { stepsOf } from "./asked.js";
import { askScreen } from "./asking.js";
import { chooseScreen } from "./choose.js";
import { merged } from "./class.js";
import { exportTools, faultList } from "./files.js";
import { peopleScreen } from "./people.js";
import { headOf, textOf, toolsOf } from "./steps.js";
import { write } from "./store.js";
import { words } from "./words.js";

/**
 * What every screen is given.
 * @typedef {object} Room
 * @property {HTMLElement} place the element of class "classroom"
 * @property {ClassroomCourse} course
 * @property {() => ClassFile} file the class as it is now
 * @property {(file: ClassFile) => void} commit puts a changed class in its place and keeps it
 * @property {() => import("./store.js").Place | null} at where in a set the trainer is
 * @property {(at: import("./store.js").Place | null) => void} move to another place in a set, or out of it
 * @property {(name: ScreenName) => void} go
 * @property {(...parts: (string | Node)[]) => void} tell says something in the line that screen readers watch
 * @property {(slugs: string[]) => Promise<void>} need loads modules
 * @property {(slug: string) => ClassroomModule} module one that was loaded
 * @property {() => import("./asked.js").Step[]} steps of the set, whose modules are loaded
 * @property {(stop: () => void) => void} leaving what to end when the screen is left
 * @property {(at: import("./store.js").Place) => HTMLElement[]} head what stands above a step
 * @property {(at: import("./store.js").Place, first: HTMLElement) => HTMLElement} tools what stands below it
 * @property {typeof textOf} textOf
 */
/** @typedef {"choose" | "ask" | "debrief" | "report" | "people" | "files"} ScreenName */

const SCREENS = { choose: chooseScreen, ask: askScreen, people: peopleScreen, files: filesScreen };
const TABS = /** @type {ScreenName[]} */ (["choose", "report", "people", "files"]);

/**
 * Opens a class in its place on the page.
 * @param {HTMLElement} place
 * @param {import("./store.js").Kept} entry
 * @param {() => void} leave back to the choice of a class
 * @param {{file: ClassFile, faults: import("./reading.js").Fault[]}} [brought] what a file adds
 */
export function openRoom(place, entry, leave, brought) {
  const modules = /** @type {{[slug: string]: ClassroomModule}} */ ({});
  let now = entry, unsaved = false, stops = /** @type {(() => void)[]} */ ([]);
  place.textContent = "";
  const heading = make("h2", "k-name", entry.file.name || words.unnamed), bar = make("div", "k-bar"), said = make("div", "k-said"), warned = make("div", "k-warned"), screen = make("div", "k-screen");
  said.setAttribute("aria-live", "polite");
  warned.setAttribute("role", "alert");
  bar.setAttribute("role", "group");
  bar.setAttribute("aria-label", words["parts"]);
  heading.tabIndex = -1;
  place.append(heading, bar, warned, said, screen);

  function keep() {
    const { entry: next, fault } = write(now);
    now = next;
    unsaved = !!fault;
    if (!fault) { warned.textContent = ""; return; }
    if (!warned.firstChild) warned.append(make("p", "", words[fault]), exportTools(() => now.file)); // once: it is an alert
  }
  function end() { stops.forEach(stop => { stop(); }); stops = []; }
  /** @type {Room} */
  const room = {
    place,
    course: /** @type {any} */ (null),
    file: () => now.file,
    commit(file) { now = { ...now, file }; keep(); },
    at: () => now.at,
    move(at) { now = { ...now, at }; if (now.n || now.file.votes.length) keep(); },
    go(name) {
      end();
      say(said); // an undoing of what was done before would take back what was done since
      screen.textContent = "";
      screen.className = `k-screen k-on-${name}`;
      tabs.forEach(([tab, made]) => { if (tab === name) made.setAttribute("aria-current", "true"); else made.removeAttribute("aria-current"); });
      const lay = SCREENS[name] || (/** @type {any} */ (self).courseFindings || {})[name];
      if (!lay) { fetchFindings(name); return; }
      screen.append(...lay(room));
      const first = /** @type {HTMLElement | null} */ (screen.querySelector("[tabindex='-1']"));
      if (first) first.focus({ preventScroll: true });
      if (screen.getBoundingClientRect().top < 0) screen.scrollIntoView();
    },
    tell(...parts) { say(said, ...parts); },
    need(slugs) { return Promise.all(slugs.map(slug => loadModule(place, slug).then(module => { modules[slug] = module; }))).then(() => undefined); },
    module: slug => modules[slug],
    steps() { return now.at ? now.at.set.items.flatMap(([slug, name]) => modules[slug] ? stepsOf(slug, name, modules[slug].items[name], /** @type {any} */ (now.at).set.form) : []) : []; },
    leaving(stop) { stops.push(stop); },
    head: at => headOf(room, at), tools: (at, first) => toolsOf(room, at, first), textOf
  };
  // Debrief and report are a script of their own, with the figures and charts.
  function fetchFindings(name) {
    const wait = make("p", "state", words.loading);
    screen.append(wait);
    load(/** @type {string} */ (place.dataset.findings)).then(() => { if (wait.isConnected) room.go(name); }, () => {
      wait.className = "mq-err";
      wait.textContent = words.failed;
    });
  }
  const tabs = TABS.map(name => /** @type {const} */ ([name, button("k-tab", words[`tab-${name}`], () => { room.go(name); })]));
  bar.append(...tabs.map(([, made]) => made), button("k-tab", words.leave, () => {
    end();
    removeEventListener("beforeunload", warn);
    leave();
  }));
  function warn(event) { if (unsaved) event.preventDefault(); }
  addEventListener("beforeunload", warn);

  heading.focus();
  screen.append(make("p", "state", words.loading));
  loadCourse(place).then(course => {
    room.course = course;
    const slugs = now.at ? Array.from(new Set(now.at.set.items.map(([slug]) => slug))).filter(slug => course.modules.some(module => module.slug === slug)) : [];
    return room.need(slugs);
  }).then(() => {
    const steps = room.steps();
    if (now.at && !steps[now.at.at]) now = { ...now, at: null };
    if (brought) {
      const before = now.file;
      room.commit(merged(before, brought.file));
      const undo = button("md-button", words.undo, () => { room.commit(before); room.go("choose"); room.tell(words.undone); });
      room.go("choose");
      room.tell(fill(words.brought, { count: brought.file.votes.length }), ...brought.faults.length ? [" ", words["left-out"], faultList(brought.faults)] : [], undo);
    } else room.go(now.at ? now.at.step === "debrief" ? "debrief" : "ask" : "choose");
  }, () => { screen.textContent = ""; screen.append(make("p", "mq-err", words.failed)); });
}

/**
 * @param {Room} room
 * @returns {HTMLElement[]}
 */
function filesScreen(room) {
  const heading = make("h3", "", words["tab-files"]);
  heading.tabIndex = -1;
  return [heading, make("p", "", words["files-say"]), exportTools(room.file)];
}
