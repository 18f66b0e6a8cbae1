// Holds a test: answers without feedback, at the end the result with its uncertainty, the gain once both tests are done.
import { all, button, day, fill, make, names, one, own, revision, say } from "./base/page.js";
import { onchange, put, record, trouble } from "./base/record.js";
import { percent, range, wilson } from "./base/shares.js";
import { codeButton } from "./questions/code.js";

const words = WORDS_TESTS;

/** Starts the test, where the page holds one. */
export function tests() {
  const test = one("[data-test]");
  if (!test) return;
  const form = test.dataset.test, list = one(".test-items", test), items = all(".mq", list);
  const result = one(".test-result", test), note = one(".mq-note", test);
  function numbered(item) { return { number: items.indexOf(item) + 1 }; }

  // ---- A sitting: for each question "revision|option"; without an option it was skipped, without an entry not asked.

  const ANSWER = /^((?:id|en)-[0-9a-z]{5})\|([0-9a-z]{5})?$/, CHANGED = {};
  function saved() { return own(record().tests, form); }
  function radios(item) { return all("input", item); }
  // The chosen option, "" where the question was skipped, CHANGED where it is another question by now, null where it was not asked.
  function answerOf(sitting, item) {
    const found = sitting && ANSWER.exec(own(sitting.a, item.id) || "");
    if (!found) return null;
    if (!names(item.dataset.rev).includes(found[1])) return CHANGED;
    return !found[2] || radios(item).some(radio => radio.value === found[2]) ? found[2] || "" : CHANGED; // an option's name is its Indonesian words
  }
  function isAnswered(sitting, item) { const answer = answerOf(sitting, item); return !!answer && answer !== CHANGED; }
  // What the template of a question holds: an entry for each option, in the order of the page.
  function reasons(item) { return all("li", one("template", item).content); }
  function keyOf(item) { return radios(item)[reasons(item).findIndex(entry => "key" in entry.dataset)].value; }
  function judge(sitting) {
    const found = { right: 0, total: 0, changed: 0, skipped: 0, entries: /** @type {any[]} */ ([]) };
    items.forEach(item => {
      const answer = answerOf(sitting, item), ok = answer === keyOf(item);
      if (answer === CHANGED) found.changed++;
      if (answer === CHANGED || answer === null) return;
      found.entries.push({ item, answer, ok });
      found.total++;
      if (ok) found.right++;
      if (!answer) found.skipped++;
    });
    Object.keys(sitting.a).forEach(id => {
      if (ANSWER.test(sitting.a[id]) && !items.some(item => item.id === id)) found.changed++;
    });
    return found;
  }
  function isDone(sitting) { return !!sitting && sitting.done !== undefined && !!sitting.n && sitting.n[1] > 0; }
  // What to write into: the sitting that goes on, else a new one.
  function current() { const sitting = saved(); return sitting && sitting.done === undefined ? sitting : { t: Date.now(), a: {} }; }

  // ---- The questions.

  const end = make("div", "test-end"), count = make("p", "test-count"), place = make("div", "test-tools");
  let asked = /** @type {HTMLElement | null} */ (null);
  function keep(item, option) {
    const sitting = current();
    if (option) sitting.a[item.id] = `${revision(item)}|${option}`; else delete sitting.a[item.id];
    place.textContent = "";
    put("tests", form, sitting);
  }
  function enhance(item) {
    const clear = button("small test-clear", fill(words.clear, numbered(item)), () => { keep(item, ""); radios(item)[0].focus(); });
    item.append(clear);
    item.addEventListener("change", event => { keep(item, event.target.value); });
  }
  function layQuestions(sitting) {
    items.forEach(item => {
      const answer = answerOf(sitting, item), changed = one(".mq-err", item);
      radios(item).forEach(radio => { radio.checked = radio.value === answer; });
      one(".test-clear", item).hidden = !isAnswered(sitting, item);
      if (changed) changed.remove();
      if (answer === CHANGED) one("legend", item).after(make("p", "mq-err", words.changed));
    });
    count.textContent = fill(words.answered, { done: items.length - unanswered(sitting).length, total: items.length });
  }
  function unanswered(sitting) { return items.filter(item => !isAnswered(sitting, item)); }
  function linkTo(item, text) {
    const link = make("a", "", fill(text, numbered(item)));
    link.href = `#${item.id}`;
    return link;
  }
  // What someone finds who comes back to a test that is not finished.
  function welcome() {
    const sitting = saved();
    if (!sitting || sitting.done !== undefined) return;
    const changed = items.filter(item => answerOf(sitting, item) === CHANGED).length;
    const left = unanswered(sitting);
    if (left.length === items.length && !changed) return;
    const said = make("p", "test-resumed", `${fill(words.resumed, { date: day(sitting.t) })} `);
    if (changed) said.append(`${fill(words["changed-some"], { count: changed })} `);
    if (left.length) said.append(linkTo(left[0], words.next));
    place.append(said);
  }

  // ---- Asking in the page: the focus goes to the question, and back where it came from if the answer is no.

  function ask(after, parts, yes, act, no, leave) {
    unask();
    const box = asked = make("div", "test-ask"), text = make("p");
    text.tabIndex = -1;
    text.append(...parts);
    box.append(text, button("md-button", yes, () => { unask(); act(); }), button("small", no, () => { unask(); leave(); }));
    after.after(box);
    text.focus();
  }
  function unask() {
    if (asked) asked.remove();
    asked = null;
  }
  function askFinish() {
    const left = unanswered(saved()), parts = [words.open, " "];
    if (!left.length) { finish(); return; }
    left.forEach((item, at) => { parts.push(linkTo(item, words.question), at < left.length - 1 ? ", " : ". "); });
    ask(ready, parts.concat(words["ask-finish"]), words["finish-now"], finish, words["go-back"], () => { radios(left[0])[0].focus(); });
  }
  function finish() {
    const sitting = current(), answers = {};
    items.forEach(item => { answers[item.id] = isAnswered(sitting, item) ? sitting.a[item.id] : `${revision(item)}|`; });
    sitting.a = answers;
    sitting.done = Date.now();
    const found = judge(sitting);
    sitting.n = [found.right, found.total];
    place.textContent = "";
    put("tests", form, sitting);
    one("h2", result).focus();
  }
  function restarter() {
    const made = button("small", words.restart, () => {
      ask(made, [words["ask-restart"]], words["restart-now"], () => { restart(saved()); }, words.leave, () => { made.focus(); });
    });
    return made;
  }
  function restart(before) {
    put("tests", form, null);
    place.textContent = "";
    const undo = button("md-button", words.undo, () => {
      place.textContent = "";
      put("tests", form, before);
      say(note, words.undone);
      (isDone(before) ? one("h2", result) : radios(items[0])[0]).focus();
    });
    place.append(undo);
    undo.focus();
    say(note, words.restarted);
  }

  // ---- The result.

  function layResult(sitting, found) {
    const score = one(".score", result), parts = { right: found.right, total: found.total, percent: percent(found.right / found.total) };
    score.textContent = "";
    function line(text, kind) { score.append(make("p", kind, text)); }
    line(fill(words.score, parts), "test-score");
    line(fill(words.range, range(found.right, found.total)));
    line(fill(words.guessing, { count: Math.round(found.entries.reduce((sum, entry) => sum + 1 / radios(entry.item).length, 0)) }));
    if (found.skipped) line(fill(words["skipped-some"], { count: found.skipped }));
    if (found.changed) line(fill(words.dropped, { count: found.changed, right: sitting.n[0], total: sitting.n[1] }));
    ["module", "outcome"].forEach(kind => {
      all(`tr[data-${kind}]`, result).forEach(row => {
        const those = found.entries.filter(entry => entry.item.dataset[kind] === row.dataset[kind]);
        row.hidden = !those.length;
        one("td", row).textContent = fill(words.of, { right: those.filter(entry => entry.ok).length, total: those.length });
      });
    });
    const wrong = one(".wrong", result), missed = found.entries.filter(entry => !entry.ok);
    wrong.textContent = missed.length ? "" : words["none-wrong"];
    missed.forEach(entry => { wrong.append(explained(entry)); });
    layGain();
  }
  // A question that was not answered right: the chosen option and the right one, each with its reason, and what to read again.
  function explained(entry) {
    const box = make("div", "mq"), scene = one(".mq-scene", entry.item), stem = make("p", "mq-stem"), key = make("div", "mq-key");
    key.append(document.importNode(one("template", entry.item).content, true));
    Array.from(one("legend", entry.item).childNodes).forEach(node => { if (node.className !== "mq-hint") stem.append(node.cloneNode(true)); });
    all("li", key).forEach((option, at) => {
      const radio = radios(entry.item)[at], right = "key" in option.dataset, verdict = make("p", right ? "mq-v mq-yes" : "mq-v mq-no");
      if (!right && radio.value !== entry.answer) { option.remove(); return; }
      verdict.append(make("b", "", words[right ? "right" : "not-yet"]), " ");
      radio.nextSibling.childNodes.forEach(node => { verdict.append(node.cloneNode(true)); });
      if (!right) verdict.append(make("span", "mq-you", ` (${words.yours})`));
      option.prepend(verdict);
      if (!right) option.parentNode.prepend(option);
    });
    box.append(make("h4", "", fill(words.item, numbered(entry.item))));
    if (scene) box.append(scene.cloneNode(true));
    box.append(stem);
    if (!entry.answer) box.append(make("p", "mq-say mq-no", words.skipped));
    box.append(key);
    return box;
  }

  // ---- The gain: two bars from 0 to 100 per cent, under each its uncertainty, beside a table of the same numbers.

  const WIDE = 280, HIGH = 66;
  function draw(name, places, text) {
    const element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(places).forEach(place => { element.setAttribute(place, places[place]); });
    element.textContent = text || "";
    return element;
  }
  function layGain() {
    const tests = record().tests, sittings = { a: own(tests, "a"), b: own(tests, "b") }, box = one(".test-gain", result);
    box.hidden = !isDone(sittings.a) || !isDone(sittings.b);
    if (box.hidden) return;
    const inOrder = sittings.a.done <= sittings.b.done, figure = one("figure", box), before = sittings.a.n, after = sittings.b.n;
    figure.hidden = !inOrder;
    one(".gain", box).textContent = inOrder ? gained(before, after, box) : words["gain-order"];
    if (!inOrder) return;
    const told = [], svg = draw("svg", { viewBox: `0 0 330 ${2 * HIGH}`, role: "img" }), old = one("svg", figure);
    all("tr[data-form]", figure).forEach((row, at) => {
      const n = sittings[row.dataset.form].n, share = n[0] / n[1], ends = wilson(n[0], n[1]), top = at * HIGH, label = one("th", row).textContent;
      const between = fill(words["range-short"], range(n[0], n[1])), foot = top + 52;
      [fill(words.of, { right: n[0], total: n[1] }), percent(share), between].forEach((text, cell) => { all("td", row)[cell].textContent = text; });
      told.push(fill(words.chart, { label, percent: percent(share), range: between }));
      svg.append(draw("text", { x: 0, y: top + 14 }, label), draw("rect", { "class": "scale", x: 0, y: top + 22, width: WIDE, height: 22 }),
        draw("rect", { x: 0, y: top + 22, width: (share * WIDE).toFixed(1), height: 22 }), draw("text", { x: WIDE + 8, y: top + 38 }, `${percent(share)}%`),
        draw("path", { d: `M${ends[0] * WIDE} ${foot - 4}v8m0-4H${ends[1] * WIDE}m0-4v8` }));
    });
    svg.setAttribute("aria-label", told.join(" "));
    if (old) old.remove();
    one("table", figure).before(svg);
  }
  function gained([before, of], [after, total], box) {
    const rise = after - before, count = Math.abs(rise), down = rise < 0, limits = names(down ? box.dataset.falls : box.dataset.rises);
    if (of !== total || of !== limits.length - 1) return words["gain-unlike"];
    const least = Number(limits[before]), verdict = !least ? 0 : count < least ? 1 : 2;
    const judged = (down ? ["fall-full", "fall-chance", "fall-real"] : ["rise-full", "rise-chance", "rise-real"])[verdict];
    return `${fill(words[down ? "gain-down" : rise ? "gain-up" : "gain-same"], { before, after, count })} ${fill(words[judged], { least })}`;
  }

  // ---- Questions or result, as the record has it; another tab may have gone on meanwhile.

  let shown = "";
  function lay() {
    if (trouble && note.textContent !== words[trouble]) note.textContent = words[trouble];
    const text = JSON.stringify(record().tests);
    if (text === shown) return;
    shown = text;
    unask();
    const sitting = saved(), found = isDone(sitting) ? judge(sitting) : null, ended = !!found && found.total > 0;
    list.hidden = end.hidden = ended;
    result.hidden = !ended;
    again.hidden = !sitting;
    if (ended) layResult(sitting, found); else layQuestions(sitting);
  }
  var ready = button("md-button", words.finish, askFinish), again = restarter();
  one(".noscript", test).remove();
  list.before(place);
  items.forEach(enhance);
  end.append(count, ready, again);
  list.after(end);
  result.append(codeButton(words.code, words["no-code"]), restarter());
  onchange(lay);
  lay();
  welcome();
}
