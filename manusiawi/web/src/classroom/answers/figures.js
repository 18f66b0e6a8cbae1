// A class as the figures are reckoned from it: questions under letters, people under their numbers, hands counted.
import { tally, tallyOfHands } from "../stats/shares.js";
import { choicesOf } from "./asked.js";
import { codesOf } from "./class.js";

/**
 * A question that was asked: its vote, and what it is in the figures.
 * @typedef {{vote: Vote, item: Figures.Item, choices: import("./asked.js").Choice[]}} Asked
 */

/**
 * A question in the figures: options are letters, as the room saw them.
 * @param {Vote} vote
 * @param {RoomItem} item
 * @returns {Asked}
 */
export function askedOf(vote, item) {
  const choices = choicesOf(item, vote.row), misconceptions = /** @type {{[letter: string]: string}} */ ({});
  choices.forEach(({ letter, belief }) => { if (belief) misconceptions[letter] = belief; });
  const id = vote.row ? `${vote.item}:${vote.row}` : vote.item;
  return { vote, choices, item: { id, keys: choices.filter(choice => choice.key).map(choice => choice.letter), options: choices.map(choice => choice.letter), outcome: item.outcome, misconceptions } };
}

/**
 * The same question with its key left out, as it is shown before the key is.
 * @param {Figures.Item} item
 * @returns {Figures.Item}
 */
export function keyless(item) { return { ...item, keys: [] }; }

/**
 * What people answered to some questions; votes that were only counted give nobody's answer.
 * @param {ClassFile} file
 * @param {Asked[]} asked each question once
 * @returns {Figures.Answers}
 */
export function answersOf(file, asked) {
  const coded = asked.filter(({ vote }) => vote.way !== "counts"), people = /** @type {Figures.Answers["people"]} */ ({});
  if (coded.length) codesOf(file).forEach(code => { people[code] = {}; });
  coded.forEach(({ vote, item, choices }) => {
    Object.keys(vote.answers).forEach(code => {
      const { o, s } = vote.answers[code], choice = choices.find(one => one.name === o);
      people[code][item.id] = { option: choice ? choice.letter : "?", ...s === undefined ? {} : { sure: s === 1 } };
    });
  });
  return { items: coded.map(({ item }) => item), people };
}

/**
 * The answers to one question, counted.
 * @param {ClassFile} file
 * @param {Asked} asked
 * @returns {Figures.Tally}
 */
export function tallyOf(file, asked) {
  const { vote, item, choices } = asked;
  if (vote.way !== "counts") return tally(answersOf(file, [asked]), item);
  const counts = Object.fromEntries(choices.map(({ letter, name }) => [letter, vote.counts[name] || 0]));
  return tallyOfHands({ [item.id]: counts }, item);
}
