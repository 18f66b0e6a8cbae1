// One question before the room: the question large, the key hidden, and the way in which its answers are gathered.
import { button, fill, language, load, make } from "../../base/page.js";
import { grow } from "../tree.js";
import { askingOf, choicesOf, revisionOf } from "./asked.js";
import { pictureReader } from "./camera.js";
import { cardsPanel } from "./cards.js";
import { begun, size, voteOf } from "./class.js";
import { handsPanel } from "./hands.js";
import { headOf, textOf, toolsOf } from "./steps.js";
import { words } from "./words.js";

const PANELS = { cards: cardsPanel, phones: phonesPanel, counts: handsPanel };
const WAYS = /** @type {const} */ (["cards", "phones", "counts"]);

/**
 * What a way of gathering answers is given.
 * @typedef {{room: import("./room.js").Room, asking: import("./class.js").Asking, choices: import("./asked.js").Choice[], vote: () => Vote}} Gathering
 */

/** @returns {HTMLElement[]} */
function phonesPanel(/** @type {Gathering} */ gathering) {
  const into = make("div"), wait = make("p", "state", words.loading);
  into.append(wait);
  load(/** @type {string} */ (gathering.room.place.dataset.phones)).then(() => { wait.remove(); if (into.isConnected) into.append(.../** @type {any} */ (self).coursePhones({ ...gathering, pictureReader })); }, () => {
    wait.className = "mq-err";
    wait.textContent = words.failed;
  });
  return [into];
}

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
    radio.checked = name === way;
    radio.onchange = () => { room.tell(); lay(name); };
    label.append(radio, words[`way-${name}`]);
    ways.append(label);
  });
  lay(way);
  const close = button("md-button", words.close, () => {
    if (!size(vote())) { room.tell(words["none-yet"]); return; }
    room.move({ ...at, step: "debrief" });
    room.go("debrief");
  });
  return [...questionOf(room, at, step, item, choices), ways, panel, toolsOf(room, at, close)];
}

/**
 * The question as the room sees it.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @param {import("./asked.js").Step} step
 * @param {RoomItem} item
 * @param {import("./asked.js").Choice[]} choices
 */
function questionOf(room, at, step, item, choices) {
  const [of, ...parts] = headOf(room, at), list = make("ol", "k-options");
  if (at.round > 1) of.append(`, ${fill(words["of-round"], { round: at.round })}`);
  if (item.scene) parts.unshift(grow(make("div", "k-scene"), item.scene));
  if (step.row) parts.push(make("p", "k-letters", words["true-false"]));
  choices.forEach(choice => {
    const entry = make("li");
    entry.append(make("b", "k-letter", choice.letter), grow(make("span"), textOf(choice)));
    list.append(entry);
  });
  return [of, ...parts, list];
}
