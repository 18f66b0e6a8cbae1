// What a set shows of a class: how each question worked, how they hang together, by outcome and belief, before against after.
import { button, day, fill, make } from "../../base/page.js";
import { changeArrows, decimal, inPercent, itemMap, outOf, points, refusal, surenessTable } from "../charts.js";
import { change, meanDifference } from "../stats/change.js";
import { discrimination, idle } from "../stats/items.js";
import { none } from "../stats/estimable.js";
import { sheet } from "../stats/reading.js";
import { alpha } from "../stats/reliability.js";
import { facility } from "../stats/shares.js";
import { surenessOfSet } from "../stats/sureness.js";
import { byMisconception, byOutcome } from "../stats/tallies.js";
import { plain } from "../tree.js";
import { sameQuestion, size } from "./class.js";
import { answersOf, askedOf, tallyOf } from "./figures.js";
import { words } from "./findings.js";

const LONG = 90; // letters of a question that a table shows
const SCOPES = /** @type {const} */ (["a", "b", "first", "last"]);

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function reportScreen(room) {
  const heading = make("h3", "k-report-title", words["report-title"]), box = make("div", "k-report"), tools = make("div", "k-tools"), { votes } = room.file();
  heading.tabIndex = -1;
  const modules = new Map(room.course.items.map(([name, slug]) => [name, slug])), known = votes.filter(vote => modules.has(vote.item) && size(vote));
  const scopes = SCOPES.filter(scope => votesOf(known, scope).length && (scope !== "last" || known.some(vote => vote.round > 1)));
  if (!scopes.length) return [heading, make("p", "", words["report-none"])];
  const label = make("label", "mq-in", words["report-of"]), choice = make("select");
  choice.id = label.htmlFor = "k-scope";
  scopes.forEach(scope => {
    const option = make("option", "", words[`scope-${scope}`]);
    option.value = scope;
    choice.append(option);
  });
  tools.append(label, choice, button("md-button", words.print, () => { print(); }));
  room.need(Array.from(new Set(known.map(vote => /** @type {string} */ (modules.get(vote.item)))))).then(() => {
    const itemOf = vote => room.module(/** @type {string} */ (modules.get(vote.item))).items[vote.item];
    const asked = scope => votesOf(known, scope).map(vote => askedOf(vote, itemOf(vote))).filter(one => one.choices.length);
    const titleOf = ({ vote }) => {
      const item = itemOf(vote), row = vote.row && (item.options || []).find(option => option.id === vote.row);
      return shortened(plain(row ? row.text : item.stem));
    };
    const lay = () => {
      box.textContent = "";
      box.append(...parts(room, asked(choice.value), titleOf), ...compared(room, asked, titleOf));
    };
    choice.onchange = lay;
    lay();
  }, () => { box.append(make("p", "mq-err", words.failed)); });
  return [heading, tools, box];
}

/**
 * The votes of a part of the class: a test's, or of everything else the first or the last vote on each question.
 * @param {Vote[]} votes
 * @param {string} scope
 */
function votesOf(votes, scope) {
  const form = scope === "a" || scope === "b" ? scope : "", mine = votes.filter(vote => vote.form === form);
  return mine.filter(vote => mine.every(other => !sameQuestion(vote, other) || (scope === "last" ? other.round <= vote.round : other.round >= vote.round)));
}

/**
 * The figures of a set.
 * @param {import("./room.js").Room} room
 * @param {import("./figures.js").Asked[]} asked
 * @param {(asked: import("./figures.js").Asked) => string} titleOf
 * @returns {HTMLElement[]}
 */
function parts(room, asked, titleOf) {
  const file = room.file(), answers = answersOf(file, asked), whole = sheet(answers), together = alpha(whole), outcomes = new Map(room.course.modules.flatMap(module => module.outcomes.map(one => [one.id, one.text])));
  const hands = asked.filter(({ vote }) => vote.way === "counts").length, all = hands === asked.length; // hands have no numbers, so nobody's answers hang together
  const rows = asked.map(one => {
    const counted = tallyOf(file, one);
    return { label: titleOf(one), figures: { id: one.item.id, facility: facility(one.item, counted), discrimination: one.vote.way === "counts" ? none("hands", counted.n) : discrimination(whole, one.item), idle: idle(one.item, counted) } };
  });
  const made = /** @type {HTMLElement[]} */ ([
    make("p", "", fill(words[all ? "report-lead-hands" : "report-lead"], { name: file.name || words.unnamed, date: day(file.t), questions: asked.length, whole: whole.codes.length, part: whole.incomplete })),
    itemMap({ id: "k-map", title: words["report-items"], rows }),
    ...hands ? [make("p", "", words["report-hands"])] : [],
    ...all ? [] : [make("p", "", together.estimable ? fill(words.alpha, { value: decimal(together.value), low: decimal(together.low), high: decimal(together.high), n: together.n }) : fill(words["alpha-none"], { reason: refusal(together) }))]
  ]);
  const outcome = byOutcome(answers).map(one => [outcomes.get(one.outcome) || one.outcome, ...one.estimable ? [String(one.items.length), `${one.n}`, inPercent(one.right.share)] : [refusal(one)]]);
  if (outcome.length) made.push(table("k-outcomes", words["report-outcomes"], [words["col-outcome"], words["col-questions"], words["col-people"], words["col-right"]], outcome));
  const beliefs = byMisconception(answers).filter(one => !one.estimable || one.people.count).sort((one, other) => (other.estimable ? other.people.share : 0) - (one.estimable ? one.people.share : 0));
  const believed = beliefs.map(one => [room.course.beliefs[one.misconception] || one.misconception, ...one.estimable ? [String(one.items.length), outOf(one.people), inPercent(one.people.share)] : [refusal(one)]]);
  if (believed.length) made.push(table("k-beliefs", words["report-beliefs"], [words["col-belief"], words["col-questions"], words["col-people"], words["col-taken"]], believed));
  if (asked.some(({ vote }) => vote.way !== "counts" && Object.keys(vote.answers).some(code => vote.answers[code].s !== undefined))) made.push(surenessTable({ id: "k-sure", title: words["report-sure"], table: surenessOfSet(answers) }));
  return made;
}

/**
 * Before against after: the two tests, and the questions that were voted on again.
 * @param {import("./room.js").Room} room
 * @param {(scope: string) => import("./figures.js").Asked[]} asked
 * @param {(asked: import("./figures.js").Asked) => string} titleOf
 * @returns {HTMLElement[]}
 */
function compared(room, asked, titleOf) {
  const file = room.file(), [before, after] = [asked("a"), asked("b")].map(one => answersOf(file, one)), made = /** @type {HTMLElement[]} */ ([]);
  if (before.items.length && after.items.length) {
    const difference = meanDifference(before, after), box = make("section", "k-difference");
    box.append(make("h4", "", words["report-tests"]), make("p", "", difference.estimable ? fill(words.difference, {
      before: inPercent(difference.before), after: inPercent(difference.after), n: difference.n, unpaired: difference.unpaired,
      value: points(difference.value), low: points(difference.low), high: points(difference.high)
    }) : `${refusal(difference)}.`));
    made.push(box);
  }
  const first = asked("first"), last = asked("last").filter(({ vote }) => vote.round > 1);
  const rows = last.flatMap(then => {
    const one = first.find(({ vote }) => sameQuestion(vote, then.vote));
    return one && one.vote.way !== "counts" && then.vote.way !== "counts" ? [{ label: titleOf(then), change: change(answersOf(file, [one]), answersOf(file, [then]), then.item) }] : [];
  });
  if (rows.length) made.push(changeArrows({ id: "k-again", title: words["report-again"], rows }));
  return made;
}

/** @param {string} text */
function shortened(text) { return text.length > LONG ? `${text.slice(0, LONG).replace(/\s+\S*$/, "")}…` : text; }

/**
 * A table in the look of the charts; a row with two cells alone says why it has no figures.
 * @param {string} id
 * @param {string} title
 * @param {string[]} heads
 * @param {string[][]} rows
 */
function table(id, title, heads, rows) {
  const box = make("figure", "chart room-chart"), name = make("p", "chart-title", title), made = make("table", "figures"), head = make("tr"), top = make("thead"), body = make("tbody");
  const few = at => at && rows.every(row => row.length < heads.length || row[at].length < 6) ? "few" : "";
  name.id = `${id}-title`;
  made.setAttribute("aria-labelledby", name.id);
  heads.forEach((text, at) => {
    const cell = make("th", few(at), text);
    cell.scope = "col";
    head.append(cell);
  });
  rows.forEach(cells => {
    const row = make("tr");
    cells.forEach((text, at) => {
      const cell = make(at ? "td" : "th", cells.length === heads.length ? few(at) : "", text);
      if (!at) cell.scope = "row"; else if (cells.length < heads.length) cell.colSpan = heads.length - 1;
      row.append(cell);
    });
    body.append(row);
  });
  top.append(head);
  made.append(top, body);
  box.append(name, made);
  return box;
}
