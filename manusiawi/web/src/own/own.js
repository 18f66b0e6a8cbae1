// Fills in the pages of progress, review and record.
import { all, button, day, fill, make, names, one, say } from "../base/page.js";
import { save } from "../base/files.js";
import { empty, forgetSpoilt, fromText, onchange, record, replace, trouble } from "../base/record.js";
import { counts, dueCount, dueLink, isDone } from "../base/counts.js";
import { reminders, review } from "./review.js";
import { words } from "./words.js";

// ---- The page of progress.

function progress(box) {
  const now = record(), sum = { pages: 0, read: 0, items: 0, answered: 0, judged: 0, right: 0, done: 0, modules: 0 };
  all("li[data-pages]", box).forEach(row => {
    const found = counts(row, now);
    Object.keys(found).forEach(name => { sum[name] += found[name]; });
    sum.modules++;
    if (isDone(found)) sum.done++;
    all(".steps span", row).forEach((step, at) => { step.className = at < found.read ? "full" : ""; });
  });
  one(".total", box).textContent = fill(words.total, sum);
  one(".mq-note", box).textContent = trouble ? words[trouble] : "";
  const due = one(".due", box);
  due.textContent = "";
  due.append(dueLink(dueCount(now, Date.now())) || words["none-due"]);
  const shown = Object.create(null);
  Object.keys(now.items).forEach(id => {
    const entry = now.items[id];
    if (entry.ok !== 0) return;
    (entry.m || []).filter((belief, at, those) => those.indexOf(belief) === at).forEach(belief => {
      shown[belief] = shown[belief] || [0, 0];
      shown[belief][entry.s === 1 ? 0 : 1]++;
    });
  });
  all("tr[data-m]", box).forEach(row => {
    const found = shown[row.dataset.m];
    row.hidden = !found;
    if (found) all("td", row).forEach((cell, at) => { cell.textContent = found[at]; });
  });
  one(".beliefs", box).hidden = !one("tr[data-m]:not([hidden])", box);
}

// ---- Taking the record along, and taking it away.

function tools(box) {
  const place = one(".record-tools", box);
  const note = make("p", "mq-note");
  let undo = /** @type {HTMLButtonElement | null} */ (null);
  note.setAttribute("aria-live", "polite");
  function tell(text) { say(note, trouble ? words[trouble] : text); }
  function offer(before, text) {
    if (undo) undo.remove();
    const back = undo = button("md-button", words.undo, () => {
      replace(before);
      back.remove();
      undo = null;
      one("button", place).focus();
      tell(words.undone);
    });
    note.after(back);
    back.focus();
    tell(text);
  }
  function reset(row) {
    const left = row ? record() : empty();
    if (row) {
      const { pages, items, more } = row.dataset;
      names(pages).forEach(path => { delete left.pages[path]; });
      names(items).concat(names(more)).forEach(id => { delete left.items[id]; });
      if ((left.place.lesson || "").startsWith(`${names(pages)[0].split("/")[0]}/`)) delete left.place.lesson;
    } else forgetSpoilt();
    offer(replace(left), row ? fill(words["module-reset"], { title: one("a", row).textContent }) : words["all-reset"]);
  }
  const which = make("select"), rows = all("li[data-pages]", box);
  which.id = "modul-kosong";
  rows.forEach(row => { which.append(make("option", "", one("a", row).textContent)); });
  const ask = make("label", "mq-in", words["reset-which"]);
  ask.htmlFor = which.id;
  const file = make("input");
  file.type = "file";
  file.accept = ".json,application/json";
  file.id = "berkas";
  file.onchange = () => {
    const chosen = file.files && file.files[0];
    file.value = "";
    if (!chosen) return;
    if (chosen.size > 2e6) { tell(words["file-large"]); return; }
    new Response(chosen).text().then(text => { // chosen.text() needs Chrome 76
      const found = fromText(text);
      if (!found) { tell(words["file-foreign"]); return; }
      offer(replace(found), words["file-read"]);
    }, () => { tell(words["file-unread"]); });
  };
  const label = make("label", "mq-in", words["import"]);
  label.htmlFor = file.id;
  place.append(make("h2", "", words.tools), note, button("md-button", words["export"], () => {
    save(`${COURSE_KEY}-kemajuan.json`, "application/json", JSON.stringify(record()));
    tell(words.exported);
  }), label, file, ask, which, button("small", words["reset-module"], () => { reset(rows[which.selectedIndex]); }), button("small", words["reset-all"], () => { reset(null); }));
}

// ---- The record of learning.

function recordPage(box) {
  const now = record();
  all("tr[data-pages]", box).forEach(row => {
    const found = counts(row, now), cells = all("td", row);
    [fill(words.of, { n: found.read, total: found.pages }), fill(words.of, { n: found.answered, total: found.items }), fill(words.of, { n: found.right, total: found.judged })]
      .forEach((text, at) => { cells[at].textContent = text; });
  });
  testsDone(one(".record-tests", box), now.tests);
  const times = Object.keys(now.pages).map(path => now.pages[path])
    .concat(Object.keys(now.items).map(id => now.items[id].t || 0), Object.keys(now.tests).map(form => now.tests[form].done || 0))
    .filter(Boolean).sort((a, b) => a - b);
  one(".made", box).textContent = times.length ? fill(words["record-made"], { first: day(times[0]), last: day(times[times.length - 1]), today: day(Date.now()) }) : words["record-empty"];
}

// The results of the tests before and after, as they were on their day.
function testsDone(place, tests) {
  place.textContent = "";
  [["a", "test-before"], ["b", "test-after"]].forEach(pair => {
    const sitting = tests[pair[0]];
    if (!sitting || sitting.done === undefined || !sitting.n) return;
    if (!place.firstChild) place.append(make("h2", "", words.tests));
    place.append(make("p", "", fill(words[pair[1]], { date: day(sitting.done), right: sitting.n[0], total: sitting.n[1] })));
  });
}

// ---- All of them.

const kinds = { progress, review, record: recordPage };

/** Fills in the pages that tell from the record what the learner has done, again after each change. */
export function own() {
  const boxes = all("[data-script]");
  boxes.forEach(box => {
    const note = one(".noscript", box);
    if (note) note.remove();
    if (box.dataset.script === "progress") tools(box);
    if (box.dataset.script === "record") box.append(button("md-button", words.print, () => { print(); }));
  });
  function lay() { boxes.forEach(box => { kinds[box.dataset.script](box); }); }
  onchange(lay);
  lay();
  boxes.forEach(box => { if (box.dataset.script === "review") reminders(box); });
}
