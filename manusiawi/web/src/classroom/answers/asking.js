// One question before the room: the question large, the key hidden, and the way in which its answers are gathered.
import { button, fill, language, make } from "../../base/page.js";
import { grow } from "../tree.js";
import { choicesOf, revisionOf } from "./asked.js";
import { cardsPanel } from "./cards.js";
import { begun, sameQuestion, size, voteOf } from "./class.js";
import { handsPanel } from "./hands.js";
import { words } from "./words.js";

const PANELS = { cards: cardsPanel, phones: cardsPanel, counts: handsPanel }; // answers of phones are shown by code, as cards by number
const WAYS = /** @type {const} */ (["cards", "counts"]);

/**
 * What a way of gathering answers is given.
 * @typedef {{room: import("./room.js").Room, asking: import("./class.js").Asking, choices: import("./asked.js").Choice[], vote: () => Vote}} Gathering
 */

/**
 * @param {import("./room.js").Room} room
 * @returns {HTMLElement[]}
 */
export function askScreen(room) {
  const at = /** @type {import("./store.js").Place} */ (room.at()), step = room.steps()[at.at], asking = askingOf(at, step), item = room.module(step.module).items[step.item], choices = choicesOf(item, step.row);
  const before = voteOf(room.file(), asking), last = room.file().votes[room.file().votes.length - 1];
  const panel = make("div", "k-panel"), ways = make("fieldset", "k-ways");
  const vote = () => /** @type {Vote} */ (voteOf(room.file(), asking));
  let stops = /** @type {(() => void)[]} */ ([]);
  function end() { stops.forEach(stop => { stop(); }); stops = []; }
  room.leaving(end);
  function lay(way) {
    end();
    room.commit(begun(room.file(), asking, revisionOf(item, language), way, Date.now()));
    panel.textContent = "";
    panel.append(...PANELS[way]({ room: { ...room, leaving(stop) { stops.push(stop); } }, asking, choices, vote }));
  }
  ways.append(make("legend", "", words.way));
  const way = before ? before.way : last ? last.way : "counts";
  WAYS.forEach(name => {
    const label = make("label", "mq-o"), radio = make("input");
    radio.type = "radio";
    radio.name = "k-way";
    radio.checked = (name === "counts") === (way === "counts");
    radio.onchange = () => { lay(name); };
    label.append(radio, words[`way-${name}`]);
    ways.append(label);
  });
  lay(way);
  const close = button("md-button", words.close, () => {
    if (!size(vote())) { room.tell(words["none-yet"]); return; }
    room.move({ ...at, step: "debrief" });
    room.go("debrief");
  });
  return [...questionOf(room, at, step, item, choices), ways, panel, tools(room, at, close)];
}

/**
 * @param {import("./store.js").Place} at
 * @param {import("./asked.js").Step} step
 * @returns {import("./class.js").Asking}
 */
export function askingOf(at, step) { return { item: step.item, ...step.row ? { row: step.row } : {}, form: step.form, round: at.round }; }

/**
 * The question as the room sees it.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @param {import("./asked.js").Step} step
 * @param {RoomItem} item
 * @param {import("./asked.js").Choice[]} choices
 */
function questionOf(room, at, step, item, choices) {
  const steps = room.steps(), of = make("p", "k-of", fill(words.of, { n: at.at + 1, total: steps.length })), stem = grow(make("h3", "k-stem"), item.stem), list = make("ol", "k-options");
  stem.tabIndex = -1;
  if (at.round > 1) of.append(`, ${fill(words["of-round"], { round: at.round })}`);
  const parts = /** @type {HTMLElement[]} */ ([of]);
  if (item.scene) parts.push(grow(make("div", "k-scene"), item.scene));
  parts.push(stem);
  const statement = step.row && (item.options || []).find(option => option.id === step.row);
  if (statement) parts.push(grow(make("p", "k-statement"), statement.text), make("p", "k-letters", words["true-false"]));
  choices.forEach(({ letter, text }) => {
    const entry = make("li");
    entry.append(make("b", "k-letter", letter), grow(make("span"), typeof text === "string" ? [words[text]] : text));
    list.append(entry);
  });
  return [...parts, list];
}

/**
 * The buttons below: close, back, on.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @param {HTMLElement} first
 */
export function tools(room, at, first) {
  const box = make("div", "k-tools k-steps"), steps = room.steps();
  const go = (number, text) => {
    const made = button("k-tab", text, () => { goTo(room, at, number); });
    made.hidden = !steps[number];
    return made;
  };
  box.append(first, go(at.at - 1, words.before), go(at.at + 1, words.next));
  if (document.fullscreenEnabled) {
    box.append(button("k-tab", words["full-screen"], () => {
      const place = box.closest(".answers");
      if (document.fullscreenElement) document.exitFullscreen(); else if (place) place.requestFullscreen().catch(() => { room.tell(words["no-full-screen"]); });
    }));
  }
  return box;
}

/**
 * Another step of the set: its debrief where it was asked before, else the asking.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @param {number} number
 */
export function goTo(room, at, number) {
  const step = room.steps()[number], past = room.file().votes.filter(vote => sameQuestion(vote, askingOf(at, step)) && size(vote));
  const round = past.reduce((most, vote) => Math.max(most, vote.round), 1);
  room.move({ ...at, at: number, round, step: past.length ? "debrief" : "asking" });
  room.go(past.length ? "debrief" : "ask");
}
