// Keeps the whole course on this device when a button asks for it: tells the size first, shows how far it is, removes it again.
(function () {
  "use strict";
  var words = "WORDS", place = document.querySelector(".keeper"), language = document.documentElement.lang;
  if (!place) return;
  var home = new URL(place.dataset.home, location.href).href, said = place.querySelector(".keep-said");
  var bar = place.querySelector("progress"), label = place.querySelector("label"), line = place.querySelector(".keep-on");
  var rows = Array.from(place.querySelectorAll("[data-keep]")), listed = null, busy = false;
  var TYPES = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", txt: "text/plain" };
  place.querySelector(".noscript").remove();

  function fill(text, parts) { return text.replace(/{(\w+)}/g, function (_, name) { return parts[name]; }); }
  function number(bytes) { return (bytes / 1e6).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }); }
  function say(text) { said.textContent = text; }
  function closed(text) { rows[0].parentNode.hidden = true; say(text); }

  if (location.protocol === "file:") { closed(words.stick); return; }
  if (!navigator.serviceWorker || !window.caches) { closed(words["not-here"]); return; }
  var kept = window.manusiawiKept(home);

  // ---- What is kept, in words, and what can be done about it.

  function lay() {
    return kept.read().then(function (state) {
      rows.forEach(function (row) {
        var name = row.dataset.keep, now = listed[name], had = state[name], keep = row.querySelector("[data-do=keep]");
        var date = had && new Date(had.t).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" });
        var stale = had && now && now.v !== had.v;
        row.querySelector(".state").textContent = fill(words[had ? stale ? "stale" : "is-kept" : now ? "not-kept" : "not-yet"], { size: now ? number(now.bytes) : "", date: date });
        keep.textContent = words[had ? "renew" : "keep"];
        keep.hidden = had && !stale;
        keep.disabled = !now;
        keep.setAttribute("aria-disabled", busy); // not "disabled": that would drop the focus
        row.querySelector("[data-do=drop]").hidden = !had;
        row.querySelector("[data-do=drop]").setAttribute("aria-disabled", busy);
        row.querySelectorAll("button").forEach(function (button) { button.setAttribute("aria-label", button.textContent + ": " + row.querySelector("b").textContent); });
      });
    });
  }
  function look() {
    return fetch(home + "luring.json", { cache: "no-store" }).then(function (found) {
      if (!found.ok) throw new Error(found.status);
      return found.json();
    }).then(function (found) { listed = found; }, function () { listed = {}; }).then(lay).then(function () {
      return kept.read();
    }).then(function (state) {
      if (Object.keys(listed).length) return;
      if (Object.keys(state).length) say(words["no-network"]); else closed(words.absent);
    });
  }

  // ---- Keeping: fetch, unpack, store; nothing counts as kept before all of it is.

  function show(text, share) {
    label.textContent = text;
    bar.value = share;
  }
  function load(address) {
    return new Promise(function (done, failed) {
      if (window.fzstd) { done(); return; }
      var script = document.createElement("script");
      script.src = address;
      script.onload = done;
      script.onerror = failed;
      document.head.append(script);
    });
  }
  // The packed file's bytes; the reader sees how many have come.
  function receive(entry) {
    return fetch(home + entry.file + "?" + entry.v, { cache: "no-store" }).then(function (found) {
      if (!found.ok || !found.body) throw new Error(found.status);
      var reader = found.body.getReader(), parts = [], size = 0;
      return reader.read().then(function next(part) {
        if (part.done) return new Response(new Blob(parts)).arrayBuffer(); // blob.arrayBuffer() needs Chrome 76
        parts.push(part.value);
        size += part.value.length;
        show(fill(words.loading, { done: number(size), size: number(entry.bytes) }), .7 * Math.min(size / entry.bytes, 1));
        return reader.read().then(next);
      });
    });
  }
  function typeOf(name) {
    var ending = name.split(".").pop();
    return TYPES[ending] ? TYPES[ending] + ";charset=utf-8" : "image/" + ending.replace("jpg", "jpeg");
  }
  function unpack(buffer, entry) {
    var found = JSON.parse(new TextDecoder().decode(window.fzstd.decompress(new Uint8Array(buffer))));
    if (found.v !== entry.v) throw new Error("another version");
    Object.keys(found.pictures).forEach(function (name) {
      found.files[name] = Uint8Array.from(atob(found.pictures[name]), function (letter) { return letter.charCodeAt(0); });
    });
    return found.files;
  }
  function store(cache, files) {
    var names = Object.keys(files), at = 0;
    return (function next() {
      if (at >= names.length) return Promise.resolve();
      show(fill(words.storing, { done: at, count: names.length }), .7 + .3 * at / names.length);
      return Promise.all(names.slice(at, at += 10).map(function (name) {
        return cache.put(home + name, new Response(files[name], { headers: { "content-type": typeOf(name) } }));
      })).then(next);
    })();
  }
  function keep(name) {
    var entry = listed[name];
    return Promise.all([receive(entry), load(place.dataset.unpack), kept.read().then(kept.clean)]).then(function (all) {
      var files = unpack(all[0], entry);
      return kept.open(name, entry.v).then(function (cache) { return store(cache, files); }).then(function () {
        return kept.open(name, entry.v); // anew: another tab may have cleaned it away meanwhile
      }).then(function (cache) { return cache.keys(); }).then(function (stored) {
        if (stored.length < Object.keys(files).length) throw new Error("incomplete");
      });
    }).then(function () {
      return navigator.serviceWorker.register(home + "sw.js", { updateViaCache: "none" });
    }).then(function () { return navigator.serviceWorker.ready; }).then(function (worker) {
      return kept.read().then(function (state) {
        state[name] = { v: entry.v, t: Date.now() };
        return kept.write(state).then(function () { return kept.clean(state); });
      }).then(function () {
        worker.active.postMessage("kept");
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist(); // else a full device may drop it unasked
      });
    });
  }
  function drop(name) {
    return kept.read().then(function (state) {
      delete state[name];
      return kept.write(state).then(function () { return kept.clean(state); }).then(function () {
        if (Object.keys(state).length) return;
        return navigator.serviceWorker.getRegistration(home).then(function (worker) { return worker && worker.unregister(); });
      });
    });
  }

  // ---- The buttons.

  function act(work, row, done, failed) {
    var pressed = document.activeElement;
    busy = true;
    say("");
    var title = row.querySelector("b").textContent;
    return lay().then(function () { return work(row.dataset.keep); }).then(function () {
      busy = false;
      return lay().then(function () { say(fill(done, { title: title })); });
    }, function (error) {
      busy = false;
      return kept.read().then(kept.clean).catch(function () { /* next time */ }).then(lay).then(function () {
        say(error && error.name === "QuotaExceededError" ? words.full : failed);
      });
    }).then(function () {
      line.hidden = true;
      var button = row.querySelector("button:not([hidden])");
      if (pressed.hidden && button && (document.activeElement === pressed || document.activeElement === document.body))
        button.focus({ preventScroll: true }); // the one that was pressed is gone; whoever reads on elsewhere is left there
    });
  }
  place.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]"), row = event.target.closest("[data-keep]");
    if (!button || busy) return;
    if (button.dataset.do === "drop" && !confirm(fill(words["drop-sure"], { title: row.querySelector("b").textContent }))) return;
    if (button.dataset.do === "drop") { act(drop, row, words.dropped, words.failed); return; }
    row.append(line);
    line.hidden = false;
    show(fill(words.loading, { done: number(0), size: number(listed[row.dataset.keep].bytes) }), 0);
    act(keep, row, words.done, words.failed);
  });
  look();
})();
