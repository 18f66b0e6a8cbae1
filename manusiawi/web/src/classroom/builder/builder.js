// Starts the page on which a workshop is put together: the kept plan or the one of an address, its days, what can be added, what leaves.
import { button, fill, language, make, one, say } from "../../base/page.js";
import { loadCourse } from "../course.js";
import { keepText, keptText, onKept, setHash } from "../plan/keep.js";
import { clockWords, isKnown, timesOf, titleOf } from "../plan/parts.js";
import { MOST_DAYS, MOST_PARTS, readPlan, withoutGone, writePlan } from "../plan/text.js";
import { partWords } from "../plan/words.js";
import { adder } from "./adder.js";
import { beside, emptyDay, emptyPlan, isEmpty, withPart, withPartMoved } from "./changes.js";
import { days } from "./days.js";
import { history } from "./history.js";
import { askWhich, opening } from "./opening.js";
import { room } from "./room.js";
import { share } from "./share.js";

const words = { ...partWords, ...WORDS_BUILDER };

/** Starts it, where the page holds its place. */
export function builder() {
  const place = one(".builder.classroom");
  if (!place) return;
  one(".noscript", place).remove();
  const status = make("p", "state", words.loading);
  status.setAttribute("aria-live", "polite");
  place.append(status);
  loadCourse(place).then(course => { status.remove(); run(place, course); }, () => { status.textContent = words.failed; });
}

/**
 * What the parts of the page do to the plan.
 * @typedef {object} Desk
 * @property {() => Plan} plan
 * @property {ClassroomCourse} course
 * @property {any} words
 * @property {HTMLElement} place
 * @property {(part: PlanPart) => string} title
 * @property {(plan: Plan, name: string) => void} write a change within fields; nothing but what is reckoned is drawn anew
 * @property {(plan: Plan, told: string, focus?: string) => void} change a change of what stands where
 * @property {(part: PlanPart, day: number) => void} add
 * @property {(day: number, at: number, toDay: number, toAt: number, control: string) => void} move
 * @property {(day: number, at: number, way: 1 | -1, control: string) => void} shift
 * @property {(day: number) => void} addTo leads to where parts are added to a day
 * @property {(told: string) => void} tell
 * @property {(plan: Plan, gone: PlanPart[], told?: string) => void} take puts another plan in place of this one
 */

function run(/** @type {HTMLElement} */ place, /** @type {ClassroomCourse} */ course) {
  const kept = keptText("rencana"), known = (/** @type {PlanPart} */ part) => isKnown(course, part);
  const first = withoutGone(readPlan(kept || "").plan || emptyPlan(), known);
  const past = history(first.plan);
  const told = make("p", "mq-say plan-told"), unkept = make("p", "mq-note"), asking = make("div"), tools = make("div", "plan-tools");
  const undo = button("small", words.undo, () => { if (past.undo()) changed(words.undone, "", true); else tell(words["nothing-undone"]); });
  const redo = button("small", words.redo, () => { if (past.redo()) changed(words.redone, "", true); else tell(words["nothing-redone"]); });
  told.setAttribute("aria-live", "polite");
  unkept.setAttribute("aria-live", "polite");
  tools.append(undo, redo);

  /** @type {Desk} */
  const desk = {
    plan: past.now, course, words, place,
    title: part => titleOf(course, part, words),
    write(plan, name) { past.set(plan, name); keep(); refresh(); },
    change(plan, text, focus) { past.set(plan); changed(text, focus); },
    add(part, day) {
      const plan = past.now(), at = plan.days[day].parts.length;
      if (at >= MOST_PARTS) { tell(fill(words["too-many-parts"], { most: MOST_PARTS })); return; }
      past.set(withPart(plan, day, at, part));
      changed(placed("added", day, at));
    },
    move(day, at, toDay, toAt, control) {
      const plan = past.now();
      if (toDay !== day && plan.days[toDay].parts.length >= MOST_PARTS) { tell(fill(words["too-many-parts"], { most: MOST_PARTS })); return; }
      past.set(withPartMoved(plan, day, at, toDay, toAt));
      changed(placed("moved", toDay, toAt), `${control}-${toDay}-${toAt}`);
    },
    shift(day, at, way, control) {
      const to = beside(past.now(), day, at, way);
      if (to) desk.move(day, at, to[0], to[1], control); else tell(words[way < 0 ? "is-first" : "is-last"]);
    },
    addTo(day) { add.choose(day); },
    tell,
    take(plan, gone, text = "") { past.set(plan); start.part.open = isEmpty(plan); changed([text, goneWords(gone)].filter(Boolean).join(" ")); },
  };
  const start = opening(desk), list = days(desk), add = adder(desk), people = room(desk), out = share(desk);
  const more = button("small", words["add-day"], () => {
    const plan = past.now(), before = plan.days[plan.days.length - 1];
    if (plan.days.length >= MOST_DAYS) { tell(fill(words["too-many-days"], { most: MOST_DAYS })); return; }
    const date = before.date ? new Date(Date.parse(before.date) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10) : "";
    desk.change({ ...plan, days: plan.days.concat({ ...emptyDay(), date, start: before.start, fasting: before.fasting }) }, fill(words["day-added"], { number: plan.days.length + 1 }), `start-${plan.days.length}`);
  });
  place.append(told, unkept, asking, start.part, tools, list.part, more, add.part, people.part, out.part);

  function placed(/** @type {string} */ name, /** @type {number} */ day, /** @type {number} */ at) {
    const on = past.now().days[day], [from, to] = timesOf(on)[at];
    return fill(words[name], { title: desk.title(on.parts[at]), place: at + 1, total: on.parts.length, day: day + 1, from: clockWords(from, language), to: clockWords(to, language) });
  }
  function tell(/** @type {string} */ text) { say(told, text); }
  /** @type {("keydown" | "pointerdown")[]} */ (["keydown", "pointerdown"]).forEach(kind => { // it stands over the page until the next thing is done
    document.addEventListener(kind, event => { if (!told.contains(/** @type {Node} */ (event.target)) && !event.ctrlKey && !event.metaKey) told.textContent = ""; }, true);
  });
  document.addEventListener("keydown", event => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || /** @type {Element} */ (event.target).matches("input, select, textarea")) return; // fields undo their own letters
    const key = event.key.toLowerCase(), way = key === "z" ? event.shiftKey ? redo : undo : key === "y" ? redo : null;
    if (way) { event.preventDefault(); way.click(); }
  });
  function goneWords(/** @type {PlanPart[]} */ gone) {
    return gone.length ? fill(words.gone, { names: gone.map(part => part.title ? `${part.title} (${part.ref})` : part.ref).join(", ") }) : "";
  }
  function keep() {
    const plan = past.now(), text = isEmpty(plan) ? "" : writePlan(plan), isKept = keepText("rencana", text);
    if (!isKept) setHash(text); // then a reload finds it there
    const said = isKept ? "" : words.unkept;
    if (unkept.textContent !== said) unkept.textContent = said;
  }
  function refresh() {
    list.refresh();
    add.refresh();
    out.refresh();
  }
  function draw() {
    start.draw();
    list.draw();
    people.draw();
    refresh();
  }
  function changed(/** @type {string} */ text, /** @type {string} */ focus = "", isUndoing = false) {
    const active = /** @type {HTMLElement} */ (document.activeElement), within = place.contains(active) && active.id;
    keep();
    draw();
    const next = document.getElementById(focus || within || "");
    if (next && next !== document.activeElement) next.focus();
    if (text) say(told, text, ...isUndoing ? [] : [" ", button("small", words.undo, () => { undo.click(); })]);
  }

  /** Opens the plan of an address; whatever is wrong with it, the kept plan stays. */
  function open(/** @type {string} */ text) {
    const { plan, fault } = readPlan(text);
    asking.textContent = "";
    if (!plan) { tell(words[`plan-${fault}`]); return; }
    const { plan: whole, gone } = withoutGone(plan, known), mine = past.now();
    if (isEmpty(mine) || writePlan(mine) === writePlan(whole)) {
      if (isEmpty(mine)) desk.take(whole, gone, fill(words.opened, { title: whole.title || words["no-title"] }));
      setHash("");
      return;
    }
    askWhich(asking, words, whole, mine, isTheirs => {
      asking.textContent = "";
      setHash("");
      if (isTheirs) desk.take(whole, gone, words["took-theirs"]); else tell(words["kept-mine"]);
    });
  }
  function openAddress() { const text = location.hash.slice(1); if (text && !document.getElementById(text)) open(text); }
  start.onAddress(open);
  addEventListener("hashchange", openAddress);
  onKept("rencana", text => {
    const { plan } = readPlan(text);
    if (!plan || text === writePlan(past.now())) return;
    past.set(withoutGone(plan, known).plan);
    draw();
    tell(words["other-window"]);
  });
  draw();
  if (kept === null) keep();
  if (kept && !readPlan(kept).plan) tell(words["kept-spoilt"]); else if (first.gone.length) tell(goneWords(first.gone));
  openAddress();
}
