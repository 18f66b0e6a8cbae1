// The page of review: what is due, the oldest day first, the modules of a day in turn; a sitting's worth at a time.
import { all, button, day, fill, make, one } from "../base/page.js";
import { calendar } from "../base/files.js";
import { put, record } from "../base/record.js";
import { dueItems, dueText } from "../base/counts.js";
import { DAY, DAYS, due, isDue } from "../base/spacing.js";
import { words } from "./words.js";

const AT_A_TIME = 10;
function inTurn(ids, data, moduleOf) {
  const days = {}, turns = {};
  const time = id => /** @type {number} */ (due(data.items[id]));
  const dayOf = id => Math.floor(time(id) / DAY);
  ids.slice().sort((first, other) => time(first) - time(other)).forEach(id => {
    const name = `${dayOf(id)} ${moduleOf(id)}`;
    days[name] = (days[name] || 0) + 1;
    turns[id] = days[name];
  });
  return Object.keys(turns).sort((first, other) => dayOf(first) - dayOf(other) || turns[first] - turns[other] || time(first) - time(other));
}
/**
 * Lists what is due.
 * @param {HTMLElement} box
 */
export function review(box) {
  const data = record(), now = Date.now(), later = make("details"), rows = {};
  all("section [data-item]", box).forEach(row => { rows[row.dataset.item] = row; });
  const gone = dueItems(data, now).filter(id => !rows[id])[0];
  if (gone) { // a question that the course asks no more is due no more, on the home page too; each such change lays this page anew
    put("items", gone, Object.assign({}, data.items[gone], { t: 0 }));
    return;
  }
  function moduleOf(id) { return one("h2", rows[id].closest("section")).textContent; }
  const queue = inTurn(dueItems(data, now), data, moduleOf);
  function list(ids) {
    const made = make("ol", "rows now");
    ids.forEach(id => {
      const item = make("li"), bold = make("b");
      bold.append(one("a", rows[id]).cloneNode(true));
      item.append(bold, make("br"), make("span", "state", `${moduleOf(id)}. ${words[data.items[id].ok ? "was-right" : "was-wrong"]}`));
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
  const next = Object.keys(data.items).filter(id => !isDue(data.items[id], now))
    .map(id => due(data.items[id]) || 0).filter(Boolean).sort((a, b) => a - b)[0];
  one(".mq-note", box).textContent = queue.length ? dueText(queue.length) :
    next ? fill(words["next-due"], { date: day(next) }) : words["no-review"];
}
/**
 * Offers a calendar of the days on which answers of today come back.
 * @param {HTMLElement} box
 */
export function reminders(box) {
  const said = make("p", "mq-note");
  said.setAttribute("role", "status");
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
