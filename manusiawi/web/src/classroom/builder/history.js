// The plan as it is now, and what it was before each change: undoing, and doing again.

const MOST = 200; // changes that can be undone

/**
 * @template Value
 * @param {Value} first
 */
export function history(first) {
  let past = /** @type {Value[]} */ ([]), future = /** @type {Value[]} */ ([]), now = first, last = "";
  return {
    now() { return now; },
    /**
     * Takes a new state. Changes with the same name one after the other, as letters typed into one field, are undone together.
     * @param {Value} value
     * @param {string} [name]
     */
    set(value, name = "") {
      if (!name || name !== last) past = past.concat(now).slice(-MOST);
      future = [];
      now = value;
      last = name;
    },
    /** Whether there was anything to undo. */
    undo() {
      if (!past.length) return false;
      future.push(now);
      now = /** @type {Value} */ (past.pop());
      last = "";
      return true;
    },
    /** Whether there was anything to do again. */
    redo() {
      if (!future.length) return false;
      past.push(now);
      now = /** @type {Value} */ (future.pop());
      last = "";
      return true;
    },
    canUndo() { return past.length > 0; },
    canRedo() { return future.length > 0; },
  };
}
