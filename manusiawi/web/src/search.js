// Runs the search page: loads library and index on the first search, shows results, keeps the query in the address.
import { fill, load, make, one, say } from "./base/page.js";

const words = WORDS_SEARCH, SHOWN = 10;

/** Starts the search, where the page holds its form. */
export function search() {
  const place = one(".find");
  if (!place) return;
  const form = one("form", place), field = one("input", form), status = one(".find-status", place), list = one("ol", place), more = one(".find-more", place);
  const data = /** @type {any} */ (self).courseSearch = /** @type {SearchData} */ ({ texts: {} });
  let engine = /** @type {any} */ (null), turn = 0; // a SearchEngine, once it is loaded
  one(".noscript", place).remove();

  function tell(text) { say(status, text); }
  function ready() {
    return Promise.all([load(place.dataset.engine), load(place.dataset.index)]).then(() => {
      engine = engine || /** @type {any} */ (data).open(data.index);
    });
  }

  // ---- The query, in the field and in the part of the address that no browser sends to a server

  function query() { return (new URLSearchParams(location.hash.slice(1)).get("q") || new URLSearchParams(location.search).get("q") || "").trim(); }
  form.onsubmit = event => {
    event.preventDefault();
    const asked = field.value.trim();
    if (!asked) { tell(words.empty); field.focus(); return; }
    if (asked === query()) run(asked); else location.hash = `q=${encodeURIComponent(asked)}`;
  };
  window.addEventListener("hashchange", () => { field.value = query(); run(query()); });

  function run(asked) {
    const mine = ++turn;
    list.textContent = "";
    more.hidden = true;
    if (!asked) { tell(""); return; }
    if (!engine) tell(words.loading);
    ready().then(() => find(asked)).then(found => { if (mine === turn) show(asked, found); }, () => { if (mine === turn) tell(words.failed); });
  }

  // A word that no family has is compared with the words of the course, which come only then; without them it stays unknown.
  function find(asked) {
    const found = engine.find(asked);
    if (!found.asked.some(term => term.near === null)) return found;
    return load(place.dataset.words).then(() => { engine.learn(data.words); return engine.find(asked); }, () => found);
  }

  // ---- The results

  function show(asked, found) {
    const told = [fill(found.results.length ? found.results.length === 1 ? words.one : words.many : words.none, { count: found.results.length, query: asked })];
    found.asked.forEach(term => {
      if (term.near && term.near.length) told.push(fill(words.near, { word: term.word, near: term.near.join(", ") }));
      else if (!term.families.length) told.push(fill(words.lost, { word: term.word }));
    });
    if (found.left.length) told.push(fill(words.left, { words: found.left.map(word => `“${word}”`).join(", ") }));
    if (!found.whole) told.push(words.some);
    tell(told.join(" "));
    const rest = found.results.slice();
    function next() {
      const rows = rest.splice(0, SHOWN).map(result => row(result, found.families, asked));
      rows.forEach(item => { list.append(item); });
      more.hidden = !rest.length;
      return rows[0];
    }
    next();
    more.onclick = () => { one("a", next()).focus(); };
  }
  function row(result, families, asked) {
    const item = make("li"), title = make("b"), link = make("a", "", result.title);
    link.href = `${result.page}.html${result.anchor ? `#${result.anchor}` : ""}`;
    title.append(link);
    item.append(title);
    if (result.place) item.append(make("br"), make("span", "state", result.place));
    seen(item, () => {
      load(`${place.dataset.texts + result.text}.js?${place.dataset.index.split("?")[1]}`).then(() => { item.append(passage(result, families, asked)); }, () => { /* title and place remain */ });
    });
    return item;
  }
  // Sentences are loaded for the results that come into view.
  const watcher = window.IntersectionObserver && new IntersectionObserver(entries => {
    entries.forEach(entry => {
      if (!entry.isIntersecting) return;
      watcher.unobserve(entry.target);
      /** @type {any} */ (entry.target).inView();
    });
  });
  function seen(item, then) {
    item.inView = then;
    if (watcher) watcher.observe(item); else then();
  }
  function passage(result, families, asked) {
    let parts = data.texts[result.text];
    if (result.anchor && result.text === result.page) parts = parts.filter(part => part[0] === result.anchor);
    const found = engine.passage(parts, families, asked), made = make("div", "find-hit"), text = make("p");
    if (found.anchor && found.anchor !== result.anchor) {
      const link = make("a", "", found.title);
      link.href = `${result.text}.html#${found.anchor}`; // the page that holds the text: articles stand on pages of their laws
      made.append(link);
    }
    found.pieces.forEach(piece => { text.append(piece[1] ? make("mark", "", piece[0]) : piece[0]); });
    made.append(text);
    if (found.lesson.length) {
      const lesson = make("a", "", fill(words.lesson, { title: found.lesson[0] }));
      lesson.href = found.lesson[1];
      made.append(lesson);
    }
    return made;
  }

  field.value = query();
  run(query());
}
