// Which languages of the course this device keeps for use without a network; the page writes it, the worker reads it.

/**
 * What is kept of the course at an address. Other copies of the course may share the host, so every name holds it.
 * @param {string} home the address of the course's root
 */
export function keptAt(home) {
  const own = `${COURSE_KEY} ${home}`, key = `${home}luring-keadaan.json`;
  return {
    /** Fails where the browser lets this site keep nothing; looking makes no cache. */
    allowed() { return caches.has(own); },
    /**
     * What is kept; empty where nothing is.
     * @returns {Promise<KeptState>}
     */
    read() {
      return caches.match(key, { cacheName: own }).then(found => found ? found.json() : {})
        .catch(() => ({})); // a browser that keeps nothing
    },
    /**
     * What is kept and still there: a browser may drop the pages and leave the state.
     * @returns {Promise<KeptState>}
     */
    held() {
      return this.read().then(state => Promise.all(Object.keys(state).map(language => {
        return this.open(language, state[language].v).then(cache => cache.keys()).then(files => {
          if (files.length < (state[language].n || 1)) delete state[language];
        });
      })).then(() => state));
    },
    /** @param {KeptState} state */
    write(state) {
      return caches.open(own).then(cache => cache.put(key, new Response(JSON.stringify(state), { headers: { "content-type": "application/json" } })));
    },
    /**
     * A file of that cache; looking makes none.
     * @param {string} language
     * @param {string} version
     * @param {string} address
     */
    match(language, version, address) { return caches.match(address, { cacheName: `${own} ${language} ${version}` }); },
    /**
     * The cache that holds the pages of one version of a language.
     * @param {string} language
     * @param {string} version
     */
    open(language, version) { return caches.open(`${own} ${language} ${version}`); },
    /**
     * Drops the caches that the state does not name: older versions, and what a broken attempt left.
     * @param {KeptState} state
     */
    clean(state) {
      const named = Object.keys(state).map(language => `${own} ${language} ${state[language].v}`);
      return caches.keys().then(names => Promise.all(names.filter(name => {
        return name.startsWith(`${own} `) && !named.includes(name) || name === own && !named.length;
      }).map(name => caches.delete(name))));
    }
  };
}
