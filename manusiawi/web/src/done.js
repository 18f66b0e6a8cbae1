// Shows what the learner has done: in the menu, on the home page and a module's page, at the end of a lesson.
import { all, fill, make, one, own } from "./base/page.js";
import { here, root } from "./base/here.js";
import { onchange, put, record } from "./base/record.js";
import { counts, dueCount, dueLink, isDone, words } from "./base/counts.js";

/** @param {HTMLAnchorElement} link */
function pathOf(link) { return link.href.split(/[?#]/)[0].replace(root, ""); }

/** @param {import("./base/counts.js").Counts} sum */
function stateOf(sum) {
  if (!sum.read && !sum.answered) return "";
  return fill(words[isDone(sum) ? "module-done" : "module-state"], sum);
}

// ---- A lesson: read once its end was in view, said in words, and undone by the same box.

function lesson() {
  const end = document.getElementById("pokok"), pager = document.querySelector(".pager");
  if (!end || !pager || !here) return;
  const row = make("label", "mq-o read"), box = make("input"), isRead = () => own(record().pages, here);
  let seen = /** @type {IntersectionObserver | null} */ (null);
  box.type = "checkbox";
  row.append(box, make("span", "", words["is-read"]));
  pager.before(row);
  function lay() { box.checked = !!isRead(); }
  box.onchange = () => {
    box.onblur = null;
    if (seen) seen.disconnect();
    put("pages", here, box.checked ? Date.now() : null);
  };
  onchange(lay);
  lay();
  put("place", "lesson", here);
  if (box.checked || !self.IntersectionObserver) return;
  function tick() {
    box.onblur = null;
    if (seen) seen.disconnect();
    if (!isRead()) put("pages", here, Date.now());
  }
  seen = new IntersectionObserver(entries => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    if (document.activeElement === box) box.onblur = tick; // 4.1.2: what was just read out as unticked must not change under the key
    else tick();
  });
  seen.observe(row); // not the pager: on a phone it stays at the foot of the screen
}

// ---- Lists: a row's own words stay until there is something to say; no word makes a line longer than it was.

function lists() {
  const now = record();
  all("li[data-pages]").forEach(row => {
    const text = stateOf(counts(row, now)), state = one(".state", row);
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
