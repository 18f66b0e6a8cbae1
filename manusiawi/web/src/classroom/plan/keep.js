// Keeps a plan on this device: the trainer's, and apart from it the one that a participant follows.

/** @typedef {"rencana" | "jalan"} Kept the trainer's plan, the participant's */

/**
 * What is kept, as the text of an address; "" where nothing is, null where the browser keeps nothing.
 * @param {Kept} name
 * @returns {string | null}
 */
export function keptText(name) { try { return localStorage.getItem(`${COURSE_KEY}-${name}`) || ""; } catch (error) { return null; } }

/**
 * Whether a text could be kept; "" forgets it.
 * @param {Kept} name
 * @param {string} text
 */
export function keepText(name, text) {
  try {
    if (text) localStorage.setItem(`${COURSE_KEY}-${name}`, text); else localStorage.removeItem(`${COURSE_KEY}-${name}`);
    return true;
  } catch (error) { return false; }
}

/**
 * Calls back with the text that another window has kept.
 * @param {Kept} name
 * @param {(text: string) => void} changed
 */
export function onKept(name, changed) {
  addEventListener("storage", event => { if (event.key === `${COURSE_KEY}-${name}` && event.newValue) changed(event.newValue); });
}

/** Writes into the address of this page, without a step back to it; some browsers forbid it to pages of a memory stick. */
export function setHash(/** @type {string} */ text) {
  try { history.replaceState(null, "", text ? `#${text}` : location.pathname + location.search); } catch (error) { /* the address stays as it was */ }
}
