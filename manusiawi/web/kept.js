// Which languages of the course this device keeps for use without a network; the page writes it, the worker reads it.
(function (scope) {
  "use strict";
  // home: the address of the course's root. Other copies of the course may share the host, so every name holds it.
  scope.manusiawiKept = function (home) {
    var own = "manusiawi " + home, key = home + "luring-keadaan.json";
    return {
      // {language: {v: version, t: milliseconds when it was kept}}; empty where nothing is kept.
      read: function () {
        return caches.match(key, { cacheName: own }).then(function (found) { return found ? found.json() : {}; })
          .catch(function () { return {}; }); // a browser that keeps nothing
      },
      write: function (state) {
        return caches.open(own).then(function (cache) {
          return cache.put(key, new Response(JSON.stringify(state), { headers: { "content-type": "application/json" } }));
        });
      },
      // The cache that holds the pages of one version of a language.
      open: function (language, version) { return caches.open(own + " " + language + " " + version); },
      // Drops the caches that the state does not name: older versions, and what a broken attempt left.
      clean: function (state) {
        var named = Object.keys(state).map(function (language) { return own + " " + language + " " + state[language].v; });
        return caches.keys().then(function (names) {
          return Promise.all(names.filter(function (name) {
            return name.indexOf(own + " ") === 0 && named.indexOf(name) < 0 || name === own && !named.length;
          }).map(function (name) { return caches.delete(name); }));
        });
      }
    };
  };
})(self);
