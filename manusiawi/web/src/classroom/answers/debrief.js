// After the vote: what the room thinks, what may stand behind it and what to ask, then the key and the reasons one by one.
import { button, fill, make } from "../../base/page.js";
import { percent, range } from "../../base/shares.js";
import { grow, plain } from "../tree.js";
import { choicesOf } from "./asked.js";
import { askingOf, tools } from "./asking.js";
import { roundsOf, size } from "./class.js";
import { words } from "./words.js";

const SVG = "http://www.w3.org/2000/svg", LEAST = 5;

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function debriefScreen(room) {
  const at = /** @type {import("./store.js").Place} */ (room.at()), step = room.steps()[at.at], asking = askingOf(at, step), item = room.module(step.module).items[step.item];
  const choices = choicesOf(item, step.row), rounds = roundsOf(room.file(), asking).filter(size), heading = make("h3", "k-stem");
  heading.tabIndex = -1;
  grow(heading, item.stem);
  const parts = [make("p", "k-of", fill(words.of, { n: at.at + 1, total: room.steps().length })), heading];
  const statement = step.row && (item.options || []).find(option => option.id === step.row);
  if (statement) parts.push(grow(make("p", "k-statement"), statement.text));
  const table = sharesTable(choices, rounds), again = button("k-tab", words.again, () => { vote(Math.max(...rounds.map(one => one.round), 0) + 1); });
  function vote(round) {
    room.move({ ...at, round, step: "asking" });
    room.go("ask");
  }
  const reopen = button("k-tab", words.reopen, () => { vote(rounds.length ? rounds[rounds.length - 1].round : 1); });
  const next = button("md-button", words.reveal, () => { reveal(); });
  const reasons = make("ol", "k-reasons");
  reasons.setAttribute("aria-live", "polite");
  let shown = -1;
  // First which is right, then the reasons of one option after the other; of a statement there is one reason.
  const told = step.row ? choices.slice(0, 1) : choices;
  function reveal() {
    if (shown < 0) table.markKey();
    else {
      const { letter, feedback, key } = told[shown], entry = make("li", key || step.row ? "mq-yes" : "");
      entry.append(make("b", "k-letter", step.row ? "" : letter), grow(make("span"), feedback));
      reasons.append(entry);
    }
    shown++;
    next.textContent = words["next-reason"];
    next.hidden = shown >= told.length;
    if (shown === 0) room.tell(fill(words["key-is"], { letters: choices.filter(choice => choice.key).map(choice => choice.letter).join(", ") }));
  }
  return [...parts, table.element, next, reasons, trainerPart(room, choices, step.module), tools(room, at, again), reopen];
}

/**
 * The shares of each choice in each vote, as a table with a bar in each row.
 * @param {import("./asked.js").Choice[]} choices
 * @param {Vote[]} rounds
 */
function sharesTable(choices, rounds) {
  const box = make("div", "k-shares"), table = make("table"), head = make("tr"), body = make("tbody");
  table.append(make("caption", "", words.shares), head, body);
  head.append(make("th", "", words.choice));
  rounds.forEach(vote => {
    const cell = make("th", "", fill(words.round, { round: vote.round, count: sizeOf(vote, choices) }));
    cell.scope = "col";
    head.append(cell);
  });
  const rows = choices.map(choice => {
    const row = make("tr"), title = make("th");
    title.scope = "row";
    title.append(make("b", "k-letter", choice.letter), grow(make("span"), typeof choice.text === "string" ? [words[choice.text]] : choice.text));
    row.append(title, ...rounds.map(vote => shareCell(vote, choices, choice.name)));
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

function countOf(vote, name) { return vote.way === "counts" ? vote.counts[name] || 0 : Object.keys(vote.answers).filter(code => vote.answers[code].o === name).length; }
function sizeOf(vote, choices) { return choices.reduce((sum, choice) => sum + countOf(vote, choice.name), 0); }

function shareCell(vote, choices, name) {
  const cell = make("td"), count = countOf(vote, name), total = sizeOf(vote, choices);
  if (total < LEAST) { cell.textContent = fill(words["too-few"], { count: total }); return cell; }
  const { low, high } = range(count, total);
  cell.append(bar(count / total), make("b", "", fill(words.share, { percent: percent(count / total) })), " ", make("span", "state", fill(words["share-of"], { count, total, low, high })));
  return cell;
}

/** @param {number} share */
function bar(share) {
  const drawing = document.createElementNS(SVG, "svg"), ground = document.createElementNS(SVG, "rect"), filled = document.createElementNS(SVG, "rect");
  drawing.setAttribute("viewBox", "0 0 100 8");
  drawing.setAttribute("preserveAspectRatio", "none");
  drawing.setAttribute("class", "k-bar-of");
  drawing.setAttribute("aria-hidden", "true");
  [ground, filled].forEach((rect, at) => {
    rect.setAttribute("width", String(at ? 100 * share : 100));
    rect.setAttribute("height", "8");
    drawing.append(rect);
  });
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
