// One record for all pages that are opened from files, where the browser gives each file a storage of its own, as Firefox does:
// a small page holds it (../shared.js), in a frame of every other. Where it finds the mark that this page left, they share one already.
import { make } from "./page.js";
import { root } from "./here.js";

/**
 * Calls a function with the shared record's text, null where there is none yet, once it is known and again when another page changes it.
 * Returns a function that hands a new text on.
 * @param {(text: string | null) => void} take
 * @returns {(text: string) => void}
 */
export function share(take) {
  if (location.protocol !== "file:") return () => {};
  const frame = make("iframe"), mark = `${Date.now()} ${Math.random()}`;
  try { localStorage.setItem(`${COURSE_KEY}-tanda`, mark); } catch (e) { return () => {}; }
  frame.hidden = true;
  frame.src = new URL(`${COURSE_TOP}assets/bersama.htm`, root).href; // one for both languages
  addEventListener("message", event => {
    if (event.source !== frame.contentWindow || !event.data || !(COURSE_KEY in event.data)) return;
    if (event.data.mark === mark) frame.remove(); else take(event.data[COURSE_KEY]);
  });
  document.documentElement.append(frame);
  return text => { if (frame.contentWindow) frame.contentWindow.postMessage({ [COURSE_KEY]: text }, "*"); };
}
