// Reckons the figures of classes by the scripts of the page: classes as JSON, a line each, from the standard input; figures likewise to the output.
import readline from "node:readline";
import { change, meanDifference, moves } from "../../../manusiawi/web/src/classroom/stats/change.js";
import { itemFigures } from "../../../manusiawi/web/src/classroom/stats/items.js";
import { sheet } from "../../../manusiawi/web/src/classroom/stats/reading.js";
import { alpha } from "../../../manusiawi/web/src/classroom/stats/reliability.js";
import { optionShares, tally } from "../../../manusiawi/web/src/classroom/stats/shares.js";
import { sureness, surenessOfSet } from "../../../manusiawi/web/src/classroom/stats/sureness.js";
import { byMisconception, byOutcome } from "../../../manusiawi/web/src/classroom/stats/tallies.js";

const or = (figure, numbers) => figure.estimable ? numbers(figure) : figure.reason;
const byItem = (items, figure) => Object.fromEntries(items.map(item => [item.id, figure(item)]));
const interval = ({ value, low, high }) => [value, low, high];
const portion = part => part && (part.low === undefined ? [part.share] : [part.low, part.high]);
const sure = table => or(table, one => [one.n, one.sureRight, one.sureWrong, one.unsureRight, one.unsureWrong, one.unsaid, portion(one.ofSure), portion(one.ofUnsure)]);
const went = list => Object.fromEntries(list.map(({ from, to, count }) => [from + to, count]));

function figures({ before, after }) {
  const { items } = before, rows = Object.fromEntries(itemFigures(before).map(row => [row.id, row])), keyed = items.filter(item => rows[item.id]);
  return {
    options: byItem(items, item => or(optionShares(item, tally(before, item)), one => one.options.map(({ low, high }) => [low, high]))),
    facility: byItem(keyed, item => or(rows[item.id].facility, one => [one.share, one.low, one.high])),
    discrimination: byItem(keyed, item => or(rows[item.id].discrimination, interval)),
    idle: byItem(keyed, item => or(rows[item.id].idle, one => one.options)),
    alpha: or(alpha(sheet(before)), one => [...interval(one), one.n, one.items, one.constant]),
    sureness: byItem(items, item => sure(sureness(before, item))),
    sureness_of_set: sure(surenessOfSet(before)),
    outcomes: Object.fromEntries(byOutcome(before).map(one => [one.outcome, or(one, ({ n, right }) => [n, right.count, right.answers, right.share])])),
    misconceptions: Object.fromEntries(byMisconception(before).map(one => [one.misconception, or(one,
      ({ n, taken, people }) => [n, taken.count, taken.answers, taken.share, people.count, people.low, people.high])])),
    change: byItem(items, item => or(change(before, after, item), one => [one.n, one.unpaired, one.rightRight, one.rightWrong, one.wrongRight,
      one.wrongWrong, one.before.low, one.after.high, or(one.test, ({ value }) => value)])),
    moves: byItem(items, item => or(moves(before, after, item), one => went(one.moves))),
    mean_difference: or(meanDifference(before, after), one => [...interval(one), one.n, one.unpaired, one.before, one.after])
  };
}

for await (const line of readline.createInterface({ input: process.stdin })) console.log(JSON.stringify(figures(JSON.parse(line))));
