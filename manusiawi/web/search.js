// Runs the search page: loads library and index on the first search, shows results, keeps the query in the address.
(function () {
  "use strict";
  var words = "WORDS", SHOWN = 10, search = window.manusiawiSearch = { texts: {} }, place = document.querySelector(".find");
  if (!place) return;
  var form = place.querySelector("form"), field = form.querySelector("input"), status = place.querySelector(".find-status");
  var list = place.querySelector("ol"), more = place.querySelector(".find-more"), loading = {}, engine, turn = 0;
  place.querySelector(".noscript").remove();

  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text || "";
    return element;
  }
  function say(phrase, parts) {
    return phrase.replace(/{(\w+)}/g, function (gap, name) { return parts[name]; });
  }
  function tell(text) {
    status.textContent = ""; // emptied first, so that the same words are heard again
    requestAnimationFrame(function () { status.textContent = text; });
  }
  // A script element works from file://, where fetch does not.
  function load(address) {
    return loading[address] = loading[address] || new Promise(function (done, failed) {
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = function () { delete loading[address]; script.remove(); failed(new Error(address)); };
      document.head.append(script);
    });
  }
  function ready() {
    return Promise.all([load(place.dataset.engine), load(place.dataset.index)]).then(function () {
      engine = engine || search.open(search.index);
    });
  }

  // ---- The query, in the field and in the part of the address that no browser sends to a server

  function query() { return (new URLSearchParams(location.hash.slice(1)).get("q") || new URLSearchParams(location.search).get("q") || "").trim(); }
  form.onsubmit = function (event) {
    event.preventDefault();
    var asked = field.value.trim();
    if (!asked) { tell(words.empty); field.focus(); return; }
    if (asked === query()) run(asked); else location.hash = "q=" + encodeURIComponent(asked);
  };
  window.addEventListener("hashchange", function () { field.value = query(); run(query()); });

  function run(asked) {
    var mine = ++turn;
    list.textContent = "";
    more.hidden = true;
    if (!asked) { tell(""); return; }
    if (!engine) tell(words.loading);
    ready().then(function () { if (mine === turn) show(asked, engine.find(asked)); }, function () { if (mine === turn) tell(words.failed); });
  }

  // ---- The results

  function show(asked, found) {
    var told = [say(found.results.length ? found.results.length === 1 ? words.one : words.many : words.none, { count: found.results.length, query: asked })];
    found.asked.forEach(function (term) {
      if (term.near && term.near.length) told.push(say(words.near, { word: term.word, near: term.near.join(", ") }));
      else if (!term.families.length) told.push(say(words.lost, { word: term.word }));
    });
    if (!found.whole) told.push(words.some);
    tell(told.join(" "));
    var rest = found.results.slice();
    function next() {
      var rows = rest.splice(0, SHOWN).map(function (result) { return row(result, found.families); });
      rows.forEach(function (item) { list.append(item); });
      more.hidden = !rest.length;
      return rows[0];
    }
    next();
    more.onclick = function () { next().querySelector("a").focus(); };
  }
  function row(result, families) {
    var item = make("li"), title = make("b"), link = make("a", "", result.title);
    link.href = result.page + ".html" + (result.anchor ? "#" + result.anchor : "");
    title.append(link);
    item.append(title);
    if (result.place) item.append(make("br"), make("span", "state", result.place));
    seen(item, function () {
      load(place.dataset.texts + result.text + ".js?" + place.dataset.index.split("?")[1]).then(function () { item.append(passage(result, families)); }, function () { /* title and place remain */ });
    });
    return item;
  }
  // Sentences are loaded for the results that come into view.
  var watcher = window.IntersectionObserver && new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) {
      if (!entry.isIntersecting) return;
      watcher.unobserve(entry.target);
      entry.target.inView();
    });
  });
  function seen(item, then) {
    item.inView = then;
    if (watcher) watcher.observe(item); else then();
  }
  function passage(result, families) {
    var parts = search.texts[result.text];
    if (result.anchor && result.text === result.page) parts = parts.filter(function (part) { return part[0] === result.anchor; });
    var found = engine.passage(parts, families), made = make("div", "find-hit"), text = make("p");
    if (found.anchor && found.anchor !== result.anchor) {
      var link = make("a", "", found.title);
      link.href = result.page + ".html#" + found.anchor;
      made.append(link);
    }
    found.pieces.forEach(function (piece) { text.append(piece[1] ? make("mark", "", piece[0]) : piece[0]); });
    made.append(text);
    if (found.lesson.length) {
      var lesson = make("a", "", say(words.lesson, { title: found.lesson[0] }));
      lesson.href = found.lesson[1];
      made.append(lesson);
    }
    return made;
  }

  field.value = query();
  run(query());
})();
