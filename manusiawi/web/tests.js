// Holds a test: answers without feedback, at the end the result with its uncertainty, the gain once both tests are done.
(function () {
  "use strict";
  var words = "WORDS", store = window.manusiawi, language = document.documentElement.lang, test = document.querySelector("[data-test]");
  if (!test || !store) return;
  var form = test.dataset.test, list = test.querySelector(".test-items"), items = all(".mq", list);
  var result = test.querySelector(".test-result"), note = test.querySelector(".mq-note");

  function fill(text, parts) { return text.replace(/{(\w+)}/g, function (_, name) { return parts[name]; }); }
  function make(name, kind, text) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    element.textContent = text || "";
    return element;
  }
  function button(kind, text, action) {
    var made = make("button", kind, text);
    made.type = "button";
    made.onclick = action;
    return made;
  }
  function all(selector, under) { return Array.from(under.querySelectorAll(selector)); }
  function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null; }
  function day(time) { return new Date(time).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }); }
  function numbered(item) { return { number: items.indexOf(item) + 1 }; }
  function say(text) { note.textContent = ""; requestAnimationFrame(function () { note.textContent = text; }); }

  // ---- Uncertainty at 95 per cent: Wilson (1927) for a share, Newcombe (1998, method 10) for the difference of two. Shares run from 0 to 1.

  var Z = 1.959964;
  function wilson(right, total) {
    var p = right / total, z = Z * Z / total, half = Z * Math.sqrt(p * (1 - p) / total + z / (4 * total));
    return [Math.max(0, (p + z / 2 - half) / (1 + z)), Math.min(1, (p + z / 2 + half) / (1 + z))];
  }
  function difference(before, after) {
    var p = before[0] / before[1], q = after[0] / after[1], ps = wilson(before[0], before[1]), qs = wilson(after[0], after[1]);
    return [q - p - Math.hypot(q - qs[0], ps[1] - p), q - p + Math.hypot(qs[1] - q, p - ps[0])];
  }
  function percent(share) { return Math.round(100 * share); }
  function range(right, total) { var ends = wilson(right, total); return { low: percent(ends[0]), high: percent(ends[1]) }; }
  function signed(number) { return number < 0 ? fill(words.minus, { number: -number }) : String(Math.abs(number)); }

  // ---- A sitting: for each question "revision|option"; without an option it was skipped, without an entry not asked.

  var ANSWER = /^((?:id|en)-[0-9a-z]{5})\|([0-9a-z]{5})?$/, CHANGED = {};
  function saved() { return own(store.record().tests, form); }
  function radios(item) { return all("input", item); }
  function revision(item) { return item.dataset.rev.split(" ").find(function (part) { return part.indexOf(language + "-") === 0; }); }
  // The chosen option, "" where the question was skipped, CHANGED where it is another question by now, null where it was not asked.
  function answerOf(sitting, item) {
    var found = sitting && ANSWER.exec(own(sitting.a, item.id) || "");
    if (!found) return null;
    if (item.dataset.rev.split(" ").indexOf(found[1]) < 0) return CHANGED;
    return !found[2] || radios(item).some(function (radio) { return radio.value === found[2]; }) ? found[2] || "" : CHANGED; // an option's name is its Indonesian words
  }
  function isAnswered(sitting, item) { var answer = answerOf(sitting, item); return !!answer && answer !== CHANGED; }
  // What the template of a question holds: an entry for each option, in the order of the page.
  function reasons(item) { return all("li", item.querySelector("template").content); }
  function keyOf(item) { return radios(item)[reasons(item).findIndex(function (entry) { return "key" in entry.dataset; })].value; }
  function judge(sitting) {
    var found = { right: 0, total: 0, changed: 0, skipped: 0, entries: [] };
    items.forEach(function (item) {
      var answer = answerOf(sitting, item), ok = answer === keyOf(item);
      if (answer === CHANGED) found.changed++;
      if (answer === CHANGED || answer === null) return;
      found.entries.push({ item: item, answer: answer, ok: ok });
      found.total++;
      found.right += ok;
      found.skipped += !answer;
    });
    Object.keys(sitting.a).forEach(function (id) {
      if (ANSWER.test(sitting.a[id]) && !items.some(function (item) { return item.id === id; })) found.changed++;
    });
    return found;
  }
  function isDone(sitting) { return !!sitting && sitting.done !== undefined && !!sitting.n && sitting.n[1] > 0; }
  // What to write into: the sitting that goes on, else a new one.
  function current() { var sitting = saved(); return sitting && sitting.done === undefined ? sitting : { t: Date.now(), a: {} }; }

  // ---- The questions.

  var end = make("div", "test-end"), count = make("p", "test-count"), place = make("div", "test-tools"), asked = null;
  function keep(item, option) {
    var sitting = current();
    if (option) sitting.a[item.id] = revision(item) + "|" + option; else delete sitting.a[item.id];
    place.textContent = "";
    store.put("tests", form, sitting);
  }
  function enhance(item) {
    var clear = button("small test-clear", fill(words.clear, numbered(item)), function () { keep(item, ""); radios(item)[0].focus(); });
    item.append(clear);
    item.addEventListener("change", function (event) { keep(item, event.target.value); });
  }
  function layQuestions(sitting) {
    items.forEach(function (item) {
      var answer = answerOf(sitting, item), changed = item.querySelector(".mq-err");
      radios(item).forEach(function (radio) { radio.checked = radio.value === answer; });
      item.querySelector(".test-clear").hidden = !isAnswered(sitting, item);
      if (changed) changed.remove();
      if (answer === CHANGED) item.querySelector("legend").after(make("p", "mq-err", words.changed));
    });
    count.textContent = fill(words.answered, { done: items.length - unanswered(sitting).length, total: items.length });
  }
  function unanswered(sitting) { return items.filter(function (item) { return !isAnswered(sitting, item); }); }
  function linkTo(item, text) {
    var link = make("a", "", fill(text, numbered(item)));
    link.href = "#" + item.id;
    return link;
  }
  // What someone finds who comes back to a test that is not finished.
  function welcome() {
    var sitting = saved(), changed, left;
    if (!sitting || sitting.done !== undefined) return;
    changed = items.filter(function (item) { return answerOf(sitting, item) === CHANGED; }).length;
    left = unanswered(sitting);
    if (left.length === items.length && !changed) return;
    var said = make("p", "test-resumed", fill(words.resumed, { date: day(sitting.t) }) + " ");
    if (changed) said.append(fill(words["changed-some"], { count: changed }) + " ");
    if (left.length) said.append(linkTo(left[0], words.next));
    place.append(said);
  }

  // ---- Asking in the page: the focus goes to the question, and back where it came from if the answer is no.

  function ask(after, parts, yes, act, no, leave) {
    unask();
    asked = make("div", "test-ask");
    var text = make("p");
    text.tabIndex = -1;
    text.append.apply(text, parts);
    asked.append(text, button("md-button", yes, function () { unask(); act(); }), button("small", no, function () { unask(); leave(); }));
    after.after(asked);
    text.focus();
  }
  function unask() {
    if (asked) asked.remove();
    asked = null;
  }
  function askFinish() {
    var left = unanswered(saved()), parts = [words.open, " "];
    if (!left.length) { finish(); return; }
    left.forEach(function (item, at) { parts.push(linkTo(item, words.question), at < left.length - 1 ? ", " : ". "); });
    ask(ready, parts.concat(words["ask-finish"]), words["finish-now"], finish, words["go-back"], function () { radios(left[0])[0].focus(); });
  }
  function finish() {
    var sitting = current(), answers = {};
    items.forEach(function (item) { answers[item.id] = isAnswered(sitting, item) ? sitting.a[item.id] : revision(item) + "|"; });
    sitting.a = answers;
    sitting.done = Date.now();
    var found = judge(sitting);
    sitting.n = [found.right, found.total];
    place.textContent = "";
    store.put("tests", form, sitting);
    result.querySelector("h2").focus();
  }
  function restarter() {
    var made = button("small", words.restart, function () {
      ask(made, [words["ask-restart"]], words["restart-now"], function () { restart(saved()); }, words.leave, function () { made.focus(); });
    });
    return made;
  }
  function restart(before) {
    store.put("tests", form, null);
    place.textContent = "";
    place.append(button("md-button", words.undo, function () {
      place.textContent = "";
      store.put("tests", form, before);
      say(words.undone);
      (isDone(before) ? result.querySelector("h2") : radios(items[0])[0]).focus();
    }));
    place.firstChild.focus();
    say(words.restarted);
  }

  // ---- The result.

  function layResult(sitting, found) {
    var score = result.querySelector(".score"), parts = { right: found.right, total: found.total, percent: percent(found.right / found.total) };
    score.textContent = "";
    function line(text, kind) { score.append(make("p", kind, text)); }
    line(fill(words.score, parts), "test-score");
    line(fill(words.range, range(found.right, found.total)));
    line(fill(words.guessing, { count: Math.round(found.entries.reduce(function (sum, entry) { return sum + 1 / radios(entry.item).length; }, 0)) }));
    if (found.skipped) line(fill(words["skipped-some"], { count: found.skipped }));
    if (found.changed) line(fill(words.dropped, { count: found.changed, right: sitting.n[0], total: sitting.n[1] }));
    ["module", "outcome"].forEach(function (kind) {
      all("tr[data-" + kind + "]", result).forEach(function (row) {
        var those = found.entries.filter(function (entry) { return entry.item.dataset[kind] === row.dataset[kind]; });
        row.hidden = !those.length;
        row.querySelector("td").textContent = fill(words.of, { right: those.filter(function (entry) { return entry.ok; }).length, total: those.length });
      });
    });
    var wrong = result.querySelector(".wrong"), missed = found.entries.filter(function (entry) { return !entry.ok; });
    wrong.textContent = missed.length ? "" : words["none-wrong"];
    missed.forEach(function (entry) { wrong.append(explained(entry)); });
    layGain();
  }
  // A question that was not answered right: the chosen option and the right one, each with its reason, and what to read again.
  function explained(entry) {
    var box = make("div", "mq"), scene = entry.item.querySelector(".mq-scene"), stem = make("p", "mq-stem"), key = make("div", "mq-key");
    key.append(document.importNode(entry.item.querySelector("template").content, true));
    Array.from(entry.item.querySelector("legend").childNodes).forEach(function (node) { if (node.className !== "mq-hint") stem.append(node.cloneNode(true)); });
    all("li", key).forEach(function (option, at) {
      var radio = radios(entry.item)[at], right = "key" in option.dataset, verdict = make("p", right ? "mq-v mq-yes" : "mq-v mq-no");
      if (!right && radio.value !== entry.answer) { option.remove(); return; }
      verdict.append(make("b", "", words[right ? "right" : "not-yet"]), " ");
      radio.nextSibling.childNodes.forEach(function (node) { verdict.append(node.cloneNode(true)); });
      if (!right) verdict.append(make("span", "mq-you", " (" + words.yours + ")"));
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

  var WIDE = 280, HIGH = 66;
  function draw(name, places, text) {
    var element = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(places).forEach(function (place) { element.setAttribute(place, places[place]); });
    element.textContent = text || "";
    return element;
  }
  function layGain() {
    var tests = store.record().tests, sittings = { a: own(tests, "a"), b: own(tests, "b") }, box = result.querySelector(".test-gain");
    box.hidden = !isDone(sittings.a) || !isDone(sittings.b);
    if (box.hidden) return;
    var inOrder = sittings.a.done <= sittings.b.done, figure = box.querySelector("figure"), before = sittings.a.n, after = sittings.b.n;
    figure.hidden = !inOrder;
    box.querySelector(".gain").textContent = inOrder ? gained(before, after) : words["gain-order"];
    if (!inOrder) return;
    var told = [], svg = draw("svg", { viewBox: "0 0 330 " + 2 * HIGH, role: "img" }), old = figure.querySelector("svg");
    all("tr[data-form]", figure).forEach(function (row, at) {
      var n = sittings[row.dataset.form].n, share = n[0] / n[1], ends = wilson(n[0], n[1]), top = at * HIGH, label = row.querySelector("th").textContent;
      var between = fill(words["range-short"], range(n[0], n[1])), foot = top + 52;
      [fill(words.of, { right: n[0], total: n[1] }), percent(share), between].forEach(function (text, cell) { all("td", row)[cell].textContent = text; });
      told.push(fill(words.chart, { label: label, percent: percent(share), range: between }));
      svg.append(draw("text", { x: 0, y: top + 14 }, label), draw("rect", { "class": "scale", x: 0, y: top + 22, width: WIDE, height: 22 }),
        draw("rect", { x: 0, y: top + 22, width: (share * WIDE).toFixed(1), height: 22 }), draw("text", { x: WIDE + 8, y: top + 38 }, percent(share) + "%"),
        draw("path", { d: "M" + ends[0] * WIDE + " " + (foot - 4) + "v8m0-4H" + ends[1] * WIDE + "m0-4v8" }));
    });
    svg.setAttribute("aria-label", told.join(" "));
    if (old) old.remove();
    figure.querySelector("table").before(svg);
  }
  function gained(before, after) {
    var ends = difference(before, after).map(percent), from = percent(before[0] / before[1]), to = percent(after[0] / after[1]);
    return fill(words.gain, { before: from, after: to, gain: signed(to - from), low: signed(ends[0]), high: signed(ends[1]) }) + " " +
      words[ends[0] > 0 || ends[1] < 0 ? "gain-real" : "gain-chance"];
  }

  // ---- Questions or result, as the record has it; another tab may have gone on meanwhile.

  var shown = null;
  function lay() {
    if (store.trouble && note.textContent !== words[store.trouble]) note.textContent = words[store.trouble];
    var text = JSON.stringify(store.record().tests);
    if (text === shown) return;
    shown = text;
    unask();
    var sitting = saved(), found = isDone(sitting) ? judge(sitting) : null, ended = !!found && found.total > 0;
    list.hidden = end.hidden = ended;
    result.hidden = !ended;
    again.hidden = !sitting;
    if (ended) layResult(sitting, found); else layQuestions(sitting);
  }
  var ready = button("md-button", words.finish, askFinish), again = restarter();
  test.querySelector(".noscript").remove();
  list.before(place);
  items.forEach(enhance);
  end.append(count, ready, again);
  list.after(end);
  result.append(restarter());
  store.onchange(lay);
  lay();
  welcome();
})();
