// Shows what the learner has done: in the menu, on the home page and a module's page, at the end of a lesson.
(function () {
  "use strict";
  var words = "WORDS", store = window.manusiawi, tag = document.currentScript;
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
    var pages = names(row.dataset.pages), items = names(row.dataset.items), revisions = names(row.dataset.revs);
    var answered = items.filter(function (id, at) {
      var entry = record.items[id];
      return entry && (entry.ok !== undefined || entry.c === 1) && revisions[at].split("/").indexOf(entry.r.slice(3)) >= 0; // a question that changed is to be answered anew
    });
    return {
      pages: pages.length, read: pages.filter(function (path) { return record.pages[path]; }).length,
      items: items.length, answered: answered.length,
      judged: answered.filter(function (id) { return record.items[id].ok !== undefined; }).length, // a branching case has roads, none of them right
      right: answered.filter(function (id) { return record.items[id].ok === 1; }).length
    };
  }
  function isDone(found) { return found.read === found.pages && found.answered === found.items; }
  function stateOf(found) {
    if (!found.read && !found.answered) return "";
    return fill(words[isDone(found) ? "module-done" : "module-state"], found);
  }
  function dueItems(record, now) {
    return Object.keys(record.items).filter(function (id) { return store.isDue(record.items[id], now); });
  }
  function dueText(count) { return fill(words.due, { count: count }); }
  // A link to the review page that says how many questions are due; null where none is.
  function dueLink(count) {
    if (!count) return null;
    var link = make("a", "", dueText(count));
    link.href = root + "ulangan.html";
    return link;
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
    box.onchange = function () {
      box.onblur = null;
      if (seen) seen.disconnect();
      store.put("pages", here, box.checked ? Date.now() : null);
    };
    store.onchange(lay);
    lay();
    store.place(here);
    if (box.checked || !window.IntersectionObserver) return;
    function tick() {
      box.onblur = null;
      seen.disconnect();
      if (!store.record().pages[here]) store.put("pages", here, Date.now());
    }
    var seen = new IntersectionObserver(function (entries) {
      if (!entries.some(function (entry) { return entry.isIntersecting; })) return;
      if (document.activeElement === box) box.onblur = tick; // 4.1.2: what was just read out as unticked must not change under the key
      else tick();
    });
    seen.observe(row); // not the pager: on a phone it stays at the foot of the screen
  }

  // ---- Lists: a row's own words stay until there is something to say; no word makes a line longer than it was.

  function lists() {
    var record = store.record();
    all("li[data-pages]").forEach(function (row) {
      var text = stateOf(counts(row, record)), state = row.querySelector(".state");
      state.dataset.first = state.dataset.first || state.textContent;
      state.textContent = text || state.dataset.first;
    });
    all(".rows:not(.now) a, .course a").forEach(function (link) {
      var place = link.closest(".rows li") ? link.closest("li").querySelector(".state") : link;
      if (!place) return;
      var mark = place.querySelector(".done"), read = record.pages[pathOf(link)];
      if (read && !mark) {
        mark = make("span", "done");
        mark.append(make("span", place === link ? "sr" : "", ", " + words.read));
        place.append(mark);
      }
      if (!read && mark) mark.remove();
    });
    all(".resume").forEach(function (box) {
      var place = record.place.lesson, link = box.querySelector("a"), said = box.querySelector(".due"), due = dueLink(dueItems(record, Date.now()).length);
      if (place) { link.href = root + place; link.textContent = words.resume; }
      if (!said) return;
      said.first = said.first || said.firstElementChild;
      said.textContent = "";
      said.append(due || said.first);
    });
  }

  window.manusiawiDone = { fill: fill, make: make, all: all, names: names, counts: counts, isDone: isDone, dueItems: dueItems, dueText: dueText, dueLink: dueLink };
  store.onchange(lists);
  function begin() { lists(); lesson(); }
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", begin); else begin();
})();
