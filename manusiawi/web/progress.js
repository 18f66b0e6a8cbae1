// Fills in what the learner has done: on the home page, a module's page, in the menu, on the pages of progress, review and record.
(function () {
  "use strict";
  var words = "WORDS", store = window.manusiawi, files = window.manusiawiFiles, tag = document.currentScript;
  if (!store || !tag) return;
  var here = tag.dataset.page, root = new URL(tag.dataset.root, location.href).href;

  function fill(text, parts) { return text.replace(/{(\w+)}/g, function (_, name) { return parts[name]; }); }
  function make(name, kind, text) {
    var element = document.createElement(name);
    if (kind) element.className = kind;
    element.textContent = text || "";
    return element;
  }
  function all(selector, under) { return Array.from((under || document).querySelectorAll(selector)); }
  function names(text) { return text ? text.split(" ") : []; }
  function pathOf(link) { return link.href.split(/[?#]/)[0].replace(root, ""); }
  // What a module's row counts: pages read, questions answered, questions right.
  function counts(row, record) {
    var pages = names(row.dataset.pages), items = names(row.dataset.items);
    var answered = items.filter(function (id) { return record.items[id] && (record.items[id].ok !== undefined || record.items[id].c === 1); });
    return {
      pages: pages.length, read: pages.filter(function (path) { return record.pages[path]; }).length,
      items: items.length, answered: answered.length, right: answered.filter(function (id) { return record.items[id].ok === 1; }).length
    };
  }
  function isDone(found) { return found.read === found.pages && found.answered === found.items; }
  function stateOf(found) {
    if (!found.read && !found.answered) return "";
    return fill(words[isDone(found) ? "module-done" : "module-state"], found);
  }
  function dueItems(record, now) {
    return Object.keys(record.items).filter(function (id) { var due = store.due(record.items[id]); return due !== null && due <= now; });
  }

  // ---- A lesson: read once its end was in view, said in words, and undone by the same box.

  function lesson() {
    var end = document.getElementById("pokok"), pager = document.querySelector(".pager");
    if (!end || !pager || !here) return;
    var row = make("label", "mq-o read"), box = make("input");
    box.type = "checkbox";
    row.append(box, make("span", "", words["is-read"]));
    pager.before(row);
    function lay() { box.checked = !!store.record().pages[here]; }
    box.onchange = function () { store.put("pages", here, box.checked ? Date.now() : null); };
    store.onchange(lay);
    lay();
    store.place(here);
    if (box.checked || !window.IntersectionObserver) return;
    var seen = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      seen.disconnect();
      if (!store.record().pages[here]) store.put("pages", here, Date.now());
    });
    seen.observe(row); // not the pager: on a phone it stays at the foot of the screen
  }

  // ---- Lists: a row's own words stay until there is something to say.

  function lists() {
    var record = store.record();
    all("li[data-pages]").forEach(function (row) {
      var text = stateOf(counts(row, record)), state = row.querySelector(".state");
      state.dataset.first = state.dataset.first || state.textContent;
      state.textContent = text || state.dataset.first;
    });
    all(".rows a, .course a").forEach(function (link) {
      var mark = link.querySelector(".done"), read = record.pages[pathOf(link)];
      if (read && !mark) link.append(make("span", "done", " (" + words.read + ")"));
      if (!read && mark) mark.remove();
    });
    all(".resume").forEach(function (box) {
      var place = record.place.lesson, due = dueItems(record, Date.now()).length, link = box.querySelector("a");
      if (place) { link.href = root + place; link.textContent = words.resume; }
      var said = box.querySelector(".due") || box.appendChild(make("p", "due"));
      said.textContent = "";
      if (due) {
        var more = make("a", "", fill(words.due, { count: due }));
        more.href = root + "ulangan.html";
        said.append(more);
      }
    });
  }

  // ---- The page of progress.

  function progress(box) {
    var record = store.record(), sum = { pages: 0, read: 0, items: 0, answered: 0, right: 0, done: 0, modules: 0 };
    all("li[data-pages]", box).forEach(function (row) {
      var found = counts(row, record);
      Object.keys(found).forEach(function (name) { sum[name] += found[name]; });
      sum.modules++;
      if (isDone(found)) sum.done++;
      var band = row.querySelector(".steps") || row.appendChild(make("span", "steps"));
      band.setAttribute("aria-hidden", "true"); // the words beside it say the same
      band.textContent = "";
      row.querySelector(".small").hidden = !found.read && !found.answered;
      for (var at = 0; at < found.pages; at++) band.append(make("span", at < found.read ? "full" : ""));
    });
    box.querySelector(".total").textContent = fill(words.total, sum);
    box.querySelector(".mq-note").textContent = store.trouble ? words[store.trouble] : "";
    var due = dueItems(record, Date.now()).length, said = box.querySelector(".due");
    said.textContent = "";
    if (due) {
      var link = make("a", "", fill(words.due, { count: due }));
      link.href = said.dataset.href;
      said.append(link);
    } else said.textContent = words["none-due"];
    var shown = {};
    Object.keys(record.items).forEach(function (id) {
      var entry = record.items[id];
      if (entry.ok !== 0) return;
      (entry.m || []).forEach(function (belief) {
        shown[belief] = shown[belief] || [0, 0];
        shown[belief][entry.s === 1 ? 0 : 1]++;
      });
    });
    all("tr[data-m]", box).forEach(function (row) {
      var found = shown[row.dataset.m];
      row.hidden = !found;
      if (found) all("td", row).forEach(function (cell, at) { cell.textContent = found[at]; });
    });
    box.querySelector(".beliefs").hidden = !Object.keys(shown).length;
  }

  // ---- Taking the record along, and taking it away.

  function tools(box) {
    var place = box.querySelector(".record-tools"), note = box.querySelector(".mq-note"), undo = null;
    function button(text, action) {
      var made = make("button", "md-button", text);
      made.type = "button";
      made.onclick = action;
      return made;
    }
    function say(text) { note.textContent = ""; requestAnimationFrame(function () { note.textContent = text; note.scrollIntoView({ block: "nearest" }); }); }
    function offer(before, text) {
      if (undo) undo.remove();
      undo = button(words.undo, function () { store.replace(before); undo.remove(); undo = null; say(words.undone); });
      place.append(undo);
      undo.focus();
      say(text);
    }
    function reset(row) {
      var record = store.record();
      (row ? names(row.dataset.pages) : Object.keys(record.pages)).forEach(function (path) { delete record.pages[path]; });
      if (row) {
        var slug = names(row.dataset.pages)[0].split("/")[0];
        Object.keys(record.items).forEach(function (id) { if (names(row.dataset.items).indexOf(id) >= 0 || row.dataset.more.indexOf(" " + id + " ") >= 0) delete record.items[id]; });
        if ((record.place.lesson || "").indexOf(slug + "/") === 0) delete record.place.lesson;
      } else record = store.empty();
      offer(store.replace(record), row ? fill(words["module-reset"], { title: row.querySelector("a").textContent }) : words["all-reset"]);
    }
    all("li[data-pages]", box).forEach(function (row) {
      row.dataset.more = row.dataset.more || "";
      var one = button(words["reset-module"], function () { reset(row); });
      one.className = "small";
      one.hidden = true;
      one.setAttribute("aria-label", words["reset-module"] + ": " + row.querySelector("a").textContent);
      row.append(one);
    });
    var file = make("input");
    file.type = "file";
    file.accept = ".json,application/json";
    file.id = "berkas";
    file.onchange = function () {
      var chosen = file.files[0];
      file.value = "";
      if (!chosen) return;
      if (chosen.size > 2e6) { say(words["file-large"]); return; }
      chosen.text().then(function (text) {
        var found = store.fromText(text);
        if (!found) { say(words["file-foreign"]); return; }
        offer(store.replace(found), words["file-read"]);
      }, function () { say(words["file-unread"]); });
    };
    var label = make("label", "mq-in", words["import"]);
    label.htmlFor = file.id;
    place.append(make("h2", "", words.tools), button(words["export"], function () {
      files.save("manusiawi-kemajuan.json", "application/json", store.asText());
      say(words.exported);
    }), label, file, button(words["reset-all"], function () { reset(null); }));
  }

  // ---- Review: what is due, the oldest first, mixed across modules.

  function review(box) {
    var record = store.record(), now = Date.now(), due = dueItems(record, now), list = box.querySelector(".now") || make("ol", "rows now");
    due = due.filter(function (id) { return box.querySelector("[data-item='" + id + "']"); })
      .sort(function (one, other) { return store.due(record.items[one]) - store.due(record.items[other]); });
    list.textContent = "";
    due.forEach(function (id) {
      var row = box.querySelector("section [data-item='" + id + "']"), entry = record.items[id], made = make("li");
      var link = row.querySelector("a").cloneNode(true), module = row.closest("section").querySelector("h2").textContent;
      var bold = make("b");
      bold.append(link);
      made.append(bold, make("br"), make("span", "state", module + ". " + words[entry.ok ? "was-right" : "was-wrong"]));
      list.append(made);
    });
    all("section", box).forEach(function (section) { section.hidden = true; });
    if (!list.parentNode) box.append(list);
    var next = Object.keys(record.items).map(function (id) { return store.due(record.items[id]); })
      .filter(function (time) { return time !== null && time > now; }).sort(function (a, b) { return a - b; })[0];
    box.querySelector(".mq-note").textContent = due.length ? fill(words.due, { count: due.length }) :
      next ? fill(words["next-due"], { date: new Date(next).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" }) }) : words["no-review"];
  }
  function reminders(box) {
    var button = make("button", "md-button", words.remind);
    button.type = "button";
    button.onclick = function () {
      files.calendar("manusiawi-ulangan.ics", [1, 7, 30, 90].map(function (days, at) {
        return { date: new Date(Date.now() + days * files.DAY), title: words["remind-title"], text: words[["remind-1", "remind-2", "remind-3", "remind-4"][at]] };
      }));
    };
    box.append(make("h2", "", words["remind-lead"]), button);
  }

  // ---- The record of learning.

  function recordPage(box) {
    var record = store.record();
    all("tr[data-pages]", box).forEach(function (row) {
      var found = counts(row, record), cells = all("td", row);
      [fill(words.of, { n: found.read, total: found.pages }), fill(words.of, { n: found.answered, total: found.items }), String(found.right)]
        .forEach(function (text, at) { cells[at].textContent = text; });
    });
    testsDone(box.querySelector(".record-tests"), record.tests, day);
    var times = Object.keys(record.pages).map(function (path) { return record.pages[path]; }).sort();
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
  function lay() {
    lists();
    boxes.forEach(function (box) { if (kinds[box.dataset.script]) kinds[box.dataset.script](box); });
  }
  store.onchange(lay);
  lay();
  boxes.forEach(function (box) { if (box.dataset.script === "review") reminders(box); });
  lesson();
})();
