// Reads a lesson aloud with a voice of the device itself, the words marked in step. Nothing is sent; only the speed is kept, for this visit.
// It is loaded when its button is pressed, takes the button over and begins to read.
import { all, button, fill, make, one } from "./base/page.js";
import { synth, voiceOf } from "./base/voices.js";

const words = WORDS_ALOUD, KEY = `${COURSE_KEY}-laju`;

/** Reads the page, and goes on as its controls are pressed. */
export function aloud() {
  const article = one("article"), page = document.documentElement, marks = self.Highlight && CSS.highlights;
  const bar = one(".aloud"), main = one("button", bar), status = one("[aria-live]", bar);

  // ---- What is read: parts, each {text, pieces: [[place in text, text node]], block, lang}; the page itself is never changed.

  const SILENT = "script,svg,button,select,details:not([open]),[aria-live],.mq-total";
  let parts, last, lead; // the part that grows, and words that stand before the next

  function begin(block) {
    parts.push(last = { text: lead, pieces: [], cited: [], block, lang: block.closest("[lang]").lang });
    lead = "";
  }
  function textsOf(node) {
    if (node.nodeType === 3) {
      last.pieces.push([last.text.length, node]);
      last.text += node.data.replace(/\s/g, " "); // as long as the node's own, so that places agree
    } else if (node.nodeType === 1 && !node.matches(SILENT)) {
      const from = last.text.length;
      node.childNodes.forEach(textsOf);
      if (node.matches(".cite")) last.cited.push([from, last.text.length]);
    }
  }
  // A citation between brackets is passed over; one that its sentence needs is read. Their room stays, so that places agree.
  function uncited(part) {
    const text = part.text;
    let masked = text;
    part.cited.forEach(([from, to]) => { masked = masked.slice(0, from) + "\uFFFC".repeat(to - from) + masked.slice(to); });
    part.text = masked.replace(/\s*\([^()]*\uFFFC[^()]*\)([.,;:!?]*)/g, (inner, stop) => {
      const rest = inner.replace(/\uFFFC/g, " ");
      return /[\p{L}\d]{4}/u.test(rest) ? rest : stop.padEnd(inner.length); // more than "and"
    }).replace(/\uFFFC/g, (_, place) => text[place]);
  }
  // A row: its first cell, then each other one after the name of its column.
  function rowOf(row) {
    const heads = row.closest("table").querySelectorAll("thead th");
    begin(row);
    Array.from(row.cells).forEach((cell, at) => {
      if (at) last.text += `${heads[at] ? `. ${heads[at].textContent}` : ""}: `;
      textsOf(cell);
    });
  }
  function walk(block) {
    if (block.matches(SILENT)) return;
    if (block.matches(".mq") && block.dataset.mq !== "branching-case") {
      begin(block);
      textsOf(block.querySelector("h2,h3,h4,h5,h6"));
      last.text += `. ${words.question}`;
      return;
    }
    if (block.matches("table")) {
      block.querySelectorAll("tbody tr").forEach(rowOf);
      return;
    }
    if (block.matches(".case")) lead = `${words.case} `;
    if (block.matches("ol:not(.rows) > li")) lead = `${Array.from(block.parentNode.children).indexOf(block) + 1}, `;
    const law = block.matches(".law") && block.querySelector("figcaption");
    let running = false;
    if (law) walk(law); // first whose words they are
    block.childNodes.forEach(node => {
      const inside = node.nodeType === 3 ? node.data.trim() || running : node.nodeType === 1 && getComputedStyle(node).display;
      if (!inside || inside === "none" || node === law) return;
      if (node.nodeType === 1 && !/^inline/.test(inside)) { running = false; walk(node); return; }
      if (!running) begin(block);
      running = true;
      textsOf(node);
    });
    if (law) last.text += ` ${words["law-end"]}`;
  }
  function read() {
    parts = [];
    lead = "";
    walk(article);
    parts.forEach(uncited);
    const count = all(".cite", article).filter(cite => !cite.closest(".mq")).length;
    if (count) { begin(bar); last.text = fill(words.cites, { count }); }
    parts = parts.filter(part => /[\p{L}\d]/u.test(part.text));
  }

  // ---- Where the voice is.

  function point(part, at) {
    const found = part.pieces.filter((piece, number) => !number || piece[0] <= at).pop();
    return [found[1], Math.max(0, Math.min(at - found[0], found[1].length))];
  }
  function mark(name, part, from, to) {
    const range = new Range(), start = point(part, from), end = point(part, to);
    range.setStart(start[0], start[1]);
    range.setEnd(end[0], end[1]);
    if (marks) marks.set(name, new Highlight(range)); else (marked = part.block).classList.add("aloud-now");
    return range;
  }
  function unmark() {
    if (marks) { marks.delete("aloud-line"); marks.delete("aloud-word"); }
    if (marked) marked.classList.remove("aloud-now");
  }
  function keepInView(range) {
    const box = range.getBoundingClientRect();
    if (!box.width || box.top >= bar.offsetHeight && box.bottom <= innerHeight - 90) return; // no width: words that are not on the page
    scrollBy({ top: box.top - innerHeight / 3, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
  }

  // ---- Reading: a sentence at a time, since long texts stop some voices in the middle.

  let index = 0, at = 0, on = false;
  let current = /** @type {SpeechSynthesisUtterance | null} */ (null), marked = /** @type {Element | null} */ (null);

  function speak() {
    const part = parts[index], from = at, end = /[.!?]["”’')»]*\s+(?=[^a-z\s])/g;
    const voice = part && (voiceOf(part.lang) || voiceOf(page.lang));
    if (!voice) { stop(words[part ? "failed" : "done"]); return; }
    end.lastIndex = from;
    const to = end.test(part.text) ? end.lastIndex : part.text.length;
    const said = current = new SpeechSynthesisUtterance(part.text.slice(from, to));
    said.voice = voice;
    said.lang = voice.lang;
    said.rate = +speed.value;
    said.onboundary = event => {
      if (current !== said) return;
      at = from + event.charIndex;
      if (part.pieces.length) mark("aloud-word", part, at, at + (event.charLength || part.text.slice(at).search(/[.,;:!?]*(\s|$)/)));
    };
    said.onend = () => {
      if (current !== said) return;
      at = to;
      if (to === part.text.length) { index++; at = 0; }
      speak();
    };
    said.onerror = () => { if (current === said) stop(words.failed); };
    unmark();
    if (part.pieces.length) keepInView(mark("aloud-line", part, from, to)); // the last words of all stand nowhere
    synth.speak(said);
  }
  // Pausing takes the sentence back and goes on from its last word: pause() of the device ends the sentence on Android.
  function hush() {
    current = null; // first, so that events of what is taken back are not heeded
    synth.cancel();
  }
  function show(label, said) {
    main.textContent = words[label];
    status.textContent = said || ""; // empty while the voice speaks, so that a screen reader does not talk over it
    bar.classList.toggle("on", on);
  }
  function stop(said) {
    hush();
    on = false;
    unmark();
    show("read", said);
  }
  function goOn() { on = true; show("pause"); speak(); }
  function start(place) {
    hush();
    read();
    index = parts.findIndex(part => place.contains(part.block));
    at = 0;
    goOn();
  }

  // ---- The controls: those besides the first come once reading was asked for, and stay, since taking one away would lose the focus.

  const speed = make("select");
  speed.setAttribute("aria-label", words.speed);
  [["slow", .8], ["normal", 1], ["fast", 1.25]].forEach(([name, rate]) => { speed.add(new Option(words[name], `${rate}`)); });
  try { speed.value = sessionStorage.getItem(KEY) || ""; } catch (e) { /* then it is the normal one */ }
  if (!speed.value) speed.value = "1";
  speed.onchange = () => {
    try { sessionStorage.setItem(KEY, speed.value); } catch (e) { /* this page keeps it */ }
    if (current) { hush(); speak(); }
  };
  main.onclick = () => {
    if (current) { hush(); show("go-on", words.paused); } else if (on) goOn(); else start(article);
  };
  const end = button("small stop", words.stop, () => { stop(words.stopped); });
  end.setAttribute("aria-keyshortcuts", "Escape");
  main.after(end, speed);
  all("article > .hd > h2,article > .hd > h3").forEach(heading => {
    const from = button("from", "", () => { start(heading); });
    from.setAttribute("aria-label", `${words.from}: ${heading.textContent}`);
    heading.after(from);
  });
  addEventListener("pagehide", () => { if (on) stop(); });
  document.addEventListener("keydown", event => { if (on && event.key === "Escape") stop(words.stopped); });
  // A road chosen in a case is read on from its scene.
  article.addEventListener("click", event => {
    const way = on && event.target.closest(".mq-way");
    if (way) setTimeout(() => { start(document.getElementById(way.hash.slice(1))); });
  });
  start(article);
}
