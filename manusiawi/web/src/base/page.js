// What every script needs of the page: elements found and made, phrases filled in, messages said, dates, other scripts.
import { trusted } from "./trusted.js";

/** The language of the page, "id" or "en". */
export const language = document.documentElement.lang;

/**
 * The elements that a selector names, in the order of the page.
 * @param {string} selector
 * @param {ParentNode} [under] where to look; the whole page unless told
 * @returns {any[]} HTML elements; what kind they are is the page's business
 */
export function all(selector, under = document) { return Array.from(under.querySelectorAll(selector)); }

/**
 * The one element that a selector names, where the page is known to hold it.
 * @param {string} selector
 * @param {ParentNode} [under]
 * @returns {any} an HTML element
 */
export function one(selector, under = document) { return under.querySelector(selector); }

/**
 * A new element.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [kind] its classes
 * @param {string} [text]
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, kind, text) {
  const element = document.createElement(tag);
  if (kind) element.className = kind;
  element.textContent = text || "";
  return element;
}

/**
 * A new button that sends no form.
 * @param {string} kind its classes
 * @param {string} text
 * @param {() => void} action
 */
export function button(kind, text, action) {
  const element = make("button", kind, text);
  element.type = "button";
  element.onclick = action;
  return element;
}

/**
 * A phrase with its gaps, as {name}, filled in.
 * @param {string} phrase
 * @param {Object<string, any>} parts
 * @returns {string}
 */
export function fill(phrase, parts) { return phrase.replace(/{(\w+)}/g, (_, name) => parts[name]); }

let heard = ""; // what was said last on this page, wherever
/**
 * Says something in a place that screen readers watch. The same words twice running are heard twice: the place is emptied first, and as
 * Orca passes over a text like the last one, a blank sets them apart.
 * @param {Element} place
 * @param {...(string | Node)} parts
 */
export function say(place, ...parts) {
  place.setAttribute("aria-live", "polite");
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = "";
    place.append(...parts);
    if (heard && place.textContent === heard) /** @type {Node} */ (place.lastChild).textContent += "\xa0";
    heard = place.textContent || heard;
  });
}

/**
 * Writes in such a place what nobody waits to hear, as the verdict of an answer that comes back: else a page that opens reads them all.
 * @param {Element} place
 * @param {...(string | Node)} parts
 */
export function write(place, ...parts) {
  place.textContent = "";
  place.append(...parts);
  place.setAttribute("aria-live", place.textContent ? "off" : "polite");
}

/**
 * A time as a day in words, "30 November 2026".
 * @param {number} time milliseconds since 1970
 */
export function day(time) { return new Date(time).toLocaleDateString(language, { day: "numeric", month: "long", year: "numeric" }); }

/**
 * The words of a list in an attribute.
 * @param {string} [text]
 * @returns {string[]}
 */
export function names(text) { return text ? text.split(" ") : []; }

/**
 * An object's own value of a name, else null: records hold names that every object has too.
 * @param {any} object
 * @param {string} name
 */
export function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null; }

/**
 * The revision of a question in the language of this page, of those that it names.
 * @param {HTMLElement} question
 * @returns {string}
 */
export function revision(question) { return /** @type {string} */ (names(question.dataset.rev).find(part => part.startsWith(language))); }

/** @type {Object<string, Promise<unknown>>} */
const loading = {};
/**
 * Loads another script, once: a script element works from file://, where fetch does not. After a failure it can be tried again.
 * @param {string} address
 */
export function load(address) {
  return loading[address] = loading[address] || new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = trusted(address);
    script.onload = done;
    script.onerror = () => { delete loading[address]; script.remove(); failed(new Error(address)); };
    document.head.append(script);
  });
}
