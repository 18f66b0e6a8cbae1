// Keeps the learner's record on this device: the only script that reads and writes it.
// {v: 2, items: {id: entry}, pages: {path: time}, tests: {form: sitting}, place: {lesson: path}}; times are milliseconds since 1970.
// An entry: r revision answered, a answer, c checked and not changed since, t time of checking, ok right, s sure (1) or not (0),
// m beliefs shown, b step of review, u time of writing.
// A sitting of a test: t begun, done ended, a {item: "revision|option"}, n [right, asked] on that day, u time of writing.
(function () {
  "use strict";
  var KEY = "manusiawi", SPOILT = KEY + "-rusak", VERSION = 2;
  var mine = {}, listeners = [], memory = empty(), unsaved = false, store = window.manusiawi = { trouble: "" };

  function empty() { return { v: VERSION, items: {}, pages: {}, tests: {}, place: {} }; }
  function isObject(value) { return !!value && typeof value === "object" && !Array.isArray(value); }
  function isFlag(value) { return value === 0 || value === 1; }
  function isTime(value) { return typeof value === "number" && value >= 0 && value < 1e14; }
  function isScore(value) {
    return Array.isArray(value) && value.length === 2 && value.every(function (count) { return Number.isInteger(count) && count >= 0 && count < 1000; }) && value[0] <= value[1];
  }
  function areWords(value, most) {
    return Array.isArray(value) && value.length <= most && value.every(function (word) { return typeof word === "string" && word.length < 500; });
  }
  // What each section may hold; anything else is left out, so that a foreign or hostile record changes nothing.
  var sound = {
    items: function (entry) {
      return isObject(entry) && typeof entry.r === "string" && entry.r.length < 60 && areWords(entry.a, 60) && isFlag(entry.c) &&
        (entry.t === undefined || isTime(entry.t)) && (entry.u === undefined || isTime(entry.u)) && (entry.ok === undefined || isFlag(entry.ok)) && (entry.s === undefined || isFlag(entry.s)) &&
        (entry.m === undefined || areWords(entry.m, 10)) && (entry.b === undefined || (entry.b >= 0 && entry.b < 9));
    },
    pages: isTime,
    place: function (path) { return typeof path === "string" && /^[a-z0-9/-]{1,80}\.html$/.test(path); },
    tests: function (sitting) {
      return isObject(sitting) && isTime(sitting.t) && (sitting.u === undefined || isTime(sitting.u)) && (sitting.done === undefined || isTime(sitting.done)) && (sitting.n === undefined || isScore(sitting.n)) && isObject(sitting.a) &&
        Object.keys(sitting.a).every(function (id) { return areWords([sitting.a[id]], 1); });
    }
  };
  function cleaned(data) {
    var clean = empty();
    Object.keys(sound).forEach(function (section) {
      if (!isObject(data[section])) return;
      Object.keys(data[section]).forEach(function (name) {
        if (/^[a-z0-9/.-]{1,120}$/.test(name) && sound[section](data[section][name])) clean[section][name] = data[section][name];
      });
    });
    return clean;
  }
  function read(text) { try { return JSON.parse(text); } catch (e) { return null; } }
  function isRecord(data) { return isObject(data) && (data.v === VERSION || data.v === 1) && isObject(data.items); } // the first version had items alone
  function isNewer(text) { var data = read(text); return isObject(data) && data.v > VERSION; }
  function copy(record) { return JSON.parse(JSON.stringify(record)); }
  function size(data) {
    return Object.keys(sound).reduce(function (sum, section) { return sum + (isObject(data[section]) ? Object.keys(data[section]).length : 0); }, 0);
  }
  function trouble(name) {
    if (store.trouble === name) return;
    store.trouble = name;
    tell();
  }
  function tell() { listeners.forEach(function (listener) { listener(); }); }

  store.record = function () {
    var text, data;
    if (unsaved) return copy(memory); // what could not be written is newer than what is stored
    try { text = localStorage.getItem(KEY); } catch (e) { unsaved = true; trouble("unsaved"); return copy(memory); }
    if (text === null) return empty();
    data = read(text);
    if (isRecord(data)) return cleaned(data);
    if (isNewer(text)) { unsaved = true; trouble("newer"); return copy(memory); } // a newer version of the course wrote it: an old copy must not spoil it
    try { localStorage.setItem(SPOILT, text); localStorage.removeItem(KEY); } catch (e) { /* nothing more can be done */ }
    trouble("corrupt");
    return copy(memory);
  };
  function write(record) {
    memory = copy(record);
    try {
      if (isNewer(localStorage.getItem(KEY))) throw new Error("newer");
      localStorage.setItem(KEY, JSON.stringify(record));
      unsaved = false;
      if (store.trouble !== "corrupt") trouble("");
    } catch (e) { unsaved = true; trouble(e.message === "newer" ? "newer" : "unsaved"); }
  }
  function timeOf(value) { return value === undefined ? -1 : typeof value === "number" ? value : value.u || 0; } // a place has none: the last tab wins

  // Sets one entry, or takes it away where the value is null. Read anew each time: another tab may have written meanwhile.
  store.put = function (section, name, value) {
    var record = store.record();
    if (value === null) delete record[section][name]; else record[section][name] = value;
    if (isObject(value)) value.u = Date.now();
    mine[section + " " + name] = { section: section, name: name, value: value, t: Date.now() };
    write(record);
    tell();
  };
  // Puts a whole record in place of the one that is kept; returns the one before, for undoing.
  store.replace = function (record) {
    var before = store.record();
    mine = {};
    write(record);
    tell();
    return before;
  };
  store.place = function (path) { store.put("place", "lesson", path); };
  store.empty = empty;
  // Drops the copy of a damaged record too: whoever clears everything leaves nothing behind.
  store.forgetSpoilt = function () { try { localStorage.removeItem(SPOILT); } catch (e) { /* there is none */ } };
  store.onchange = function (listener) { listeners.push(listener); };
  store.asText = function () { return JSON.stringify(store.record()); };
  // A record from a file's text; null where it is none of this course's, is empty, or holds anything that no record may.
  store.fromText = function (text) {
    var data = read(text), clean = isRecord(data) && cleaned(data);
    return clean && size(clean) && size(clean) === size(data) ? clean : null;
  };

  // Two tabs that write in the same moment may overwrite each other: who sees its own entry gone or older sets it again.
  // What is gone later than that was taken away on purpose, in the other tab.

  var MOMENT = 2000;
  addEventListener("storage", function (event) {
    if (event.key !== KEY && event.key !== null) return;
    if (event.newValue === null) mine = {};
    else {
      var record = store.record(), lost = Object.keys(mine).map(function (name) { return mine[name]; }).filter(function (change) {
        if (Date.now() - change.t > MOMENT) return false;
        var there = record[change.section][change.name];
        return change.value === null ? there !== undefined && timeOf(there) < change.t :
          JSON.stringify(there) !== JSON.stringify(change.value) && timeOf(there) < timeOf(change.value);
      });
      lost.forEach(function (change) {
        if (change.value === null) delete record[change.section][change.name]; else record[change.section][change.name] = change.value;
      });
      if (lost.length) write(record);
    }
    tell();
  });
  addEventListener("pageshow", function (event) { if (event.persisted) tell(); }); // a page that Back brought out of the browser's memory is old

  // ---- Review: after 1, 7, 30 and 90 days (spacing; fixed steps do as well as growing ones, g = .034 apart).

  var DAYS = [1, 7, 30, 90], DAY = 864e5;
  // When an entry comes back: a checked answer waits as long as its step says; null where it was never checked.
  store.due = function (entry) {
    return entry.ok !== undefined && entry.t ? entry.t + DAYS[Math.min(entry.b || 0, DAYS.length - 1)] * DAY : null;
  };
  // Whether it comes back on the day of a time: calendars know days, so the hour does not count.
  store.isDue = function (entry, now) { var due = store.due(entry); return due !== null && due <= new Date(now).setHours(23, 59, 59, 999); };
  // The step after an answer: wrong begins again; right goes on, once a step's days are over.
  store.step = function (before, ok, now) {
    if (!ok) return 0;
    if (!before || before.ok === undefined) return 1;
    return store.isDue(before, now) ? Math.min((before.b || 0) + 1, DAYS.length - 1) : before.b || 0;
  };
})();
