// Adds to each question: a check button, the verdict in words, answers kept on this device.
(function () {
  "use strict";
  var words = "WORDS", KEY = "manusiawi", language = document.documentElement.lang;
  var questions = Array.from(document.querySelectorAll(".mq[data-mq]"));
  if (!questions.length) return;

  function fill(text, parts) {
    return text.replace(/{(\w+)}/g, function (_, name) { return parts[name]; });
  }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    element.className = name;
    element.textContent = text || "";
    return element;
  }
  function all(root, selector) { return Array.from(root.querySelectorAll(selector)); }

  // ---- The record is kept by store.js: one entry an item, with the revision of the item that was answered.

  var store = window.manusiawi, tag = document.currentScript, note = make("p", "mq-note"), again = /[?&]ulang\b/.test(location.search) && location.hash.slice(1);
  note.setAttribute("role", "status");
  questions[0].before(note);
  function tellTrouble() {
    var text = store.trouble ? words[store.trouble] : "";
    if (note.textContent !== text) note.textContent = text; // the same words again would be read aloud again
  }
  store.onchange(tellTrouble);
  tellTrouble();
  function revision(question) {
    return question.dataset.rev.split(" ").find(function (part) { return part.indexOf(language + "-") === 0; });
  }
  // The entry that was saved before; whether it still fits is another question.
  function saved(question) {
    var items = store.record().items;
    return Object.prototype.hasOwnProperty.call(items, question.id) ? items[question.id] : null;
  }
  function fits(question, entry) { return !!entry && question.dataset.rev.split(" ").indexOf(entry.r) >= 0; }
  function sayChanged(question) {
    var place = question.querySelector(".mq-say");
    place.textContent = words.changed;
    place.className = "mq-say mq-no";
  }

  // ---- What the learner chose, as a list of "row:value".

  function controls(question) { return all(question, "input,select").filter(function (control) { return !control.closest(".mq-sure"); }); }
  function isTick(control) { return control.type === "radio" || control.type === "checkbox"; }
  function row(control) { return control.dataset.row || ""; }
  function chosen(question) {
    return controls(question).filter(function (control) {
      return isTick(control) ? control.checked : control.value.trim();
    }).map(function (control) { return row(control) + ":" + control.value.trim(); });
  }
  // Puts a saved answer back; false, and nothing chosen, where a part of it is no longer there.
  function restore(question, answer) {
    var found = answer.map(function (part) {
      var at = part.indexOf(":"), name = part.slice(0, at), value = part.slice(at + 1);
      var control = controls(question).find(function (control) {
        return row(control) === name && (control.type === "text" || (isTick(control) ? control.value === value :
          Array.from(control.options).some(function (option) { return option.value === value; })));
      });
      return control && [control, value];
    });
    if (found.indexOf(undefined) >= 0) return false;
    found.forEach(function (pair) { if (isTick(pair[0])) pair[0].checked = true; else pair[0].value = pair[1]; });
    return true;
  }

  // ---- Nothing chosen is the only error (WCAG 3.3.1); a wrong answer is none.

  function gap(question) {
    var list = controls(question), type = question.dataset.mq, seen = {};
    var number = { number: questions.indexOf(question) + 1 };
    if (type === "single-choice" || type === "multiple-choice")
      return chosen(question).length ? null : [list[0], fill(words.pick, number)];
    if (type === "short-text") return list[0].value.trim() ? null : [list[0], fill(words.write, number)];
    for (var i = 0; i < list.length; i++) {
      var control = list[i], label = control.closest(".mq-row").querySelector("legend,label").textContent;
      var filled = isTick(control) ? list.some(function (other) { return other.name === control.name && other.checked; }) : control.value;
      if (!filled) return [control, fill(words.row, { row: label })];
      if (type === "ordering" && seen[control.value]) return [control, fill(words.twice, { value: control.value })];
      seen[control.value] = true;
    }
    return null;
  }
  function showGap(question, found) {
    var old = question.querySelector(".mq-err");
    if (old) old.remove();
    if (question.gap) ["aria-describedby", "aria-invalid"].forEach(function (name) { question.gap.removeAttribute(name); });
    question.gap = found && found[0];
    if (!found) return;
    var error = make("p", "mq-err", found[1]), row = found[0].closest(".mq-row");
    error.id = question.id + "-err";
    if (row) row.before(error); else question.querySelector("legend").after(error);
    found[0].setAttribute("aria-describedby", error.id);
    found[0].setAttribute("aria-invalid", "true");
    found[0].focus({ preventScroll: true });
    error.scrollIntoView({ block: "nearest" });
    found[0].scrollIntoView({ block: "nearest" });
  }

  // ---- The verdict: how many parts are right, and which entries of the answer were chosen.

  function plain(text) {
    return text.toLowerCase().replace(/\s+/g, " ").replace(/^[\s"'“”]+|[\s."'“”!?]+$/g, "");
  }
  // The number that a text holds, "1.500" read as the page's language does; NaN where it holds none or several.
  function numberIn(text) {
    var found = text.match(/-?\d+([.,]\d+)*/g) || [], thousands = language === "id" ? /^(-?[1-9]\d{0,2}(?:\.\d{3})+)(,\d+)?$/ : /^(-?[1-9]\d{0,2}(?:,\d{3})+)(\.\d+)?$/;
    var parts = found.length === 1 && thousands.exec(found[0]);
    return parts ? +(parts[1].replace(/[.,]/g, "") + (parts[2] || "").replace(",", ".")) : found.length === 1 ? +found[0].replace(",", ".") : NaN;
  }
  function matches(entry, text) {
    if (entry.dataset.number !== undefined) {
      return Math.abs(numberIn(text) - entry.dataset.number) <= +entry.dataset.tolerance + 1e-9;
    }
    return JSON.parse(entry.dataset.accept || "[]").some(function (accepted) { return plain(accepted) === plain(text); });
  }
  function judge(question) {
    var answer = chosen(question), type = question.dataset.mq, entries = all(question, ".mq-key li");
    var values = {}, mine = [], right = 0, total = 0, wrong = 0;
    answer.forEach(function (part) { var at = part.indexOf(":"); values[part.slice(0, at)] = part.slice(at + 1); });
    if (type === "short-text") {
      mine = entries.filter(function (entry) { return matches(entry, values[""]); });
      total = 1;
      right = mine.some(function (entry) { return "key" in entry.dataset; }) ? 1 : 0;
    } else if (type === "single-choice" || type === "multiple-choice") {
      entries.forEach(function (entry) {
        var isKey = "key" in entry.dataset, isMine = answer.indexOf(":" + entry.dataset.o) >= 0;
        total += isKey;
        if (isMine) { mine.push(entry); if (isKey) right++; else wrong++; }
      });
    } else {
      entries.forEach(function (entry) {
        if (!entry.dataset.o) return;
        total++;
        if (values[entry.dataset.o] === entry.dataset.key) right++;
      });
    }
    return { right: right, total: total, wrong: wrong, mine: mine, values: values, done: right === total && !wrong };
  }
  function sentence(question, result) {
    var type = question.dataset.mq, parts = [result.done ? words.right : words["not-yet"]];
    if (!result.done && type === "multiple-choice") parts.push(fill(words.picked, result));
    else if (!result.done && result.total > 1) parts.push(fill(words.some, result));
    if (question.sure !== undefined) parts.push(words[(result.done ? ["right-unsure", "right-sure"] : ["wrong-unsure", "wrong-sure"])[question.sure]]);
    return parts.concat(words.below).join(" ");
  }
  // Whether a choice that belongs to no row was given to one.
  function isSpare(entry, result) {
    return "d" in entry.dataset && Object.keys(result.values).some(function (row) { return result.values[row] === entry.dataset.d; });
  }
  // The mistaken beliefs that the chosen answers carry.
  function beliefs(question, result) {
    return all(question, ".mq-key li").filter(function (entry) {
      return result.mine.indexOf(entry) >= 0 || isSpare(entry, result) || (entry.dataset.o in result.values && result.values[entry.dataset.o] !== entry.dataset.key);
    }).map(function (entry) { var belief = entry.querySelector("[data-m]"); return belief && belief.dataset.m; }).filter(Boolean);
  }

  // ---- How sure: one stop of the keyboard that may be passed by, gone once the verdict is known.
  // Wrong and unsure is not knowing; wrong and sure is a belief to look at.

  function askSure(question, button) {
    var row = question.sureRow = make("fieldset", "mq-sure");
    row.append(make("legend", "", words["how-sure"]));
    [words.unsure, words.sure].forEach(function (name, value) {
      var label = make("label"), radio = make("input");
      radio.type = "radio";
      radio.name = question.id + "-yakin";
      radio.onchange = function () { question.sure = value; };
      label.append(radio, name);
      row.prepend(label);
    });
    row.prepend(row.querySelector("legend"));
    button.before(row);
  }
  function unsure(question) {
    question.sure = undefined;
    question.sureRow.hidden = false;
    all(question.sureRow, "input").forEach(function (radio) { radio.checked = false; });
  }

  // ---- The reasons: the chosen ones first, the others folded under them.

  function unmark(question) {
    all(question, ".mq-you").forEach(function (mark) { mark.remove(); });
    var rest = question.querySelector(".mq-rest"), list = question.querySelector(".mq-key ul,.mq-key ol");
    if (rest) rest.remove();
    (question.entries || []).forEach(function (entry) { list.append(entry); });
  }
  function mark(entry, text) { entry.querySelector(".mq-v").append(make("span", "mq-you", " (" + text + ")")); }
  function arrange(question, result) {
    var list = question.querySelector(".mq-key ul,.mq-key ol");
    question.entries = question.entries || Array.from(list.children);
    unmark(question);
    if (!result.mine.length) {
      question.entries.forEach(function (entry) {
        if (entry.dataset.o && entry.dataset.o in result.values)
          mark(entry, result.values[entry.dataset.o] === entry.dataset.key ? words.right : words["not-yet"]);
        if (isSpare(entry, result)) mark(entry, words.yours);
      });
      return;
    }
    var others = question.entries.filter(function (entry) { return result.mine.indexOf(entry) < 0; });
    result.mine.forEach(function (entry) { mark(entry, words.yours); });
    if (!others.length) return;
    var rest = make("details", "mq-rest"), inner = document.createElement("ul");
    rest.append(make("summary", "", words.others), inner);
    others.forEach(function (entry) { inner.append(entry); });
    list.after(rest);
  }

  // ---- Checking: focus stays on the button, one short sentence is said, the reasons open below.

  function show(question, result, aloud) {
    var place = question.querySelector(".mq-say"), text = sentence(question, result);
    arrange(question, result);
    question.sureRow.hidden = true;
    question.result = result;
    place.className = "mq-say " + (result.done ? "mq-yes" : "mq-no");
    if (!aloud) { place.textContent = text; return; }
    place.textContent = ""; // emptied first, so that the same verdict is heard again
    requestAnimationFrame(function () { place.textContent = text; });
    question.querySelector(".mq-key").open = true;
  }
  function check(question) {
    var found = gap(question);
    showGap(question, found);
    if (found) return;
    var result = judge(question), before = saved(question), now = Date.now();
    var entry = { r: revision(question), a: chosen(question), c: 1, t: now, ok: result.done ? 1 : 0, b: store.step(fits(question, before) ? before : null, result.done, now) };
    if (question.sure !== undefined) entry.s = question.sure;
    if (!result.done) entry.m = beliefs(question, result);
    store.put("items", question.id, entry);
    question.layClearing();
    show(question, result, true);
    count();
  }
  function count() {
    var checked = counted.filter(function (question) { return question.result; });
    total.textContent = fill(words.total, { done: checked.length, total: counted.length,
      right: checked.filter(function (question) { return question.result.done; }).length });
  }
  // ---- Clearing one question, and bringing it back.

  function offerClearing(question) {
    var kept = null, button = question.clearing = make("button", "small mq-clear");
    function lay() {
      button.hidden = !kept && !saved(question);
      button.textContent = kept ? words.unclear : words.clear;
    }
    button.type = "button";
    button.onclick = function () {
      var entry = kept;
      kept = entry ? null : saved(question);
      store.put("items", question.id, entry);
      controls(question).forEach(function (control) { if (isTick(control)) control.checked = false; else control.value = ""; });
      showGap(question, null);
      question.querySelector(".mq-say").textContent = "";
      question.result = null;
      unsure(question);
      unmark(question);
      if (entry && restore(question, entry.a) && entry.c === 1) show(question, judge(question), false);
      count();
      lay();
    };
    question.append(button);
    question.layClearing = function () { kept = null; lay(); };
    lay();
  }
  // A question that came back for review stands open, without its earlier answer, and leads on to the next.
  function backToReview(question) {
    var link = make("a", "mq-again", words["to-review"]);
    link.href = tag.dataset.root + "ulangan.html";
    question.querySelector(".mq-say").after(link);
  }
  // A word written in the other language counts, but the words of this page cannot judge it.
  function isOtherWord(question, entry) {
    return question.dataset.mq === "short-text" && fits(question, entry) && entry.r !== revision(question) && !!question.querySelector("li[data-key][data-accept]");
  }
  function putBack(question, entry) {
    if (!fits(question, entry) || !restore(question, entry.a)) sayChanged(question);
    else if (entry.c === 1 && !gap(question)) show(question, judge(question), false);
  }
  function enhance(question) {
    var button = make("button", "mq-check md-button", words.check), entry = saved(question);
    button.type = "button";
    button.onclick = function () { check(question); };
    question.querySelector(".mq-say").before(button);
    askSure(question, button);
    if (again === question.id) backToReview(question);
    else if (entry && !isOtherWord(question, entry)) putBack(question, entry);
    question.addEventListener("input", function (event) { // not "change": it comes as the button is pressed, and the button must not move then
      if (event.target.closest("textarea,.mq-sure")) return;
      showGap(question, null);
      question.querySelector(".mq-say").textContent = "";
      if (question.result || question.sureRow.hidden) unsure(question); // what was said of an answer not yet checked stays
      question.result = null;
      unmark(question);
      var before = saved(question), entry = fits(question, before) ? before : {}; // a question that changed takes no credit over
      entry.r = revision(question);
      entry.a = chosen(question);
      entry.c = 0;
      store.put("items", question.id, entry);
      question.layClearing();
      count();
    });
    offerClearing(question);
    question.addEventListener("keydown", function (event) {
      if (event.key === "Enter" && event.target.type === "text") check(question);
    });
  }

  // ---- A case: the scenes of the chosen road, one below the other.

  function tellCase(question) {
    var nodes = all(question, ".mq-node"), road = [nodes[0]], end = question.querySelector(".mq-say");
    function lay() {
      nodes.forEach(function (node) { node.hidden = road.indexOf(node) < 0; });
      road.forEach(function (node) { end.before(node); });
      all(question, ".mq-you").forEach(function (mark) { mark.remove(); });
      road.slice(1).forEach(function (node, at) {
        var way = all(road[at], ".mq-way").find(function (way) { return way.hash === "#" + node.id; });
        if (way) way.after(make("span", "mq-you", " (" + words.yours + ")"));
      });
    }
    function go(to) {
      var at = road.indexOf(to);
      if (at >= 0) road.length = at + 1; else road.push(to);
      lay();
    }
    var entry = saved(question);
    if (fits(question, entry)) {
      var names = entry.a.map(function (name) { return nodes.find(function (node) { return node.id === name; }); });
      if (names[0] === nodes[0] && names.indexOf(undefined) < 0) road = names;
    } else if (entry) sayChanged(question);
    question.addEventListener("click", function (event) {
      var way = event.target.closest(".mq-way"), to = way && document.getElementById(way.hash.slice(1));
      if (!to || nodes.indexOf(to) < 0) return;
      event.preventDefault();
      road.length = road.indexOf(way.closest(".mq-node")) + 1;
      go(to);
      to.focus({ preventScroll: true });
      to.scrollIntoView(); // a scene may be taller than the screen: it is read from its heading
      var before = saved(question), ended = !!to.querySelector(".mq-end") || fits(question, before) && before.c === 1; // who tries another road has been to an end
      store.put("items", question.id, { r: revision(question), a: road.map(function (node) { return node.id; }), c: ended ? 1 : 0, t: Date.now() });
    });
    function follow() {
      var node = nodes.find(function (node) { return "#" + node.id === location.hash; });
      if (node && node.hidden) { go(node); node.scrollIntoView(); }
    }
    addEventListener("hashchange", follow);
    addEventListener("beforeprint", function () { nodes.forEach(function (node) { end.before(node); }); }); // on paper all scenes, in the author's order
    addEventListener("afterprint", lay);
    lay();
    follow();
  }

  var counted = questions.filter(function (question) { return !/reflection|branching/.test(question.dataset.mq); });
  var total = make("p", "mq-total");
  counted.forEach(enhance);
  questions.forEach(function (question) { if (question.dataset.mq === "branching-case") tellCase(question); });
  if (counted.length > 1) { questions[questions.length - 1].after(total); count(); }
})();
