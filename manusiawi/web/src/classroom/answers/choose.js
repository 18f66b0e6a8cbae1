// The choice of questions: a module's, a lesson's, a test, one that is searched for; and what was asked before.
import { button, fill, make } from "../../base/page.js";
import { readPlan } from "../plan/text.js";
import { plain } from "../tree.js";
import { roundsOf, sameQuestion, size } from "./class.js";
import { found, setsOfModule, singleSet, testSet } from "./sets.js";
import { words } from "./words.js";

const MOST = 20; // results of a search that are shown

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function chooseScreen(room) {
  const heading = make("h3", "", words["tab-choose"]);
  heading.tabIndex = -1;
  const going = room.at(), parts = /** @type {HTMLElement[]} */ ([heading]);
  if (going) parts.push(button("md-button", words["go-on"], () => { room.go(going.step === "debrief" ? "debrief" : "ask"); }));
  const plan = location.hash.length > 1 ? readPlan(location.hash.slice(1)).plan : null;
  if (plan) parts.push(planPart(room, plan));
  parts.push(modulePart(room), testPart(room), searchPart(room));
  if (room.file().votes.length) parts.push(askedPart(room));
  return parts;
}

/**
 * Begins a set, once its modules are here.
 * @param {import("./room.js").Room} room
 * @param {import("./sets.js").QuestionSet} set
 * @param {import("./store.js").Place["step"]} [step]
 * @param {number} [at] which of its steps
 * @param {number} [round]
 */
function begin(room, set, step = "asking", at = 0, round = 1) {
  room.need(Array.from(new Set(set.items.map(([slug]) => slug)))).then(() => {
    room.move({ set, at, round, step });
    room.go(step === "debrief" ? "debrief" : "ask");
  }, () => { room.tell(words.failed); });
}

/**
 * A button that begins a set, with the number of its questions; none where it has none.
 * @param {import("./room.js").Room} room
 * @param {string} title
 * @param {import("./sets.js").QuestionSet} set
 */
function setButton(room, title, set) {
  const made = button("k-set", title, () => { begin(room, set); });
  made.append(" ", make("span", "state", fill(words["set-count"], { count: set.items.length })));
  return made;
}

/** @param {import("./room.js").Room} room */
function modulePart(room) {
  const box = make("section", "k-part"), label = make("label", "mq-in", words.module), choice = make("select"), list = make("div", "k-sets");
  choice.id = label.htmlFor = "k-module";
  choice.append(make("option", "", words["choose-module"]));
  room.course.modules.forEach(({ slug, number, title }) => {
    const option = make("option", "", `${number}. ${title}`);
    option.value = slug;
    choice.append(option);
  });
  choice.firstElementChild && /** @type {HTMLOptionElement} */ (choice.firstElementChild).setAttribute("value", "");
  choice.onchange = () => {
    list.textContent = "";
    const overview = room.course.modules.find(module => module.slug === choice.value);
    if (!overview) return;
    room.need([overview.slug]).then(() => {
      const { lessons, check } = setsOfModule(room.course, overview, room.module(overview.slug));
      list.textContent = "";
      if (check.items.length) list.append(setButton(room, words["self-check"], check));
      list.append(...lessons.map(({ title, set }) => setButton(room, title, set)));
    }, () => { room.tell(words.failed); });
  };
  box.append(label, choice, list);
  return box;
}

/** @param {import("./room.js").Room} room */
function testPart(room) {
  const box = make("section", "k-part"), sets = /** @type {("a" | "b")[]} */ (["a", "b"]).map(form => testSet(room.course, form)).filter(set => set.items.length);
  box.hidden = !sets.length;
  box.append(make("p", "mq-in", words.test), make("p", "", words["test-say"]));
  const list = make("div", "k-sets");
  list.append(...sets.map(set => setButton(room, words[`test-${set.form}`], set)));
  box.append(list);
  return box;
}

/** @param {import("./room.js").Room} room */
function searchPart(room) {
  const box = make("section", "k-part"), form = make("form", "k-begin"), label = make("label", "mq-in", words.search), field = make("input"), list = make("div", "k-sets"), note = make("p", "state");
  field.id = label.htmlFor = "k-search";
  field.type = "search";
  note.setAttribute("aria-live", "polite");
  form.append(label, field, make("button", "md-button", words.find));
  form.onsubmit = event => {
    event.preventDefault();
    const results = found(room.course, field.value);
    note.textContent = fill(words.found, { count: results.length });
    list.textContent = "";
    results.slice(0, MOST).forEach(([name, , , stem]) => { list.append(button("k-set", stem, () => { begin(room, /** @type {any} */ (singleSet(room.course, name))); })); });
  };
  box.append(form, note, list);
  return box;
}

/**
 * The questions of a plan that came in the address.
 * @param {import("./room.js").Room} room
 * @param {Plan} plan
 */
function planPart(room, plan) {
  const box = make("section", "k-part"), list = make("div", "k-sets");
  box.append(make("p", "mq-in", fill(words.plan, { title: plan.title })), list);
  const modules = room.course.modules, parts = plan.days.flatMap(day => day.parts);
  const slugs = Array.from(new Set(parts.filter(({ kind }) => ["module", "lesson", "case"].includes(kind)).map(part => part.ref.split("/")[0]))).filter(slug => modules.some(module => module.slug === slug));
  room.need(slugs).then(() => {
    parts.forEach(part => {
      const single = part.kind === "item" && singleSet(room.course, part.ref);
      if (single) list.append(setButton(room, part.title || (room.course.items.find(entry => entry[0] === part.ref) || [])[3] || part.ref, single));
      if (part.kind === "test" && (part.ref === "a" || part.ref === "b")) list.append(setButton(room, words[`test-${part.ref}`], testSet(room.course, part.ref)));
      const overview = modules.find(module => module.slug === part.ref.split("/")[0]);
      if (!overview || !["module", "lesson", "case"].includes(part.kind)) return;
      const { lessons, check } = setsOfModule(room.course, overview, room.module(overview.slug));
      const lesson = lessons.find(({ set }) => set.id === part.ref);
      if (part.kind === "module" && check.items.length) list.append(setButton(room, `${overview.title}: ${words["self-check"]}`, check));
      if (lesson) list.append(setButton(room, lesson.title, lesson.set));
    });
    if (!list.firstChild) list.append(make("p", "", words["plan-none"]));
  }, () => { list.append(make("p", "", words.failed)); });
  return box;
}

/**
 * What was asked: each question once, with the people of each vote.
 * @param {import("./room.js").Room} room
 */
function askedPart(room) {
  const box = make("section", "k-part"), list = make("ul", "rows"), { votes } = room.file();
  box.append(make("p", "mq-in", words.asked), list);
  votes.filter((vote, at) => votes.findIndex(other => sameQuestion(vote, other)) === at).forEach(vote => {
    const entry = room.course.items.find(([name]) => name === vote.item), line = make("li"), rounds = roundsOf(room.file(), vote);
    list.append(line);
    const count = fill(words["asked-count"], { count: rounds.map(size).join(" + ") });
    if (!entry) { line.append(make("span", "", fill(words.gone, { item: vote.item })), " ", make("span", "state", count)); return; }
    const set = { id: vote.item, form: vote.form, items: /** @type {[string, string][]} */ ([[entry[1], vote.item]]) };
    const made = button("k-set", entry[3], () => {
      room.need([entry[1]]).then(() => {
        const at = vote.row ? (room.module(entry[1]).items[vote.item].options || []).findIndex(option => option.id === vote.row) : 0;
        begin(room, set, "debrief", Math.max(0, at), rounds[rounds.length - 1].round);
      }, () => { room.tell(words.failed); });
    });
    made.append(" ", make("span", "state", count));
    line.append(made);
    if (vote.row) room.need([entry[1]]).then(() => {
      const option = (room.module(entry[1]).items[vote.item].options || []).find(one => one.id === vote.row);
      if (option) made.firstChild && made.firstChild.after(` ${plain(option.text)}`);
    }, () => { /* the question alone names it */ });
  });
  return box;
}
