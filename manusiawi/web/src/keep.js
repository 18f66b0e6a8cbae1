// Keeps the whole course on this device when a button asks for it: tells the size first, shows how far it is, removes it again.
import { all, day, fill, language, load, one } from "./base/page.js";
import { keptAt } from "./base/kept.js";
import { trusted } from "./base/trusted.js";

const words = WORDS_KEEP;
const TYPES = { html: "text/html", css: "text/css", js: "text/javascript", svg: "image/svg+xml", txt: "text/plain" };

/** Starts the page that keeps the course, where this is it. */
export function keep() {
  const place = one(".keeper");
  if (!place) return;
  const home = new URL(place.dataset.home, location.href).href, said = one(".keep-said", place), rows = all("[data-keep]", place);
  const bar = one("progress", place), label = one("label", place), line = one(".keep-on", place);
  let listed = /** @type {Object<string, KeptFile>} */ ({}), busy = false;
  one(".noscript", place).remove();

  function number(bytes) { return (bytes / 1e6).toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 }); }
  function tell(text) { said.textContent = text; }
  function closed(text) { rows[0].parentNode.hidden = true; tell(text); }

  if (location.protocol === "file:") { closed(words.stick); return; }
  if (!navigator.serviceWorker || !window.caches || !window.crypto || !crypto.subtle) { closed(words["not-here"]); return; }
  const kept = keptAt(home);

  // ---- What is kept, in words, and what can be done about it.

  function lay() {
    return kept.held().then(state => {
      rows.forEach(row => {
        const name = row.dataset.keep, now = listed[name], had = state[name], keep = one("[data-do=keep]", row);
        const date = had && day(had.t);
        const stale = had && now && now.v !== had.v;
        one(".state", row).textContent = fill(words[had ? stale ? "stale" : "is-kept" : now ? "not-kept" : "not-yet"], { size: now ? number(now.bytes) : "", date });
        keep.textContent = words[had ? "renew" : "keep"];
        keep.hidden = had && !stale;
        keep.disabled = !now;
        keep.setAttribute("aria-disabled", busy); // not "disabled": that would drop the focus
        one("[data-do=drop]", row).hidden = !had;
        one("[data-do=drop]", row).setAttribute("aria-disabled", busy);
        row.querySelectorAll("button").forEach(button => { button.setAttribute("aria-label", `${button.textContent}: ${one("b", row).textContent}`); });
      });
    });
  }
  // What can be kept, as the site lists it now.
  function list() {
    return fetch(`${home}luring.json`, { cache: "no-store" }).then(found => {
      if (!found.ok) throw new Error(`${found.status}`);
      return found.json();
    }).then(found => { listed = found && typeof found === "object" ? found : {}; });
  }
  function look() {
    return list().catch(() => { listed = {}; }).then(lay).then(() => kept.held()).then(state => {
      if (Object.keys(listed).length) return;
      if (Object.keys(state).length) tell(words["no-network"]); else closed(words.absent);
    });
  }

  // ---- Keeping: fetch, compare, unpack, store; nothing counts as kept before all of it is.

  function show(text, share) {
    label.textContent = text;
    bar.value = share;
  }
  // The packed file's bytes; the reader sees how many have come.
  function receive(entry) {
    return fetch(`${home + entry.file}?${entry.v}`, { cache: "no-store" }).then(found => {
      if (!found.ok || !found.body) throw new Error(`${found.status}`);
      const reader = found.body.getReader();
      const parts = [];
      let size = 0;
      return reader.read().then(function next(part) {
        if (part.done) return new Response(new Blob(parts)).arrayBuffer(); // blob.arrayBuffer() needs Chrome 76
        parts.push(part.value);
        size += part.value.length;
        show(fill(words.loading, { done: number(size), size: number(entry.bytes) }), .7 * Math.min(size / entry.bytes, 1));
        return reader.read().then(next);
      });
    });
  }
  // Whether the bytes are those that were published: the unpacker makes other text of a bit that fell over, without an error.
  function compare(buffer, entry) {
    return crypto.subtle.digest("SHA-256", buffer).then(sum => {
      const found = Array.from(new Uint8Array(sum), byte => byte.toString(16).padStart(2, "0")).join("");
      if (found !== entry.sha256) throw Object.assign(new Error(found), { name: "DamagedError" });
      return { buffer, entry };
    });
  }
  // The compared bytes; where they differ, once more, by the list of now: a newer course may have come while the page was open.
  function whole(name) {
    function get() {
      const entry = listed[name];
      return receive(entry).then(buffer => compare(buffer, entry));
    }
    return get().catch(error => {
      if (error.name !== "DamagedError") throw error;
      return list().then(get);
    });
  }
  function typeOf(name) {
    return `${TYPES[name.split(".").pop()]};charset=utf-8`;
  }
  function unpack(buffer, entry) {
    const found = JSON.parse(new TextDecoder().decode(fzstd.decompress(new Uint8Array(buffer))));
    if (found.v !== entry.v) throw new Error("another version");
    Object.keys(found.pictures).forEach(name => {
      const bytes = Uint8Array.from(atob(found.pictures[name]), letter => letter.charCodeAt(0));
      found.files[name] = new Blob([bytes], { type: found.types[name] });
    });
    return found.files;
  }
  function store(cache, files) {
    const names = Object.keys(files);
    let at = 0;
    return (function next() {
      if (at >= names.length) return Promise.resolve();
      show(fill(words.storing, { done: at, count: names.length }), .7 + .3 * at / names.length);
      return Promise.all(names.slice(at, at += 10).map(name => cache.put(home + name, new Response(files[name], { headers: { "content-type": files[name].type || typeOf(name) } })))).then(next);
    })();
  }
  function fetchAll(name) {
    let entry = /** @type {KeptFile} */ (listed[name]);
    return Promise.all([whole(name), load(place.dataset.unpack), kept.read().then(kept.clean)]).then(all => {
      entry = all[0].entry;
      const files = unpack(all[0].buffer, entry);
      return kept.open(name, entry.v).then(cache => store(cache, files)).then(() => {
        return kept.open(name, entry.v); // anew: another tab may have cleaned it away meanwhile
      }).then(cache => cache.keys()).then(stored => {
        if (stored.length < Object.keys(files).length) throw new Error("incomplete");
        return stored.length;
      });
    }).then(count => navigator.serviceWorker.register(trusted(`${home}sw.js`), { updateViaCache: "none" }).then(() => navigator.serviceWorker.ready).then(worker => {
      return kept.read().then(state => {
        state[name] = { v: entry.v, t: Date.now(), n: count };
        return kept.write(state).then(() => kept.clean(state));
      }).then(() => {
        if (worker.active) worker.active.postMessage("kept");
        if (navigator.storage && navigator.storage.persist) navigator.storage.persist(); // else a full device may drop it unasked
      });
    }));
  }
  function drop(name) {
    return kept.read().then(state => {
      delete state[name];
      return kept.write(state).then(() => kept.clean(state)).then(() => {
        if (Object.keys(state).length) return;
        return navigator.serviceWorker.getRegistration(home).then(worker => worker && worker.unregister());
      });
    });
  }

  // ---- The buttons.

  function act(work, row, done, failed) {
    const pressed = /** @type {HTMLElement} */ (document.activeElement);
    busy = true;
    tell("");
    const title = one("b", row).textContent;
    return lay().then(() => work(row.dataset.keep)).then(() => {
      busy = false;
      return lay().then(() => { tell(fill(done, { title })); });
    }, error => {
      busy = false;
      return kept.read().then(kept.clean).catch(() => { /* next time */ }).then(lay).then(() => {
        const known = { QuotaExceededError: words.full, DamagedError: words.damaged };
        tell(error && known[error.name] || failed);
      });
    }).then(() => {
      line.hidden = true;
      const button = one("button:not([hidden])", row);
      if (pressed.hidden && button && (document.activeElement === pressed || document.activeElement === document.body))
        button.focus({ preventScroll: true }); // the one that was pressed is gone; whoever reads on elsewhere is left there
    });
  }
  place.addEventListener("click", event => {
    const button = event.target.closest("[data-do]"), row = event.target.closest("[data-keep]");
    if (!button || busy) return;
    if (button.dataset.do === "drop" && !confirm(fill(words["drop-sure"], { title: one("b", row).textContent }))) return;
    if (button.dataset.do === "drop") { act(drop, row, words.dropped, words.failed); return; }
    row.append(line);
    line.hidden = false;
    show(fill(words.loading, { done: number(0), size: number(listed[row.dataset.keep].bytes) }), 0);
    act(fetchAll, row, words.done, words.failed);
  });
  kept.allowed().then(look, () => { closed(words["not-here"]); }); // site data may be blocked: told before anything is fetched
}
