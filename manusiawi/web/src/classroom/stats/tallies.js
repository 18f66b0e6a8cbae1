// What a set shows of each outcome and of each mistaken belief.
import { none, tooFew } from "./estimable.js";
import { answer, isRight } from "./reading.js";
import { known } from "./shares.js";

/**
 * The right answers to the questions of each outcome, in the order of the questions.
 * @param {Figures.Answers} answers
 * @returns {(Figures.OutcomeTally | Figures.NotEstimable & {outcome: string})[]}
 */
export function byOutcome(answers) {
  const keyed = answers.items.filter(item => item.keys.length && item.outcome);
  return unique(keyed.map(item => /** @type {string} */ (item.outcome))).map(outcome => {
    const items = keyed.filter(item => item.outcome === outcome);
    const { n, count, all } = followed(answers, items, isRight);
    if (tooFew(n)) return { outcome, ...none("small-group", n) };
    return { estimable: true, outcome, items: items.map(item => item.id), n, right: { count, answers: all, share: count / all } };
  });
}

/**
 * How often each mistaken belief was followed, and by how many people.
 * @param {Figures.Answers} answers
 * @returns {(Figures.MisconceptionTally | Figures.NotEstimable & {misconception: string})[]}
 */
export function byMisconception(answers) {
  return unique(answers.items.flatMap(beliefs)).map(misconception => {
    const items = answers.items.filter(item => beliefs(item).includes(misconception));
    const { n, count, all, takers } = followed(answers, items, (item, option) => belief(item, option) === misconception);
    if (tooFew(n)) return { misconception, ...none("small-group", n) };
    const taken = { count, answers: all, share: count / all };
    return { estimable: true, misconception, items: items.map(item => item.id), n, taken, people: known(takers, n) };
  });
}

/**
 * The answers to some questions that meet a condition, and the people who gave one such or more.
 * @param {Figures.Answers} answers
 * @param {Figures.Item[]} items
 * @param {(item: Figures.Item, option: string) => boolean} meets
 */
function followed(answers, items, meets) {
  const asked = new Set(), takers = new Set();
  let count = 0, all = 0;
  items.forEach(item => Object.keys(answers.people).forEach(code => {
    const given = answer(answers, code, item);
    if (!given) return;
    all += 1;
    asked.add(code);
    if (meets(item, given.option)) { count += 1; takers.add(code); }
  }));
  return { n: asked.size, count, all, takers: takers.size };
}

/**
 * @param {Figures.Item} item
 * @param {string} option
 */
function belief(item, option) { return (item.misconceptions || {})[option]; }

/** @param {Figures.Item} item */
function beliefs(item) { return item.options.map(option => belief(item, option)).filter(Boolean); }

/** @param {string[]} names */
function unique(names) { return [...new Set(names)]; }
