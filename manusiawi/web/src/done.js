// Shows what the learner has done: in the menu, on the home page and a module's page, at the end of a lesson.
import { all, make, one, own } from "./base/page.js";
import { here, root } from "./base/here.js";
import { onchange, put, record } from "./base/record.js";
import { counts, countWords, dueCount, dueLink, words } from "./base/counts.js";

/** @param {HTMLAnchorElement} link */
function pathOf(link) { return link.href.split(/[?#]/)[0].replace(root, ""); }

// ---- A lesson: read once the reader says so, in a box at its end.

function lesson() {
  const end = document.getElementById("pokok"), pager = document.querySelector(".pager");
  if (!end || !pager || !here) return;
  const row = make("label", "mq-o read"), box = make("input");
  box.type = "checkbox";
  row.append(box, make("span", "", words["is-read"]));
  pager.before(row);
  function lay() { box.checked = !!own(record().pages, here); }
  box.onchange = () => { put("pages", here, box.checked ? Date.now() : null); };
  onchange(lay);
  lay();
  put("place", "lesson", here);
}

// ---- Lists: a row's own words stay until there is something to say; no word makes a line longer than it was.

function lists() {
  const now = record();
  all("li[data-pages]").forEach(row => {
    const text = countWords(counts(row, now)), state = one(".state", row);
    state.dataset.first = state.dataset.first || state.textContent;
    state.textContent = text || state.dataset.first;
  });
  all(".rows:not(.now) a, .course a").forEach(link => {
    const place = link.closest(".rows li") ? one(".state", link.closest("li")) : link;
    if (!place) return;
    let mark = one(".done", place);
    const read = own(now.pages, pathOf(link));
    if (read && !mark) {
      mark = make("span", "done");
      mark.append(make("span", place === link ? "sr" : "", `, ${words.read}`));
      place.append(mark);
    }
    if (!read && mark) mark.remove();
  });
  all(".resume").forEach(box => {
    const place = now.place.lesson, link = one("a", box), said = one(".due", box), due = dueLink(dueCount(now, Date.now()));
    if (place) { link.href = root + place; link.textContent = words.resume; }
    if (!said) return;
    said.first = said.first || said.firstElementChild;
    said.textContent = "";
    said.append(due || said.first);
  });
}

/** Fills in the page's lists, and offers to mark a lesson as read. */
export function done() {
  onchange(lists);
  lists();
  lesson();
}
