// Starts the page on which a participant follows a workshop: the plan of the address, or the one kept here; what comes next; own progress.
import { button, fill, language, make, one, own, say } from "../../base/page.js";
import { countWords, readWord } from "../../base/counts.js";
import { onchange, record } from "../../base/record.js";
import { keepText, keptText } from "../plan/keep.js";
import { clockWords, isKnown, timesOf, titleOf } from "../plan/parts.js";
import { readPlan, withoutGone } from "../plan/text.js";
import { partWords } from "../plan/words.js";
import { loadPath } from "./path.js";
import { stateOf } from "./progress.js";

const words = { ...partWords, ...WORDS_PARTICIPANT };

/** Starts it, where the page holds its place. */
export function participant() {
  const place = one(".participant.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  status.setAttribute("aria-live", "polite");
  place.append(status);
  loadPath(place).then(path => { status.remove(); run(place, path); }, () => { status.textContent = words.failed; });
}

function run(/** @type {HTMLElement} */ place, /** @type {import("./path.js").Path} */ path) {
  const told = make("p", "mq-say"), shown = make("div"), kept = keptText("jalan") || "";
  let now = readPlan(kept).plan ? kept : "";
  told.setAttribute("aria-live", "polite");
  place.append(told, shown);

  function open(/** @type {string} */ text) {
    const { plan, fault } = readPlan(text), before = now;
    if (!plan) { say(told, words[`plan-${fault}`]); draw(); return; }
    if (before && before !== text) {
      const last = readPlan(before).plan;
      say(told, fill(words.replaced, { title: last && last.title || words["no-title"] }), " ", button("small", words["go-back"], () => { open(before); }));
    }
    now = text;
    if (!keepText("jalan", text)) say(told, words.unkept);
    draw();
  }
  function draw() {
    shown.textContent = "";
    const { plan } = readPlan(now);
    if (plan) drawPlan(shown, path, plan, () => { now = ""; keepText("jalan", ""); draw(); say(told, words.forgotten); });
    else drawNothing(shown, open, told);
  }
  function openAddress() { if (location.hash.includes(";")) open(location.hash.slice(1)); else draw(); }
  addEventListener("hashchange", openAddress);
  onchange(draw);
  openAddress();
}

function drawNothing(/** @type {HTMLElement} */ into, /** @type {(text: string) => void} */ open, /** @type {HTMLElement} */ told) {
  const form = make("form"), label = make("label", "mq-in", words.address), field = make("input");
  field.id = "alamat-rencana";
  field.autocomplete = "off";
  label.htmlFor = field.id;
  form.append(label, field, make("button", "md-button", words.open));
  form.onsubmit = event => {
    event.preventDefault();
    const text = field.value.trim().split("#").pop() || "";
    if (text) open(text); else { say(told, words["plan-empty"]); field.focus(); }
  };
  into.append(make("p", "", words["no-plan"]), form);
}

function drawPlan(/** @type {HTMLElement} */ into, /** @type {import("./path.js").Path} */ path, /** @type {Plan} */ written, /** @type {() => void} */ forget) {
  const { plan, gone } = withoutGone(written, part => isKnown(path.course, part)), now = record(), next = make("p", "path-next");
  const tools = make("div", "path-tools");
  into.append(make("h2", "", plan.title || words["no-title"]));
  if (gone.length) into.append(make("p", "mq-note", fill(words.gone, { names: gone.map(part => part.title || part.ref).join(", ") })));
  into.append(next);
  let first = /** @type {HTMLElement | null} */ (null), steps = 0, done = 0;
  plan.days.forEach((day, number) => {
    const times = timesOf(day), list = make("ol", "rows path-day"), name = dayName(plan, day, number);
    if (name) into.append(make("h3", "", name));
    day.parts.forEach((part, at) => {
      const state = stateOf(path, part, now), row = make("li", state.isStep ? "" : "is-pause"), address = path.address(part), title = partTitle(path, part);
      row.append(make("span", "path-clock", `${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}`), " ");
      if (address) row.append(link(address, title)); else row.append(make("span", "", title));
      const said = stateWords(state);
      if (said) row.append(make("span", "state", said));
      if (part.kind === "module") row.append(pagesOf(path, part.ref, now));
      if (state.isStep) { steps++; if (state.isDone) done++; else if (!first) first = link(address, fill(words.next, { title })); }
      list.append(row);
    });
    into.append(list);
  });
  if (first) { /** @type {HTMLElement} */ (first).className = "md-button"; next.append(first, " ", make("span", "state", fill(words.progress, { done, steps }))); }
  else if (steps) next.textContent = words["all-done"];
  tools.append(button("small", words.print, () => { window.print(); }), button("small", words.forget, forget));
  into.append(tools);
}

function partTitle(/** @type {import("./path.js").Path} */ path, /** @type {PlanPart} */ part) {
  const title = titleOf(path.course, part, words);
  return part.kind === "item" && !part.title ? fill(words.question, { title }) : title;
}

/** A day's number, where there are several, and its date; "" for the one day of a plan without a date. */
function dayName(/** @type {Plan} */ plan, /** @type {PlanDay} */ day, /** @type {number} */ number) {
  const date = day.date && new Date(`${day.date}T00:00Z`).toLocaleDateString(language, { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" });
  return [plan.days.length > 1 ? fill(words.day, { number: number + 1 }) : "", date].filter(Boolean).join(", ");
}

function link(/** @type {string} */ address, /** @type {string} */ text) {
  const made = make("a", "", text);
  made.href = address;
  return made;
}

function stateWords(/** @type {import("./progress.js").State} */ state) {
  if (!state.words) return "";
  if (state.words === "module") return countWords(state.counts);
  return state.words === "read" ? readWord() : words[`is-${state.words}`];
}

/** The lessons and cases of a module: which were to be read before, which were read. */
function pagesOf(/** @type {import("./path.js").Path} */ path, /** @type {string} */ slug, /** @type {LearnerRecord} */ now) {
  const module = /** @type {ModuleOverview} */ (path.course.modules.find(entry => entry.slug === slug)), list = make("ul", "path-pages"), { ahead } = path.counted(slug);
  [...module.lessons, ...module.cases].forEach(entry => {
    const row = make("li"), page = `${slug}/${entry.slug}.html`;
    const said = [ahead.includes(entry.slug) ? words.ahead : "", own(now.pages, page) ? readWord() : ""].filter(Boolean).join(", ");
    row.append(link(page, entry.title));
    if (said) row.append(" ", make("span", "state", said));
    list.append(row);
  });
  return list;
}
