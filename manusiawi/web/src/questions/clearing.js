// Clears the answer to a question, and brings it back.
import { button } from "../base/page.js";
import { put } from "../base/record.js";
import { saved, words } from "./saved.js";

/**
 * Adds the button. Returns what is to be called after each answer: what was cleared before is then gone for good.
 * @param {HTMLElement} question
 * @param {(entry: Entry | null) => void} lay shows the question with an entry, or unanswered
 */
export function offerClearing(question, lay) {
  let kept = /** @type {Entry | null} */ (null);
  function name() {
    press.hidden = !kept && !saved(question);
    press.textContent = kept ? words.unclear : words.clear;
  }
  const press = button("small mq-clear", "", () => {
    const entry = kept;
    kept = entry ? null : saved(question);
    put("items", question.id, entry);
    lay(entry);
    name();
  });
  question.append(press);
  name();
  return () => { kept = null; name(); };
}
