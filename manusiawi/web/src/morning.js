// Plays the morning at the counter: one draw of its people, one scene at a time, with what was done before remembered.
import { all, button, fill, make, names, one, own, revision } from "./base/page.js";
import { here } from "./base/here.js";
import { onchange, onreturn, put, record, trouble } from "./base/record.js";

const words = WORDS_MORNING, TURN = ">"; // the step that calls the next number

/** @typedef {{call: HTMLElement, row: HTMLElement}} Way a choice that was made, and with whom */

/** Starts the morning, where the page holds it. */
export function morning() {
  const box = one(".morning");
  if (!box) return;
  const calls = all(".pg-call", box), nodes = all(".mq-node", box), after = one(".pg-after", box), top = one("#sesudah", after), note = one(".mq-note", box);

  // ---- The draw: at each place that two people share, one of them, by a bit of its number.

  const shared = Array.from(new Set(calls.map(call => call.dataset.place))).filter(place => place && rivals(place).length > 1);
  const draws = 1 << shared.length;
  function rivals(place) { return calls.filter(call => call.dataset.place === place); }
  function isDrawn(call) {
    const bit = shared.indexOf(call.dataset.place);
    return bit < 0 || rivals(call.dataset.place)[drawn() >> bit & 1] === call;
  }
  function drawn() { return parseInt(road[0], 10) % draws; }
  function anyDraw() { return `${Math.floor(Math.random() * draws)}`; }
  // Everybody who was not drawn comes in the morning after; then chance decides again.
  function otherDraw() { return road[0].endsWith("-") ? anyDraw() : `${draws - 1 - drawn()}-`; }

  // ---- What was done: the draw, then each choice as "scene:number". All else follows from it.

  let road = [anyDraw()], before = /** @type {string[]} */ ([]);
  function isOpen(element, deeds) { return !element.dataset.deed || deeds.has(element.dataset.deed); }
  function next(call, deeds) { return calls.slice(calls.indexOf(call) + 1).find(other => isDrawn(other) && isOpen(other, deeds)); }
  function target(link) { return /** @type {HTMLElement} */ (document.getElementById(link.hash.slice(1))); }
  // Walks the road: where it ends, what was done by then, and what it cost; what fits no more is cut off.
  function walk() {
    const deeds = new Set(), ways = /** @type {Way[]} */ ([]);
    let last = +box.dataset.numbers, left = 0, call = next(null, deeds), node = one(".mq-node", call), kept = 1;
    road.slice(1).every(step => {
      if (step === TURN) {
        if (!node || !node.matches(".pg-told")) return false;
        call = next(call, deeds);
        node = call && one(".mq-node", call);
      } else {
        const [name, number] = step.split(":"), row = node && node.id === name && all("li", node)[+number];
        if (!row || !isOpen(row, deeds)) return false;
        names(row.dataset.sets).forEach(deed => deeds.add(deed));
        last -= row.dataset.numbers || 0;
        left += +(row.dataset.leave || 0);
        ways.push({ call, row });
        node = target(one("a", row));
      }
      return ++kept;
    });
    road.length = kept;
    return { deeds, ways, call, node, figures: { last: `${last}`.padStart(3, "0"), left, all: box.dataset.numbers, missed: box.dataset.numbers - last } };
  }

  // ---- What is shown.

  const clock = one(".pg-clock", box), chosen = make("p", "mq-you"), sum = make("div"), tools = make("p", "pg-tools"), ended = make("p", "pg-tools");
  const back = button("small", words.back, () => {
    do road.pop(); while (road[road.length - 1] === TURN);
    go();
  });
  const anew = button("small", words.anew, () => { begin(road[0]); });
  const restore = button("small", words.restore, () => { road = before; before = []; go(); });
  tools.append(back, anew, restore);
  ended.append(button("md-button", words.print, () => { print(); }), button("md-button", words.same, () => { begin(road[0]); }), button("md-button", words.other, () => { begin(otherDraw()); }));
  top.after(sum);
  after.append(ended);
  box.append(tools);
  function begin(draw, isMoved = true) { before = road; road = [draw]; go(isMoved); }
  function go(isMoved = true) {
    const { call } = walk();
    put("items", here, road.length > 1 ? { r: revision(box), a: road, c: call ? 0 : 1, t: Date.now() } : null);
    show(isMoved);
  }
  function show(isMoved) {
    const { deeds, ways, call, node, figures } = walk(), way = ways[ways.length - 1];
    calls.forEach(other => { other.hidden = other !== call; });
    nodes.forEach(other => { other.hidden = other !== node; });
    after.hidden = !!call;
    back.hidden = road.length < 2;
    anew.hidden = road.length < 2 || !call;
    restore.hidden = before.length < 2;
    if (trouble) note.textContent = words.unsaved;
    if (!call) lookBack(ways, figures);
    else {
      const isSame = way && way.call === call;
      all(".pg-if, .mq-ways li", node).forEach(part => { part.hidden = !isOpen(part, deeds); });
      const time = fill(words.clock, figures), hasMoved = clock.textContent !== time;
      clock.textContent = time;
      call.firstElementChild.after(clock);
      chosen.textContent = isSame ? words.chose + said(way.row) : "";
      node.prepend(chosen);
      chosen.hidden = !isSame;
      node.setAttribute("aria-label", named(call, node, way, isSame) + (isSame && hasMoved ? `. ${time}` : ""));
      if (node.matches(".pg-told")) one(".pg-next", node).textContent = next(call, deeds) ? words.next : words.noon;
    }
    if (!isMoved) return;
    const place = node || after;
    place.focus({ preventScroll: true });
    (call || top).scrollIntoView();
    bringCaret(place);
  }
  // The caret comes too, since Orca reads on from where it was, perhaps in the morning before. It comes two frames later: with the focus, Orca
  // in Chromium would say nothing of the place.
  function bringCaret(place) {
    const caret = /** @type {Selection} */ (getSelection());
    caret.removeAllRanges();
    requestAnimationFrame(() => { requestAnimationFrame(() => { caret.collapse(place, 0); }); });
  }
  // What is heard as the focus comes: a new person first, else the scene, or the choice of which it tells what came; last the clock, where the
  // choice has moved it. A place of its own that screen readers watch would silence the scene: Orca says the one or the other.
  function named(call, node, way, isSame) {
    const title = one("h3, h4, h5, h6", node);
    return title ? `${isSame ? "" : `${call.firstElementChild.textContent}, `}${title.textContent}` : said(way.row);
  }
  // A choice in words, without its letter, with what it cost.
  function said(row) { return all(".mq-way, .pg-cost", row).map(part => part.textContent.replace(/^[A-H]\. /, "")).join(" "); }
  function lookBack(ways, figures) {
    sum.textContent = "";
    sum.append(make("p", "", fill(words.sum, figures)), make("p", "mq-src", fill(words.draw, { draw: drawn() + 1, draws })));
    all(".pg-did", after).forEach(part => { part.remove(); });
    all("details", after).forEach(part => {
      const mine = ways.filter(way => way.call.id === part.dataset.of), list = make("div", "pg-did");
      part.hidden = !mine.length;
      if (!mine.length) return;
      part.open = true;
      list.append(make("p", "mq-lead", words.did), ...mine.map(way => make("p", "", said(way.row))));
      const told = all("p:not(.pg-when, .mq-you)", target(one("a", mine[mine.length - 1].row)));
      told.slice(0, -1).forEach(line => { list.append(line.cloneNode(true)); });
      one("summary", part).after(list);
    });
    all("section", after).forEach(part => { part.hidden = !one("details:not([hidden])", part); });
  }

  box.addEventListener("click", event => {
    const link = /** @type {Element} */ (event.target).closest(".mq-way, .pg-next");
    if (!link) return;
    const scene = /** @type {HTMLElement} */ (link.closest(".mq-node")), row = /** @type {HTMLElement} */ (link.closest("li"));
    event.preventDefault();
    note.textContent = "";
    before = [];
    road.push(link.matches(".mq-way") ? `${scene.id}:${all("li", scene).indexOf(row)}` : TURN);
    go();
  });

  // ---- The record, also where another page or tab changes it; an address that ends in #undian-5 opens that draw.

  function read() {
    const entry = own(record().items, here), isKnown = entry && names(box.dataset.rev).includes(entry.r);
    if (entry && !isKnown) { road = [road[0]]; note.textContent = words.changed; } else if (entry) road = entry.a[0] ? entry.a : [road[0]];
    else if (road.length > 1) road = [road[0]];
  }
  function follow() {
    const asked = /^#undian-(\d+)$/.exec(location.hash);
    if (asked && +asked[1] - 1 !== drawn() && +asked[1] <= draws && +asked[1]) begin(`${+asked[1] - 1}`, false);
  }
  onchange(() => {
    const held = road.join();
    read();
    if (road.join() !== held) show(false);
  });
  onreturn(() => { read(); show(false); });
  addEventListener("hashchange", follow);
  read();
  show(false);
  follow();
}
