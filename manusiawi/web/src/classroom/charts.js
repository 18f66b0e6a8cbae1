// Draws the figures of a class: each chart is a picture with a title, and under it the same figures in a table.
import { fill, language, make } from "../base/page.js";
import { percent } from "../base/shares.js";
import { LEAST } from "./stats/estimable.js";

/** The phrases of the charts. */
export const words = WORDS_FIGURES;
const SVG = "http://www.w3.org/2000/svg";
const WIDE = 320; // units of every drawing, which a small phone shows as pixels
const LETTERS = 36; // of the size in charts.css, which surely fit into that width
const LINE = 18; // from a line of text to the next

/**
 * @typedef {object} Chart
 * @property {string} id begins the names of the chart's parts; the page has it once
 * @property {string} title
 */

// ---- Words and numbers.

/**
 * Why there is no figure, as a sentence without its full stop.
 * @param {Figures.NotEstimable} figure
 */
export function refusal(figure) { return fill(words.none, { reason: fill(words[figure.reason], { least: LEAST }) }); }

/**
 * A number with two digits behind the point, as the page's language writes it.
 * @param {number} value
 */
export function decimal(value) {
  return value.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace("-", "−").replace(/^−(0[.,]00)$/, "$1");
}

/** @param {number} share from 0 to 1 */
export function inPercent(share) { return `${percent(share)}%`; }

/**
 * A probability; those that three digits cannot show are below a thousandth.
 * @param {number} p
 */
export function probability(p) {
  const shown = (/** @type {number} */ value) => value.toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  return p < 0.001 ? fill(words.below, { p: shown(0.001) }) : shown(p);
}

/**
 * An interval in words.
 * @param {{low: number, high: number}} ends
 * @param {(end: number) => string} shown
 */
function between({ low, high }, shown) { return fill(words.between, { low: shown(low), high: shown(high) }); }

/**
 * So many of how many people, with the range of the share: "7 of 14 (27% to 73%)".
 * @param {Figures.Share} one
 */
export function outOf(one) { return fill(words["out-of"], { count: one.count, total: one.n, range: between(one, inPercent) }); }

/**
 * A difference of two shares in points of per cent, with its sign.
 * @param {number} share
 */
export function points(share) { return `${percent(share) < 0 ? "−" : "+"}${Math.abs(percent(share))}`; }

/**
 * A figure, or why there is none.
 * @template {{estimable: true}} Figure
 * @param {Figure | Figures.NotEstimable} figure
 * @param {(figure: Figure) => string} shown
 */
function or(figure, shown) { return figure.estimable ? shown(/** @type {Figure} */ (figure)) : refusal(/** @type {Figures.NotEstimable} */ (figure)); }

// ---- The charts.

/**
 * A bar for each option with its interval; the words of the options are broken into lines.
 * @param {Chart & {shares: Figures.OptionShares | Figures.NotEstimable, options: {[option: string]: string}}} chart options: their words
 * @returns {HTMLElement}
 */
export function optionBars({ id, title, shares, options }) {
  if (!shares.estimable) return unshown(title, shares);
  const svg = picture(title), right = 262;
  let top = 0;
  shares.options.forEach(one => {
    const lines = broken(`${one.option}. ${options[one.option]}${one.right ? ` ✓ ${words.right}` : ""}`);
    lines.forEach((line, at) => { svg.append(text(0, top + 14 + at * LINE, line)); });
    top += lines.length * LINE + 3;
    svg.append(
      draw("rect", { "class": "scale", x: 0.5, y: top, width: right, height: LINE }),
      draw("rect", { "class": one.right ? "bar key" : "bar", x: 0.5, y: top, width: (one.share * right).toFixed(1), height: LINE }),
      draw("path", { d: whisker(one.low * right + 0.5, one.high * right + 0.5, top + LINE + 7) }),
      text(right + 8, top + 14, inPercent(one.share), "strong")
    );
    top += LINE + 24;
  });
  tall(svg, top);
  const rows = shares.options.map(one => [
    `${one.option}. ${options[one.option]}${one.right ? ` ✓ ${words.right}` : ""}`, String(one.count), inPercent(one.share), between(one, inPercent)
  ]);
  return figure(id, title, svg, [words.option, words.people, words.share, words.range], rows, counted(shares));
}

/**
 * An arrow for each question, from the share right before to the share right after, of those who answered both times.
 * @param {Chart & {rows: {label: string, change: Figures.Change | Figures.NotEstimable}[]}} chart
 * @returns {HTMLElement}
 */
export function changeArrows({ id, title, rows }) {
  const svg = picture(title), right = 300, left = 10, at = (/** @type {number} */ share) => left + share * (right - left);
  let top = 0;
  rows.forEach(({ label, change }) => {
    const lines = broken(change.estimable ? `${label} ${inPercent(change.before.share)} → ${inPercent(change.after.share)}` : `${label} ${refusal(change)}`);
    lines.forEach((line, number) => { svg.append(text(0, top + 14 + number * LINE, line)); });
    top += lines.length * LINE + 12;
    if (change.estimable) svg.append(draw("path", { "class": "scale", d: `M${left} ${top}H${right}m0-4v8M${left} ${top - 4}v8` }), ...arrow(at(change.before.share), at(change.after.share), top));
    top += 18;
  });
  [0, 0.5, 1].forEach(share => { svg.append(text(at(share), top + 8, inPercent(share), share === 1 ? "end" : share ? "middle" : "")); });
  tall(svg, top + 16);
  const cells = rows.map(({ label, change }) => change.estimable ? [label, String(change.n),
    `${inPercent(change.before.share)} (${between(change.before, inPercent)})`, `${inPercent(change.after.share)} (${between(change.after, inPercent)})`,
    or(change.test, test => probability(test.value))] : [label, refusal(change)]);
  return figure(id, title, svg, [words.item, words.people, words.before, words.after, words.test], cells, words["both-times"]);
}

/**
 * The questions on a map: to the right the easier, to the top those that tell people best apart. A number stands for each; the table names it.
 * @param {Chart & {rows: {label: string, figures: Figures.ItemFigures}[]}} chart
 * @returns {HTMLElement}
 */
export function itemMap({ id, title, rows }) {
  const least = rows.some(({ figures: { discrimination: one } }) => one.estimable && one.value < -0.5) ? -1 : -0.5;
  const svg = picture(title), left = 38, right = 308, top = 26, foot = 266, high = (/** @type {number} */ value) => foot - (value - least) / (1 - least) * (foot - top);
  const points = rows.flatMap(({ figures: { facility, discrimination } }, number) => facility.estimable && discrimination.estimable
    ? [{ name: String(number + 1), x: left + facility.share * (right - left), y: high(discrimination.value) }] : []);
  svg.append(text(0, 14, words.discrimination, "strong"), text(right, foot + 38, words.facility, "end strong"), draw("rect", { "class": "scale", x: left, y: top, width: right - left, height: foot - top }));
  [least, 0, 0.5, 1].forEach(value => { svg.append(text(left - 6, high(value) + 5, value.toLocaleString(language).replace("-", "−"), "end")); });
  [0, 0.5, 1].forEach(share => { svg.append(text(left + share * (right - left), foot + 18, inPercent(share), share === 1 ? "end" : share ? "middle" : "")); });
  svg.append(draw("path", { "class": "zero", d: `M${left} ${high(0)}H${right}` }));
  placed(points).forEach(({ name, x, y, toX, toY }) => {
    svg.append(draw("path", { "class": "lead", d: `M${x.toFixed(1)} ${y.toFixed(1)}L${toX.toFixed(1)} ${toY.toFixed(1)}` }),
      draw("circle", { "class": "point", cx: x.toFixed(1), cy: y.toFixed(1), r: 3.5 }), text(toX, toY + 5, name, "middle halo"));
  });
  tall(svg, foot + 46);
  const cells = rows.map(({ label, figures: { facility, discrimination, idle } }, number) => [`${number + 1}. ${label}`,
    or(facility, one => `${inPercent(one.share)} (${between(one, inPercent)}; n ${one.n})`),
    or(discrimination, one => `${decimal(one.value)} (${between(one, decimal)}; n ${one.n})`), or(idle, one => one.options.join(", ") || words.nothing)]);
  return figure(id, title, points.length ? svg : null, [words.item, words.facility, words.discrimination, words.idle], cells, words.map);
}

// ---- Tables without a picture.

/**
 * How the same people voted twice on a question: before down, after across.
 * @param {Chart & {change: Figures.Change | Figures.NotEstimable}} chart
 * @returns {HTMLElement}
 */
export function changeTable({ id, title, change }) {
  if (!change.estimable) return unshown(title, change);
  const rows = [[words["before-right"], change.rightRight, change.rightWrong], [words["before-wrong"], change.wrongRight, change.wrongWrong]];
  return figure(id, title, null, ["", words["after-right"], words["after-wrong"]], rows.map(row => row.map(String)), `${words["both-times"]} n ${change.n}.`);
}

/**
 * Certainty against rightness.
 * @param {Chart & {table: Figures.Sureness | Figures.NotEstimable}} chart
 * @returns {HTMLElement}
 */
export function surenessTable({ id, title, table }) {
  if (!table.estimable) return unshown(title, table);
  const share = (/** @type {Figures.Share | Figures.Portion | null} */ part) => !part ? words.nothing : "low" in part ? `${inPercent(part.share)} (${between(part, inPercent)})` : inPercent(part.share);
  const rows = [
    [words.sure, String(table.sureRight), String(table.sureWrong), share(table.ofSure)], [words.unsure, String(table.unsureRight), String(table.unsureWrong), share(table.ofUnsure)]
  ];
  return figure(id, title, null, ["", words["cell-right"], words["cell-wrong"], words.facility], rows, fill(words.said, table));
}

// ---- What they share.

/**
 * @param {string} title
 * @param {Figures.NotEstimable} why
 */
function unshown(title, why) {
  const box = make("figure", "chart room-chart");
  box.append(make("p", "chart-title", title), make("p", "", `${refusal(why)}.`));
  return box;
}

/**
 * Title, picture, table, note. A row of two cells alone says why it has no figures.
 * @param {string} id
 * @param {string} title
 * @param {SVGElement | null} svg
 * @param {string[]} heads
 * @param {string[][]} rows
 * @param {string} note
 */
function figure(id, title, svg, heads, rows, note) {
  const few = (/** @type {number} */ at) => [words.people, words.share, words.test].includes(heads[at]) ? "few" : "";
  const box = make("figure", "chart room-chart"), name = make("p", "chart-title", title), table = make("table", "figures"), head = make("tr"), body = make("tbody");
  name.id = `${id}-title`;
  table.setAttribute("aria-labelledby", name.id);
  heads.forEach((text, at) => {
    const cell = make(text ? "th" : "td", few(at), text);
    if (text) cell.setAttribute("scope", "col");
    head.append(cell);
  });
  rows.forEach(cells => {
    const row = make("tr");
    cells.forEach((text, at) => {
      const whole = cells.length < heads.length, cell = make(at ? "td" : "th", whole ? "" : few(at), text);
      if (!at) cell.setAttribute("scope", "row");
      else if (whole) cell.setAttribute("colspan", String(heads.length - 1));
      row.append(cell);
    });
    body.append(row);
  });
  const top = make("thead");
  top.append(head);
  table.append(top, body);
  box.append(name, ...svg ? [svg] : [], table, make("figcaption", "", note));
  return box;
}

/** @param {Figures.OptionShares} shares */
function counted({ n, missing, strange }) {
  return [fill(words.answered, { n }), missing ? fill(words.missing, { missing }) : "", strange ? fill(words.strange, { strange }) : ""].filter(Boolean).join(" ");
}

/**
 * An empty drawing that says what it is and where its figures are.
 * @param {string} title
 */
function picture(title) {
  const svg = draw("svg", { role: "img" });
  svg.append(draw("title", {}, fill(words.picture, { title })));
  return svg;
}

/**
 * @param {SVGElement} svg
 * @param {number} height
 */
function tall(svg, height) { svg.setAttribute("viewBox", `0 0 ${WIDE} ${height}`); }

/**
 * An element of a drawing.
 * @param {string} name
 * @param {Object<string, string | number>} places its attributes
 * @param {string} [content]
 */
function draw(name, places, content) {
  const element = /** @type {SVGElement} */ (document.createElementNS(SVG, name));
  Object.keys(places).forEach(place => { element.setAttribute(place, String(places[place])); });
  element.textContent = content || "";
  return element;
}

/**
 * @param {number} x
 * @param {number} y of its foot
 * @param {string} content
 * @param {string} [kind] its classes
 */
function text(x, y, content, kind) { return draw("text", { x, y, ...kind ? { "class": kind } : {} }, content); }

/**
 * An interval as a line with two ends.
 * @param {number} low
 * @param {number} high
 * @param {number} y
 */
function whisker(low, high, y) { return `M${low.toFixed(1)} ${y - 4}v8m0-4H${high.toFixed(1)}m0-4v8`; }

/**
 * From an open ring to a head; a full ring where nothing changed.
 * @param {number} from
 * @param {number} to
 * @param {number} y
 */
function arrow(from, to, y) {
  const ring = (/** @type {string} */ kind) => draw("circle", { "class": kind, cx: from.toFixed(1), cy: y, r: 5 });
  if (Math.abs(to - from) < 1) return [ring("point")];
  const back = to > from ? -1 : 1, short = Math.abs(to - from) < 14;
  return [
    ...short ? [] : [draw("path", { "class": "way", d: `M${(from - back * 5).toFixed(1)} ${y}H${(to + back * 8).toFixed(1)}` })], ring("ring"),
    draw("path", { "class": "head", d: `M${to.toFixed(1)} ${y}l${back * 9}-6v12z` })
  ];
}

/**
 * A text in lines that fit into a drawing; a word that is longer than a line is cut.
 * @param {string} content
 */
function broken(content) {
  /** @type {string[]} */
  const lines = [""];
  content.split(/\s+/).flatMap(word => word.match(new RegExp(`.{1,${LETTERS}}`, "gu")) || []).forEach(word => {
    const last = lines[lines.length - 1], longer = last ? `${last} ${word}` : word;
    if (longer.length <= LETTERS) lines[lines.length - 1] = longer; else lines.push(word);
  });
  return lines;
}

/**
 * Where the names of points stand so that none lies on another: beside the point, else farther off, at the end of a line.
 * @param {{name: string, x: number, y: number}[]} points
 */
function placed(points) {
  /** @type {{x: number, y: number}[]} */
  const taken = points.map(({ x, y }) => ({ x, y }));
  const clear = (/** @type {number} */ x, /** @type {number} */ y) => x > 48 && x < 300 && y > 32 && y < 260 && taken.every(one => Math.abs(one.x - x) > 15 || Math.abs(one.y - y) > 13);
  return points.map(point => {
    const tries = [12, 15, 20, 27, 36, 48, 62, 80].flatMap(far => Array.from({ length: 16 }, (_, turn) => ({
      x: point.x + far * Math.cos(turn * Math.PI / 8), y: point.y - far * Math.sin(turn * Math.PI / 8)
    })));
    const found = tries.find(({ x, y }) => clear(x, y)) || tries[0];
    taken.push(found);
    return { ...point, toX: found.x, toY: found.y };
  });
}
