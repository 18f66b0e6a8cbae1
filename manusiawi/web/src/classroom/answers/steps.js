// The steps of a set: what stands above and below each, and the way from one to the next.
import { button, fill, make } from "../../base/page.js";
import { grow } from "../tree.js";
import { askingOf } from "./asked.js";
import { sameQuestion, size } from "./class.js";
import { words } from "./words.js";

/**
 * Which step of how many, the question, and its statement.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @returns {HTMLElement[]}
 */
export function headOf(room, at) {
  const steps = room.steps(), step = steps[at.at], item = room.module(step.module).items[step.item], stem = grow(make("h3", "k-stem"), item.stem);
  stem.tabIndex = -1;
  const statement = step.row && (item.options || []).find(option => option.id === step.row);
  return [make("p", "k-of", fill(words.of, { n: at.at + 1, total: steps.length })), stem, ...statement ? [grow(make("p", "k-statement"), statement.text)] : []];
}

/**
 * What a choice says.
 * @param {import("./asked.js").Choice} choice
 * @returns {Tree[]}
 */
export function textOf({ text }) { return typeof text === "string" ? [words[text]] : text; }

/**
 * The buttons below: close, back, on.
 * @param {import("./room.js").Room} room
 * @param {import("./store.js").Place} at
 * @param {HTMLElement} first
 */
export function toolsOf(room, at, first) {
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
function goTo(room, at, number) {
  const step = room.steps()[number], past = room.file().votes.filter(vote => sameQuestion(vote, askingOf(at, step)) && size(vote));
  const round = past.reduce((most, vote) => Math.max(most, vote.round), 1);
  room.move({ ...at, at: number, round, step: past.length ? "debrief" : "asking" });
  room.go(past.length ? "debrief" : "ask");
}
