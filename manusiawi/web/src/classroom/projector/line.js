// A line between the screen and the presenter's window: whichever of three ways the browser leaves open between the two.

/**
 * Opens the line; messages of others arrive once each, by whichever way comes first.
 * @param {(message: any) => void} heard
 * @returns {{ send(message: any): void, join(other: Window): void }}
 */
export function openLine(heard) {
  const KEY = `${COURSE_KEY}-layar`, me = Math.random().toString(36).slice(2), seen = new Set(), others = /** @type {Window[]} */ ([]);
  let count = 0, channel = /** @type {BroadcastChannel | null} */ (null);
  function take(/** @type {any} */ message) {
    if (!message || message.line !== KEY || message.from === me || seen.has(message.id)) return;
    seen.add(message.id);
    heard(message.said);
  }
  try {
    channel = new BroadcastChannel(KEY);
    channel.onmessage = event => { take(event.data); };
  } catch (error) { /* older browsers, and pages without an origin: the other ways remain */ }
  addEventListener("storage", event => {
    if (event.key === KEY && event.newValue) try { take(JSON.parse(event.newValue)); } catch (error) { /* not ours */ }
  });
  // Pages of a memory stick share neither channel nor store in some browsers, but a window knows the one that it opened.
  addEventListener("message", event => {
    if (event.source && (event.source === opener || others.includes(/** @type {Window} */ (event.source)))) take(event.data);
  });
  if (opener) others.push(opener);
  return {
    send(said) {
      const message = { line: KEY, from: me, id: `${me}-${++count}`, said };
      if (channel) channel.postMessage(message);
      try { localStorage.setItem(KEY, JSON.stringify(message)); localStorage.removeItem(KEY); } catch (error) { /* blocked */ }
      others.filter(other => !other.closed).forEach(other => { other.postMessage(message, location.protocol === "file:" ? "*" : location.origin); });
    },
    join(other) { others.push(other); },
  };
}
