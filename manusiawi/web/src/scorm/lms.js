// Finds the interface that a learning system offers to a SCORM package, and calls it so that no failure of the system stops the page.

const MOST_PARENTS = 7; // as SCORM's own example has it

/**
 * The interface on this window, on those around it, or on those around the one that opened it; null where there is none.
 * @returns {ScormApi | null}
 */
export function find() { return around(self) || around(openerOf(self)) || around(openerOf(outermost())); }

/** @param {Window | null} window */
function around(window) {
  for (let step = 0; window && step <= MOST_PARENTS; step++) {
    const found = apiOf(window);
    if (found) return found;
    window = window.parent === window ? null : window.parent;
  }
  return null;
}
/** @param {any} window */
function apiOf(window) { try { return window.API || null; } catch (error) { return null; } } // a window of another host
/** @param {Window} window */
function openerOf(window) { try { return window.opener; } catch (error) { return null; } }
function outermost() { try { return top || self; } catch (error) { return self; } }

/**
 * The calls that a package makes of it.
 * @param {ScormApi} api
 */
export function connect(api) {
  /** @param {keyof ScormApi} name @param {string[]} words */
  const call = (name, ...words) => { try { return `${/** @type {any} */ (api)[name](...words)}`; } catch (error) { return "false"; } };
  const lms = {
    /** Begins, or goes on where another page of the package began: "new", "same", or "" where the system has no session for us. */
    begin() {
      if (call("LMSInitialize", "") === "true") return "new";
      call("LMSGetValue", "cmi.core.lesson_status");
      return call("LMSGetLastError") === "0" ? "same" : "";
    },
    /** A value; "" where there is none. @param {string} name */
    get(name) {
      const value = call("LMSGetValue", name);
      return call("LMSGetLastError") === "0" ? value : "";
    },
    /** Whether the system took a value. @param {string} name @param {string | number} value */
    set(name, value) { return call("LMSSetValue", name, `${value}`) === "true"; },
    commit() { return call("LMSCommit", "") === "true"; },
    finish() { return call("LMSFinish", "") === "true"; },
  };
  return lms;
}
