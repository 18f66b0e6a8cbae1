// Starts the parts of a bundle; a part that fails takes no other with it, and the browser still reports the fault.

/** @param {(() => void)[]} parts */
export function run(...parts) {
  parts.forEach(part => {
    try { part(); } catch (error) { setTimeout(() => { throw error; }); }
  });
}

/**
 * Starts parts once the whole page has been read.
 * @param {(() => void)[]} parts
 */
export function runLater(...parts) {
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", () => { run(...parts); }); else run(...parts);
}
