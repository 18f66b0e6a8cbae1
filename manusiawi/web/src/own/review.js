// The page of review: what is due, the oldest day first, the modules of a day in turn; a sitting's worth at a time.
import { all, button, day, fill, make, names, one, own } from "../base/page.js";
import { calendar } from "../base/files.js";
import { record } from "../base/record.js";
import { dueText } from "../base/counts.js";
import { DAY, DAYS, due, isDue, seen } from "../base/spacing.js";
import { words } from "./words.js";

const AT_A_TIME = 10;
/**
 * @param {string[]} ids
 * @param {(id: string) => number} time when a question came back
 * @param {(id: string) => string} moduleOf
 */
function inTurn(ids, time, moduleOf) {
  const days = new Map(), turns = new Map(), dayOf = id => Math.floor(time(id) / DAY);
  ids.sort((first, other) => time(first) - time(other)).forEach(id => {
    const name = `${dayOf(id)} ${moduleOf(id)}`;
    days.set(name, (days.get(name) || 0) + 1);
    turns.set(id, days.get(name));
  });
  return ids.sort((first, other) => dayOf(first) - dayOf(other) || turns.get(first) - turns.get(other) || time(first) - time(other));
}
/**
 * Lists what is due. What this page does not know is another copy's of the course, or a newer one's: it is left alone.
 * @param {HTMLElement} box
 */
export function review(box) {
  const data = record(), now = Date.now(), later = make("details"), rows = new Map();
  all("section [data-item]", box).forEach(row => { rows.set(row.dataset.item, row); });
  const known = Object.keys(data.items).filter(id => rows.has(id)), time = id => due(data.items[id]) || 0;
  function moduleOf(id) { return one("h2", rows.get(id).closest("section")).textContent; }
  // Of siblings the one is asked that was seen longest ago; never that of a lesson not yet read.
  const asked = new Map();
  function isOpen(id) {
    const row = rows.get(id), lesson = row.dataset.lesson;
    return !lesson || own(data.pages, lesson) || own(data.items, id);
  }
  function familyOf(id) { return [id, ...names(rows.get(id).dataset.siblings).filter(other => rows.has(other))]; }
  const queue = inTurn(known.filter(id => isDue(data.items[id], now)), time, moduleOf).filter(id => {
    const family = familyOf(id), isFirst = !family.some(other => asked.has(other));
    if (isFirst) asked.set(id, family.filter(isOpen).reduce((first, other) => seen(own(data.items, other)) < seen(own(data.items, first)) ? other : first));
    return isFirst;
  });
  function list(ids) {
    const made = make("ol", "rows now");
    ids.forEach(id => {
      const item = make("li"), bold = make("b"), said = [`${moduleOf(id)}.`, words[data.items[id].ok ? "was-right" : "was-wrong"]];
      if (asked.get(id) !== id) said.splice(1, 0, words["in-place"]);
      bold.append(one("a", rows.get(asked.get(id))).cloneNode(true));
      item.append(bold, make("br"), make("span", "state", said.join(" ")));
      made.append(item);
    });
    return made;
  }
  const place = one(".due-now", box) || make("div", "due-now"), rest = queue.slice(AT_A_TIME);
  place.textContent = "";
  if (queue.length) place.append(list(queue.slice(0, AT_A_TIME)));
  if (rest.length) {
    const others = list(rest);
    others.start = AT_A_TIME + 1;
    later.append(make("summary", "", fill(words["for-later"], { count: rest.length })), others);
    place.append(later);
  }
  if (!place.parentNode) box.append(place);
  const next = known.filter(id => !isDue(data.items[id], now)).map(time).filter(Boolean).sort((a, b) => a - b)[0];
  one(".mq-note", box).textContent = queue.length ? dueText(queue.length) :
    next ? fill(words["next-due"], { date: day(next) }) : words["no-review"];
}
/**
 * Offers a calendar of the days on which answers of today come back.
 * @param {HTMLElement} box
 */
export function reminders(box) {
  const said = make("p", "mq-note");
  said.setAttribute("aria-live", "polite");
  box.append(make("h2", "", words["remind-lead"]), button("md-button", words.remind, () => {
    const today = new Date();
    calendar(`${COURSE_KEY}-ulangan.ics`, DAYS.map((days, at) => ({
      date: new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days)),
      title: words["remind-title"],
      text: words[["remind-1", "remind-2", "remind-3", "remind-4"][at]]
    })));
    said.textContent = words.exported;
  }), said);
}
