// Answers from the course that this device keeps, and asks the network only for what it does not.
"use strict";
importScripts("assets/kept.js");
var HOME = new URL("./", self.location).href, kept = self.manusiawiKept(HOME), HOUR = 36e5, asked = 0, newer = false;

self.addEventListener("install", function () { self.skipWaiting(); });
self.addEventListener("activate", function (event) { event.waitUntil(self.clients.claim()); });

self.addEventListener("fetch", function (event) {
  var request = event.request;
  if (request.method === "GET" && request.url.indexOf(HOME) === 0 && request.cache !== "no-store") event.respondWith(answer(request));
});

// The page as it is kept; addresses lose what follows "?" (a script's version, a search).
function find(state, address) {
  return Object.keys(state).reduce(function (before, language) {
    return before.then(function (found) {
      return found || kept.open(language, state[language].v).then(function (cache) { return cache.match(address); });
    });
  }, Promise.resolve());
}
function answer(request) {
  var address = request.url.split(/[?#]/)[0].replace(/\/$/, "/index.html");
  return kept.read().then(function (state) {
    return find(state, address).then(function (found) {
      return found || fetch(request).catch(function (error) {
        var languages = Object.keys(state);
        if (request.mode !== "navigate" || !languages.length) throw error;
        return Response.redirect(HOME + (languages.indexOf("id") < 0 ? "en/" : "") + "luring.html#tidak-tersimpan");
      });
    });
  });
}

// A page asks whether the course has changed since it was kept; the list of a few bytes is fetched once an hour at most.
self.addEventListener("message", function (event) {
  if (event.data === "kept") { asked = 0; newer = false; }
  if (event.data !== "newer?" || !event.source) return;
  event.waitUntil((Date.now() - asked < HOUR ? Promise.resolve() : look()).then(function () { event.source.postMessage({ newer: newer }); }));
});
function look() {
  return Promise.all([kept.read(), fetch(HOME + "luring.json", { cache: "no-store" }).then(function (found) { return found.json(); })]).then(function (both) {
    newer = Object.keys(both[0]).some(function (language) { return both[1][language] && both[1][language].v !== both[0][language].v; });
    asked = Date.now();
  }).catch(function () { /* no network: what is kept is what there is */ });
}
