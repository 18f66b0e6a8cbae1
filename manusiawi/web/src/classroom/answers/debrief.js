// After the vote: what the room thinks, what may stand behind it and what to ask, then the key and the reasons one by one.
import { button, fill, make } from "../../base/page.js";
import { changeTable, inPercent, outOf, refusal, surenessTable } from "../charts.js";
import { change } from "../stats/change.js";
import { optionShares } from "../stats/shares.js";
import { sureness } from "../stats/sureness.js";
import { grow, plain } from "../tree.js";
import { askingOf, choicesOf } from "./asked.js";
import { roundsOf, size } from "./class.js";
import { answersOf, askedOf, keyless, tallyOf } from "./figures.js";
import { words } from "./findings.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function debriefScreen(room) {
  const at = /** @type {import("./store.js").Place} */ (room.at()), step = room.steps()[at.at], asking = askingOf(at, step), item = room.module(step.module).items[step.item];
  const choices = choicesOf(item, step.row), rounds = roundsOf(room.file(), asking).filter(size).map(one => askedOf(one, item));
  const table = sharesTable(room, choices, rounds), more = make("div", "k-more"), again = button("k-tab", words.again, () => { vote(Math.max(...rounds.map(one => one.vote.round), 0) + 1); });
  function vote(round) {
    room.move({ ...at, round, step: "asking" });
    room.go("ask");
  }
  const reopen = button("k-tab", words.reopen, () => { vote(rounds.length ? rounds[rounds.length - 1].vote.round : 1); });
  const next = button("md-button", words.reveal, () => { reveal(); });
  const reasons = make("ol", "k-reasons");
  reasons.setAttribute("aria-live", "polite");
  let shown = -1;
  // First which is right, then the reasons of one option after the other; of a statement there is one reason.
  const told = step.row ? choices.slice(0, 1) : choices;
  function reveal() {
    if (shown < 0) {
      table.markKey();
      more.append(...withKey(room.file(), rounds));
    } else {
      const { letter, feedback, key } = told[shown], entry = make("li", key || step.row ? "mq-yes" : "");
      entry.append(make("b", "k-letter", step.row ? "" : letter), grow(make("span"), feedback));
      reasons.append(entry);
    }
    shown++;
    next.textContent = words["next-reason"];
    next.hidden = shown >= told.length;
    if (shown === 0) room.tell(fill(words["key-is"], { letters: choices.filter(choice => choice.key).map(choice => choice.letter).join(", ") }));
  }
  return [...room.head(at), table.element, next, reasons, more, trainerPart(room, choices, step.module), room.tools(at, again), reopen];
}

/**
 * What would give the key away before: right against sure, and who changed between the first vote and the last.
 * @param {ClassFile} file
 * @param {import("./figures.js").Asked[]} rounds
 */
function withKey(file, rounds) {
  const coded = rounds.filter(({ vote }) => vote.way !== "counts"), first = coded[0], last = coded[coded.length - 1], parts = [];
  if (!first) return [];
  if (coded.length > 1) parts.push(changeTable({ id: "k-change", title: words.change, change: change(answersOf(file, [first]), answersOf(file, [last]), last.item) }));
  if (Object.keys(last.vote.answers).some(code => last.vote.answers[code].s !== undefined)) parts.push(surenessTable({ id: "k-sure", title: words["report-sure"], table: sureness(answersOf(file, [last]), last.item) }));
  return parts;
}

/**
 * The shares of each choice in each vote, as a table with a bar in each row; the key is marked when it is asked for.
 * @param {import("./room.js").Room} room
 * @param {import("./asked.js").Choice[]} choices
 * @param {import("./figures.js").Asked[]} rounds
 */
function sharesTable(room, choices, rounds) {
  const file = room.file(), box = make("div", "k-shares"), table = make("table"), head = make("tr"), body = make("tbody"), top = make("thead");
  top.append(head);
  table.append(make("caption", "", words.shares), top, body);
  head.append(make("th", "", words.choice));
  const votes = rounds.map(asked => ({ round: asked.vote.round, counted: tallyOf(file, asked), shares: optionShares(keyless(asked.item), tallyOf(file, asked)) }));
  votes.forEach(({ round, counted }) => { head.append(make("th", "", fill(words.round, { round, count: counted.n }))); });
  Array.from(head.children).forEach(cell => { cell.setAttribute("scope", "col"); });
  const rows = choices.map((choice, at) => {
    const row = make("tr"), title = make("th");
    title.scope = "row";
    title.append(make("b", "k-letter", choice.letter), grow(make("span"), room.textOf(choice)));
    row.append(title, ...votes.map(({ round, shares }) => shareCell(shares, at, rounds.length > 1 ? fill(words["round-short"], { round }) : "")));
    body.append(row);
    return { choice, row, title };
  });
  box.append(table);
  if (!rounds.length) box.append(make("p", "", words["none-yet"]));
  return {
    element: box,
    markKey() {
      rows.filter(({ choice }) => choice.key).forEach(({ row, title }) => { row.className = "k-key"; title.append(" ", make("span", "mq-yes", words.right)); });
    }
  };
}

/**
 * @param {Figures.OptionShares | Figures.NotEstimable} shares
 * @param {number} at which option
 * @param {string} round where there are several, for a phone, which shows no heads
 */
function shareCell(shares, at, round) {
  const cell = make("td");
  if (round) cell.append(make("span", "k-round", round));
  if (!shares.estimable) { cell.append(`${refusal(shares)}.`); return cell; }
  const one = shares.options[at];
  cell.append(bar(one), make("b", "", inPercent(one.share)), " ", make("span", "state", outOf(one)));
  return cell;
}

/**
 * A bar with its interval, of 100 units; the figures stand beside it.
 * @param {Figures.Share} one
 */
function bar({ share, low, high }) {
  const drawing = document.createElementNS(SVG, "svg"), add = (name, places) => {
    const part = document.createElementNS(SVG, name);
    Object.keys(places).forEach(place => { part.setAttribute(place, places[place]); });
    drawing.append(part);
  };
  drawing.setAttribute("viewBox", "0 0 100 10");
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("class", "k-bar-of");
  drawing.setAttribute("aria-hidden", "true");
  add("rect", { width: 100, height: 7 });
  add("rect", { width: 100 * share, height: 7 });
  add("path", { d: `M${100 * low} 8v2m0-1H${100 * high}m0-1v2` });
  return drawing;
}

/**
 * For the trainer's eyes: what may be believed by who takes an option, and the question to the room for exactly that.
 * @param {import("./room.js").Room} room
 * @param {import("./asked.js").Choice[]} choices
 * @param {string} slug the question's module, whose prompts come first
 */
function trainerPart(room, choices, slug) {
  const fold = make("details", "k-yours"), list = make("div");
  fold.append(make("summary", "", words.yours), list);
  fold.ontoggle = () => {
    if (!fold.open || list.firstChild) return;
    const believed = choices.filter(choice => choice.belief);
    if (!believed.length) { list.append(make("p", "", words["no-belief"])); return; }
    believed.forEach(({ letter, belief }) => {
      const part = make("section", "k-belief"), title = make("h4", "", fill(words.belief, { letter, belief: room.course.beliefs[belief] || belief }));
      part.append(title);
      list.append(part);
      promptsFor(room, belief, slug).then(prompts => {
        if (!prompts.length) part.append(make("p", "", words["no-prompt"]));
        prompts.forEach(prompt => { part.append(promptOf(prompt)); });
      }, () => { part.append(make("p", "", words.failed)); });
    });
  };
  return fold;
}

/**
 * The prompts for a belief of the question's module; where it has none, those of the first other module that has some.
 * @param {import("./room.js").Room} room
 * @param {string} belief
 * @param {string} slug
 * @returns {Promise<ClassroomModule["notes"]["prompts"]>}
 */
function promptsFor(room, belief, slug) {
  const slugs = [slug, ...room.course.modules.map(module => module.slug).filter(other => other !== slug)];
  const next = number => number >= slugs.length ? Promise.resolve([]) : room.need([slugs[number]]).then(() => {
    const prompts = room.module(slugs[number]).notes.prompts.filter(prompt => prompt.belief === belief);
    return prompts.length ? prompts : next(number + 1);
  });
  return next(0);
}

/** @param {ClassroomModule["notes"]["prompts"][number]} prompt */
function promptOf(prompt) {
  const list = make("dl", "k-prompt");
  /** @type {const} */ (["ask", "expect", "heard", "reply"]).forEach(name => { list.append(make("dt", "", words[`prompt-${name}`]), grow(make("dd"), prompt[name])); });
  list.setAttribute("aria-label", plain(prompt.ask));
  return list;
}
