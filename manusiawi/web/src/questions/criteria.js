// A reflection with criteria: what the learner ticks is kept, and the first thing that is missing is named. No word of theirs is read.
import { all, button, fill, one, revision, say, write } from "../base/page.js";
import { onreturn, put } from "../base/record.js";
import { offerClearing } from "./clearing.js";
import { fits, saved, sayChanged } from "./saved.js";

const words = WORDS_CRITERIA;

/** Starts the criteria of the page. */
export function criteria() { all(".mq-ticks").forEach(enhance); }

/** @param {HTMLElement} box */
function enhance(box) {
  const question = /** @type {HTMLElement} */ (box.closest(".mq")), place = one(".mq-say", question), ticks = all("input", box);
  let isSeen = false; // from then on what is missing is said at each tick, and the question counts as answered
  function nameOf(tick) { return `:${tick.value}`; }
  function mendOf(tick) { return tick.parentNode.nextElementSibling; }
  function lay() {
    const missing = ticks.filter(tick => !tick.checked), total = ticks.length;
    ticks.forEach(tick => { mendOf(tick).hidden = !isSeen || tick.checked; });
    place.className = `mq-say${missing.length ? "" : " mq-yes"}`;
    return !isSeen ? "" : !missing.length ? fill(words.all, { total }) :
      fill(words.work, { count: total - missing.length, total, text: missing[0].parentNode.textContent.trim(), mend: one("span", mendOf(missing[0])).textContent });
  }
  /** @param {Entry | null} entry */
  function putBack(entry) {
    const isSame = !!entry && fits(question, entry) && entry.a.every(name => ticks.some(tick => name === nameOf(tick)));
    ticks.forEach(tick => { tick.checked = isSame && entry.a.includes(nameOf(tick)); });
    isSeen = isSame && entry.c === 1;
    write(place, lay());
    if (entry && !isSame) sayChanged(question);
  }
  function keep() {
    const text = lay();
    put("items", question.id, { r: revision(question), a: ticks.filter(tick => tick.checked).map(nameOf), c: isSeen ? 1 : 0, t: Date.now() });
    forget();
    if (isSeen) say(place, text); else place.textContent = "";
  }
  putBack(saved(question));
  const forget = offerClearing(question, putBack);
  onreturn(() => { putBack(saved(question)); forget(); });
  box.addEventListener("change", keep);
  box.after(button("mq-check md-button", words.see, () => {
    isSeen = true;
    keep();
    requestAnimationFrame(() => { place.scrollIntoView({ block: "nearest" }); }); // what to do where it is missing has pushed it down
  }));
}
