// Offers to read a lesson aloud where the device has a voice for it; the script that reads is loaded when the button is pressed.
import { button, language, load, make, one } from "./base/page.js";
import { reader } from "./base/here.js";
import { synth, voiceOf } from "./base/voices.js";

const words = WORDS_VOICE;

/** Sets the button below the head of a lesson, once there is a voice. */
export function voice() {
  const head = one("article .head");
  if (!synth || !head) return;
  let bar = /** @type {HTMLElement | null} */ (null);
  function offer() {
    if (bar || !voiceOf(language)) return;
    const status = make("span");
    status.setAttribute("aria-live", "polite");
    bar = make("div", "aloud");
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", words.read);
    bar.append(button("small", words.read, () => {
      synth.speak(new SpeechSynthesisUtterance("")); // some devices let a page speak only once it has begun to as a button was pressed
      status.textContent = "";
      load(reader).catch(() => { status.textContent = words.failed; });
    }), status);
    head.after(bar);
  }
  synth.onvoiceschanged = offer; // many devices list their voices late
  offer();
}
