// Answers from the course that this device keeps, and asks the network only for what it does not.
import { keptAt } from "./base/kept.js";

const worker = /** @type {any} */ (self); // the compiler knows pages, not workers

const HOME = new URL("./", self.location.href).href, kept = keptAt(HOME), HOUR = 36e5;
let asked = 0, newer = false;

worker.addEventListener("install", () => { worker.skipWaiting(); });
worker.addEventListener("activate", event => { event.waitUntil(worker.clients.claim()); });

worker.addEventListener("fetch", event => {
  const request = event.request;
  if (request.method === "GET" && request.url.indexOf(HOME) === 0 && request.cache !== "no-store") event.respondWith(answer(request));
});

// The page as it is kept; addresses lose what follows "?" (a script's version, a search).
/**
 * @param {KeptState} state
 * @param {string} address
 * @returns {Promise<Response | undefined>}
 */
function find(state, address) {
  return Object.keys(state).reduce((before, language) => before.then(page => {
    return page || kept.match(language, state[language].v, address);
  }), /** @type {Promise<Response | undefined>} */ (Promise.resolve(undefined)));
}
/** @param {Request} request */
function answer(request) {
  const address = request.url.split(/[?#]/)[0].replace(/\/$/, "/index.html");
  return kept.read().then(state => find(state, address).then(page => page || fetch(request).catch(error => {
    const place = `${HOME}${state["id"] ? "" : "en/"}luring.html`;
    return find(state, place).then(there => {
      if (request.mode !== "navigate" || !there) throw error; // the browser may have dropped what was kept
      return Response.redirect(`${place}#tidak-tersimpan`);
    });
  })));
}

// A page asks whether the course has changed since it was kept; the list of a few bytes is fetched once an hour at most.
worker.addEventListener("message", event => {
  if (event.data === "kept") { asked = 0; newer = false; }
  if (event.data !== "newer?" || !event.source) return;
  event.waitUntil((Date.now() - asked < HOUR ? Promise.resolve() : look()).then(() => { event.source.postMessage({ newer }); }));
});
function look() {
  return Promise.all([kept.read(), fetch(`${HOME}luring.json`, { cache: "no-store" }).then(found => found.json())]).then(both => {
    newer = Object.keys(both[0]).some(language => both[1][language] && both[1][language].v !== both[0][language].v);
    asked = Date.now();
  }).catch(() => { /* no network: what is kept is what there is */ });
}
