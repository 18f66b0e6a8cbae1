// Fills in the pages of progress, review and record.
(function () {
  "use strict";
  var words = "WORDS", store = window.manusiawi, files = window.manusiawiFiles, done = window.manusiawiDone;
  if (!store || !done) return;
  var fill = done.fill, make = done.make, all = done.all, names = done.names;

  // ---- The page of progress.

  function progress(box) {
    var record = store.record(), sum = { pages: 0, read: 0, items: 0, answered: 0, judged: 0, right: 0, done: 0, modules: 0 };
    all("li[data-pages]", box).forEach(function (row) {
      var found = done.counts(row, record);
      Object.keys(found).forEach(function (name) { sum[name] += found[name]; });
      sum.modules++;
      if (done.isDone(found)) sum.done++;
      all(".steps span", row).forEach(function (step, at) { step.className = at < found.read ? "full" : ""; });
    });
    box.querySelector(".total").textContent = fill(words.total, sum);
    box.querySelector(".mq-note").textContent = store.trouble ? words[store.trouble] : "";
    var due = box.querySelector(".due");
    due.textContent = "";
    due.append(done.dueLink(done.dueItems(record, Date.now()).length) || words["none-due"]);
    var shown = Object.create(null);
    Object.keys(record.items).forEach(function (id) {
      var entry = record.items[id];
      if (entry.ok !== 0) return;
      (entry.m || []).filter(function (belief, at, those) { return those.indexOf(belief) === at; }).forEach(function (belief) {
        shown[belief] = shown[belief] || [0, 0];
        shown[belief][entry.s === 1 ? 0 : 1]++;
      });
    });
    all("tr[data-m]", box).forEach(function (row) {
      var found = shown[row.dataset.m];
      row.hidden = !found;
      if (found) all("td", row).forEach(function (cell, at) { cell.textContent = found[at]; });
    });
    box.querySelector(".beliefs").hidden = !box.querySelector("tr[data-m]:not([hidden])");
  }

  // ---- Taking the record along, and taking it away.

  function tools(box) {
    var place = box.querySelector(".record-tools"), note = make("p", "mq-note"), undo = null;
    note.setAttribute("role", "status");
    function button(text, action, kind) {
      var made = make("button", kind || "md-button", text);
      made.type = "button";
      made.onclick = action;
      return made;
    }
    function say(text) { note.textContent = ""; requestAnimationFrame(function () { note.textContent = store.trouble ? words[store.trouble] : text; }); }
    function offer(before, text) {
      if (undo) undo.remove();
      undo = button(words.undo, function () {
        store.replace(before);
        undo.remove();
        undo = null;
        place.querySelector("button").focus();
        say(words.undone);
      });
      note.after(undo);
      undo.focus();
      say(text);
    }
    function reset(row) {
      var record = store.record();
      (row ? names(row.dataset.pages) : Object.keys(record.pages)).forEach(function (path) { delete record.pages[path]; });
      if (row) {
        var slug = names(row.dataset.pages)[0].split("/")[0];
        Object.keys(record.items).forEach(function (id) { if (names(row.dataset.items).indexOf(id) >= 0 || names(row.dataset.more).indexOf(id) >= 0) delete record.items[id]; });
        if ((record.place.lesson || "").indexOf(slug + "/") === 0) delete record.place.lesson;
      } else {
        record = store.empty();
        store.forgetSpoilt();
      }
      offer(store.replace(record), row ? fill(words["module-reset"], { title: row.querySelector("a").textContent }) : words["all-reset"]);
    }
    var which = make("select"), rows = all("li[data-pages]", box);
    which.id = "modul-kosong";
    rows.forEach(function (row) { which.append(make("option", "", row.querySelector("a").textContent)); });
    var one = make("label", "mq-in", words["reset-which"]);
    one.htmlFor = which.id;
    var file = make("input");
    file.type = "file";
    file.accept = ".json,application/json";
    file.id = "berkas";
    file.onchange = function () {
      var chosen = file.files[0];
      file.value = "";
      if (!chosen) return;
      if (chosen.size > 2e6) { say(words["file-large"]); return; }
      new Response(chosen).text().then(function (text) { // chosen.text() needs Chrome 76
        var found = store.fromText(text);
        if (!found) { say(words["file-foreign"]); return; }
        offer(store.replace(found), words["file-read"]);
      }, function () { say(words["file-unread"]); });
    };
    var label = make("label", "mq-in", words["import"]);
    label.htmlFor = file.id;
    place.append(make("h2", "", words.tools), note, button(words["export"], function () {
      files.save("manusiawi-kemajuan.json", "application/json", store.asText());
      say(words.exported);
    }), label, file, one, which, button(words["reset-module"], function () { reset(rows[which.selectedIndex]); }, "small"), button(words["reset-all"], function () { reset(null); }, "small"));
  }

  // ---- Review: what is due, the oldest day first, the modules of a day in turn; a sitting's worth at a time.

  var AT_A_TIME = 10;
  function inTurn(ids, record, moduleOf) {
    var days = {}, turns = {};
    function day(id) { return Math.floor(store.due(record.items[id]) / files.DAY); }
    ids.slice().sort(function (one, other) { return store.due(record.items[one]) - store.due(record.items[other]); }).forEach(function (id) {
      var name = day(id) + " " + moduleOf(id);
      days[name] = (days[name] || 0) + 1;
      turns[id] = days[name];
    });
    return Object.keys(turns).sort(function (one, other) {
      return day(one) - day(other) || turns[one] - turns[other] || store.due(record.items[one]) - store.due(record.items[other]);
    });
  }
  function review(box) {
    var record = store.record(), now = Date.now(), later = make("details"), rows = {};
    all("section [data-item]", box).forEach(function (row) { rows[row.dataset.item] = row; });
    var gone = done.dueItems(record, now).filter(function (id) { return !rows[id]; })[0];
    if (gone) { // a question that the course asks no more is due no more, on the home page too; each such change lays this page anew
      store.put("items", gone, Object.assign({}, record.items[gone], { t: 0 }));
      return;
    }
    function moduleOf(id) { return rows[id].closest("section").querySelector("h2").textContent; }
    var due = inTurn(done.dueItems(record, now), record, moduleOf);
    function list(ids) {
      var made = make("ol", "rows now");
      ids.forEach(function (id) {
        var item = make("li"), bold = make("b");
        bold.append(rows[id].querySelector("a").cloneNode(true));
        item.append(bold, make("br"), make("span", "state", moduleOf(id) + ". " + words[record.items[id].ok ? "was-right" : "was-wrong"]));
        made.append(item);
      });
      return made;
    }
    var place = box.querySelector(".due-now") || make("div", "due-now"), rest = due.slice(AT_A_TIME);
    place.textContent = "";
    if (due.length) place.append(list(due.slice(0, AT_A_TIME)));
    if (rest.length) {
      later.append(make("summary", "", fill(words["for-later"], { count: rest.length })), list(rest));
      later.lastChild.start = AT_A_TIME + 1;
      place.append(later);
    }
    if (!place.parentNode) box.append(place);
    var next = Object.keys(record.items).filter(function (id) { return !store.isDue(record.items[id], now); })
      .map(function (id) { return store.due(record.items[id]); }).filter(Boolean).sort(function (a, b) { return a - b; })[0];
    box.querySelector(".mq-note").textContent = due.length ? done.dueText(due.length) :
      next ? fill(words["next-due"], { date: new Date(next).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" }) }) : words["no-review"];
  }
  function reminders(box) {
    var button = make("button", "md-button", words.remind);
    button.type = "button";
    button.onclick = function () {
      var today = new Date();
      files.calendar("manusiawi-ulangan.ics", [1, 7, 30, 90].map(function (days, at) {
        return { date: new Date(Date.UTC(today.getFullYear(), today.getMonth(), today.getDate() + days)), title: words["remind-title"], text: words[["remind-1", "remind-2", "remind-3", "remind-4"][at]] };
      }));
      said.textContent = words.exported;
    };
    var said = make("p", "mq-note");
    said.setAttribute("role", "status");
    box.append(make("h2", "", words["remind-lead"]), button, said);
  }

  // ---- The record of learning.

  function recordPage(box) {
    var record = store.record();
    all("tr[data-pages]", box).forEach(function (row) {
      var found = done.counts(row, record), cells = all("td", row);
      [fill(words.of, { n: found.read, total: found.pages }), fill(words.of, { n: found.answered, total: found.items }), fill(words.of, { n: found.right, total: found.judged })]
        .forEach(function (text, at) { cells[at].textContent = text; });
    });
    testsDone(box.querySelector(".record-tests"), record.tests, day);
    var times = Object.keys(record.pages).map(function (path) { return record.pages[path]; })
      .concat(Object.keys(record.items).map(function (id) { return record.items[id].t; }), Object.keys(record.tests).map(function (form) { return record.tests[form].done; }))
      .filter(Boolean).sort(function (a, b) { return a - b; });
    function day(time) { return new Date(time).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" }); }
    box.querySelector(".made").textContent = times.length ? fill(words["record-made"], { first: day(times[0]), last: day(times[times.length - 1]), today: day(Date.now()) }) : words["record-empty"];
  }

  // The results of the tests before and after, as they were on their day.
  function testsDone(place, tests, day) {
    place.textContent = "";
    [["a", "test-before"], ["b", "test-after"]].forEach(function (pair) {
      var sitting = tests[pair[0]];
      if (!sitting || sitting.done === undefined || !sitting.n) return;
      if (!place.firstChild) place.append(make("h2", "", words.tests));
      place.append(make("p", "", fill(words[pair[1]], { date: day(sitting.done), right: sitting.n[0], total: sitting.n[1] })));
    });
  }

  var kinds = { progress: progress, review: review, record: recordPage };
  var boxes = all("[data-script]");
  boxes.forEach(function (box) {
    var note = box.querySelector(".noscript");
    if (note) note.remove();
    if (box.dataset.script === "progress") tools(box);
    if (box.dataset.script === "record") {
      var print = make("button", "md-button", words.print);
      print.type = "button";
      print.onclick = function () { window.print(); };
      box.append(print);
    }
  });
  function lay() { boxes.forEach(function (box) { if (kinds[box.dataset.script]) kinds[box.dataset.script](box); }); }
  store.onchange(lay);
  lay();
  boxes.forEach(function (box) { if (box.dataset.script === "review") reminders(box); });
})();
