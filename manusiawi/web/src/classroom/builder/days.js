// The days of a plan with their parts, beside the clock; each part goes up, down, to another day and away by buttons.
import { all, button, fill, language, make } from "../../base/page.js";
import { clockWords, moduleOf, timesOf } from "../plan/parts.js";
import { MOST_LETTERS, MOST_MINUTES } from "../plan/text.js";
import { dateOf, minutesOf, safeTitle, withDayChanged, withoutPart, withPartChanged } from "./changes.js";
import { needsOf } from "./needs.js";
import { warningsOf } from "./warnings.js";

/** @param {import("./builder.js").Desk} desk */
export function days(desk) {
  const { words } = desk, part = make("div", "plan-days"), heading = make("h2", "", words.plan), total = make("p", "plan-total"), list = make("div");
  const [titleLabel, title] = field("judul", words.title, "text");
  heading.id = "rencana";
  title.maxLength = MOST_LETTERS;
  title.oninput = () => { desk.write({ ...desk.plan(), title: safeTitle(title.value) }, "title"); };
  part.append(heading, titleLabel, title, total, list);

  function refresh() {
    const plan = desk.plan();
    plan.days.forEach((day, number) => {
      const times = timesOf(day), box = document.getElementById(`day-${number}`);
      if (!box) return;
      all(".plan-clock", box).forEach((clock, at) => { clock.textContent = `${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}`; });
      all(".plan-part > div > b", box).forEach((name, at) => { name.textContent = desk.title(day.parts[at]); });
      const sum = times.length ? times[times.length - 1][1] - times[0][0] : 0;
      all(".day-sum", box).forEach(line => { line.textContent = times.length ? fill(words["day-sum"], { ...lengthOf(sum), end: clockWords(times[times.length - 1][1], language) }) : words["day-empty"]; });
      all(".day-warnings", box).forEach(list => { lay(list, warningsOf(day, number).map(warning => warningWords(warning, words))); });
    });
    const work = plan.days.reduce((sum, day) => sum + day.parts.reduce((minutes, entry) => minutes + entry.minutes, 0), 0);
    total.textContent = plan.days.length > 1 && work ? fill(words["plan-sum"], { span: plan.days.length, ...lengthOf(work) }) : "";
    if (document.activeElement !== title) title.value = plan.title;
  }
  function draw() {
    list.textContent = "";
    desk.plan().days.forEach((day, number) => { list.append(dayBox(desk, day, number)); });
  }
  return { part, draw, refresh };
}

/** Writes a list anew only where it differs: screen readers hear what has changed. */
function lay(/** @type {HTMLElement} */ list, /** @type {string[]} */ lines) {
  if (all("li", list).map(line => line.textContent).join("\n") === lines.join("\n")) return;
  list.textContent = "";
  lines.forEach(line => { list.append(make("li", "", line)); });
}

/** Minutes as hours and minutes, for phrases. */
export function lengthOf(/** @type {number} */ minutes) { return { hours: Math.floor(minutes / 60), minutes: minutes % 60 }; }

/** A warning in words. */
export function warningWords(/** @type {import("./warnings.js").Warning} */ warning, /** @type {any} */ words) {
  const { from, to, minutes } = warning.gaps;
  return fill(words[`warn-${warning.name}`], {
    ...warning.gaps, ...lengthOf(Number(minutes)),
    from: clockWords(Number(from), language), to: clockWords(Number(to), language),
  });
}

/** @returns {[HTMLLabelElement, HTMLInputElement]} */
function field(/** @type {string} */ id, /** @type {string} */ text, /** @type {string} */ type) {
  const label = make("label", "mq-in", text), input = make("input");
  input.id = id;
  input.type = type;
  input.autocomplete = "off";
  label.htmlFor = id;
  return [label, input];
}

function dayBox(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanDay} */ day, /** @type {number} */ number) {
  const { words } = desk, box = make("section", "plan-day"), heading = make("h3", "", fill(words.day, { number: number + 1 })), head = make("div", "day-head");
  box.id = `day-${number}`;
  heading.id = `day-name-${number}`;
  box.setAttribute("aria-labelledby", heading.id);
  const [dateLabel, date] = field(`date-${number}`, words.date, "date"), [startLabel, start] = field(`start-${number}`, words.start, "time");
  date.value = day.date;
  date.min = "2000-01-01";
  date.max = "2099-12-31";
  date.onchange = () => { desk.write(withDayChanged(desk.plan(), number, { date: dateOf(date.value) }), `date-${number}`); };
  start.value = day.start;
  start.required = true;
  start.onchange = () => {
    if (/^\d\d:\d\d$/.test(start.value)) desk.write(withDayChanged(desk.plan(), number, { start: start.value }), `start-${number}`);
    else { start.value = desk.plan().days[number].start; desk.tell(words["start-needed"]); }
  };
  const fastLabel = make("label", "plan-tick"), fast = make("input");
  fast.type = "checkbox";
  fast.id = `fast-${number}`;
  fast.checked = day.fasting;
  fast.onchange = () => { desk.write(withDayChanged(desk.plan(), number, { fasting: fast.checked }), `fast-${number}`); };
  fastLabel.append(fast, make("span", "", words.fasting));
  const dated = make("div"), started = make("div");
  dated.append(dateLabel, date);
  started.append(startLabel, start);
  head.append(dated, started, fastLabel);

  const list = make("ol", "plan-parts");
  day.parts.forEach((part, at) => { list.append(partRow(desk, part, number, at)); });
  const sum = make("p", "day-sum"), warnings = make("ul", "day-warnings"), ways = make("div", "plan-tools");
  warnings.setAttribute("aria-live", "polite");
  ways.append(named("add-to", number, button("small", words["add-part"], () => { desk.addTo(number); }), fill(words.day, { number: number + 1 })));
  const plan = desk.plan();
  if (plan.days.length > 1) {
    const away = button("small", words["remove-day"], () => {
      const now = desk.plan();
      desk.change({ ...now, days: now.days.filter((_, entry) => entry !== number) }, fill(words["day-removed"], { number: number + 1 }), `start-${Math.max(0, number - 1)}`);
    });
    const swap = (/** @type {number} */ to) => () => {
      const now = desk.plan().days.slice();
      [now[number], now[to]] = [{ ...now[to], date: now[number].date }, { ...now[number], date: now[to].date }]; // a date stays where it stands
      desk.change({ ...desk.plan(), days: now }, fill(words["day-moved"], { number: to + 1 }), `start-${to}`);
    };
    if (number) ways.append(named("day-up", number, button("small", words["day-up"], swap(number - 1)), fill(words.day, { number: number + 1 })));
    if (number < plan.days.length - 1) ways.append(named("day-down", number, button("small", words["day-down"], swap(number + 1)), fill(words.day, { number: number + 1 })));
    ways.append(named("day-away", number, away, fill(words.day, { number: number + 1 })));
  }
  box.append(heading, head, list, sum, warnings, ways);
  return box;
}

function named(/** @type {string} */ id, /** @type {number | string} */ place, /** @type {HTMLButtonElement} */ control, /** @type {string} */ title) {
  control.id = `${id}-${place}`;
  control.setAttribute("aria-label", `${control.textContent}: ${title}`);
  return control;
}

function partRow(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanPart} */ part, /** @type {number} */ day, /** @type {number} */ at) {
  const { words } = desk, row = make("li", `plan-part is-${part.kind}`), body = make("div"), line = make("div", "plan-tools"), spot = `${day}-${at}`;
  const title = desk.title(part), module = moduleOf(desk.course, part);
  const minutes = make("input"), unit = make("label", "plan-minutes");
  minutes.id = `minutes-${spot}`;
  minutes.type = "number";
  minutes.min = "0";
  minutes.max = `${MOST_MINUTES}`;
  minutes.value = `${part.minutes}`;
  minutes.setAttribute("aria-label", `${words.minutes}: ${title}`);
  minutes.oninput = () => {
    const long = minutesOf(minutes.value);
    minutes.setAttribute("aria-invalid", `${long === null && minutes.value !== ""}`); // who empties the field is about to type
    if (long !== null) desk.write(withPartChanged(desk.plan(), day, at, { minutes: long }), minutes.id);
  };
  minutes.onchange = () => {
    if (minutesOf(minutes.value) !== null) return;
    minutes.value = `${desk.plan().days[day].parts[at].minutes}`;
    minutes.setAttribute("aria-invalid", "false");
    desk.tell(fill(words["minutes-wrong"], { most: MOST_MINUTES }));
  };
  unit.append(minutes, ` ${words.minutes}`);
  const remove = () => {
    const plan = withoutPart(desk.plan(), day, at), left = plan.days[day].parts.length;
    desk.change(plan, fill(words.removed, { title }), left ? `away-${day}-${Math.min(at, left - 1)}` : `add-to-${day}`);
  };
  line.append(unit,
    named("up", spot, button("small", words.up, () => { desk.shift(day, at, -1, "up"); }), title),
    named("down", spot, button("small", words.down, () => { desk.shift(day, at, 1, "down"); }), title),
    named("away", spot, button("small", words.remove, remove), title));
  body.append(make("b", "", title));
  const about = aboutOf(desk, part, module);
  if (about) body.append(about);
  body.append(line, more(desk, part, day, at, title), ...needsOf(desk, part, module));
  row.append(make("span", "plan-clock"), body);
  return row;
}

function aboutOf(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanPart} */ part, /** @type {ModuleOverview | undefined} */ module) {
  const { words } = desk, about = make("span", "state");
  const kind = ["break", "meal", "prayer", "other", "evaluation", "test"].includes(part.kind) ? "" : words[`kind-${part.kind}`];
  if (part.kind === "module" && module && module.notes) {
    const link = make("a", "", words.notes);
    link.href = module.notes;
    about.append(link);
  } else if (kind) about.textContent = module ? `${kind} · ${module.title}` : kind;
  return about.textContent ? about : null;
}

/** What is seldom changed: the title, and the day. */
function more(/** @type {import("./builder.js").Desk} */ desk, /** @type {PlanPart} */ part, /** @type {number} */ day, /** @type {number} */ at, /** @type {string} */ title) {
  const { words } = desk, fold = make("details", "plan-more"), summary = make("summary", "", words.more), spot = `${day}-${at}`;
  summary.id = `more-${spot}`;
  summary.setAttribute("aria-label", `${words.more}: ${title}`);
  const [label, own] = field(`own-${spot}`, words["own-title"], "text");
  own.maxLength = MOST_LETTERS;
  own.value = part.title;
  own.oninput = () => { desk.write(withPartChanged(desk.plan(), day, at, { title: safeTitle(own.value) }), own.id); };
  fold.open = part.kind === "other" && !part.title;
  fold.append(summary, label, own);
  if (desk.plan().days.length > 1) {
    const dayLabel = make("label", "mq-in", words["to-day"]), choice = make("select");
    choice.id = `day-of-${spot}`;
    dayLabel.htmlFor = choice.id;
    desk.plan().days.forEach((_, number) => {
      const option = make("option", "", fill(words.day, { number: number + 1 }));
      option.value = `${number}`;
      option.selected = number === day;
      choice.append(option);
    });
    const go = button("small", words.move, () => {
      const to = Number(choice.value);
      if (to !== day) desk.move(day, at, to, desk.plan().days[to].parts.length, "more");
    });
    go.id = `go-${spot}`;
    fold.append(dayLabel, choice, " ", go);
  }
  return fold;
}

