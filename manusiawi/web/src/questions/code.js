// The button that shows a finished set as codes for the trainer of a class; the script that makes them is loaded when it is pressed.
import { codeWriter } from "../base/here.js";
import { button, load, say } from "../base/page.js";

/**
 * @param {string} text
 * @param {string} failed what the button says where the script cannot be loaded
 */
export function codeButton(text, failed) {
  const press = button("small mq-code", text, () => { load(/** @type {string} */ (codeWriter)).catch(() => { say(press, failed); }); });
  return press;
}
