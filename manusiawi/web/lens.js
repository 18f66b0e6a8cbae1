// Adds to the lens: a summary, files to save, and keeping what was written on this device for those who ask for it.
(function () {
  "use strict";
  var words = "WORDS", KEY = "manusiawi-lensa", tool = document.querySelector(".lens");
  if (!tool) return;
  var note = tool.querySelector(".lens-note"), out = tool.querySelector(".lens-out"), list = out.querySelector("dl");
  var fields = Array.from(tool.querySelectorAll("textarea,input"));
  tool.querySelector(".lens-noscript").remove();

  function tell(text) {
    note.textContent = ""; // emptied first, so that the same words are heard again
    requestAnimationFrame(function () { note.textContent = text; });
  }
  function make(tag, name, text) {
    var element = document.createElement(tag);
    if (name) element.className = name;
    element.textContent = text || "";
    return element;
  }
  function values() {
    var found = {};
    fields.forEach(function (field) { if (field.value.trim()) found[field.name] = field.value.trim(); });
    return found;
  }
  function rows() {
    return fields.filter(function (field) { return field.value.trim(); }).map(function (field) {
      return [tool.querySelector("label[for=" + field.id + "]").textContent, field.value.trim()];
    });
  }

  // ---- Kept on this device only if the learner says so: office computers are shared.

  var keep = make("input"), keepRow = make("label", "mq-o"), may = true, saved = null;
  keep.type = "checkbox";
  keepRow.append(keep, make("span", "", words.keep));
  try { saved = JSON.parse(localStorage.getItem(KEY)); } catch (e) { may = e instanceof SyntaxError; }
  if (saved && typeof saved === "object" && saved.v === 1 && saved.fields && typeof saved.fields === "object") {
    keep.checked = true;
    fields.forEach(function (field) { if (typeof saved.fields[field.name] === "string") field.value = saved.fields[field.name]; });
  }
  function store() {
    try {
      if (keep.checked) localStorage.setItem(KEY, JSON.stringify({ v: 1, fields: values() }));
      else localStorage.removeItem(KEY);
      return true;
    } catch (e) { tell(words.unsaved); keep.checked = false; return false; }
  }
  keep.onchange = function () { var on = keep.checked; if (store()) tell(on ? words.kept : words.forgotten); };
  tool.addEventListener("input", function (event) { if (event.target !== keep && keep.checked) store(); });
  if (!may) keepRow.hidden = true;

  // ---- The summary, and the files made of it.

  function download(name, kind, text) {
    var link = make("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind }));
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 1000);
  }
  function summary() {
    var found = rows();
    if (!found.length) { tell(words.empty); return; }
    list.textContent = "";
    found.forEach(function (row) { list.append(make("dt", "", row[0]), make("dd", "", row[1])); });
    out.hidden = false;
    out.querySelector("h3").focus();
  }
  function asText() {
    var found = rows();
    if (!found.length) { tell(words.empty); return; }
    download("lensa-ham.txt", "text/plain;charset=utf-8", words.title + "\r\n\r\n" + found.map(function (row) { return row[0] + "\r\n" + row[1]; }).join("\r\n\r\n") + "\r\n");
    tell(words.saved);
  }
  // RFC 5545: text is escaped, lines are folded at 75 octets, days are whole days.
  function escaped(text) { return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n"); }
  function folded(line) {
    var parts = [], part = "", room = 75;
    Array.from(line).forEach(function (letter) {
      var size = new TextEncoder().encode(letter).length;
      if (size > room) { parts.push(part); part = ""; room = 74; }
      part += letter;
      room -= size;
    });
    return parts.concat(part).join("\r\n ");
  }
  function day(date) { return date.toISOString().slice(0, 10).replace(/-/g, ""); }
  function event(date, title, text, number) {
    var next = new Date(date.getTime() + 864e5);
    return ["BEGIN:VEVENT", "UID:" + day(date) + "-" + number + "@manusiawi", "DTSTAMP:" + new Date().toISOString().replace(/[-:]|\.\d+/g, ""),
      "DTSTART;VALUE=DATE:" + day(date), "DTEND;VALUE=DATE:" + day(next), "SUMMARY:" + escaped(title), "DESCRIPTION:" + escaped(text), "END:VEVENT"];
  }
  function calendar() {
    var found = values(), start = new Date((found["rencana-start"] || "") + "T00:00:00Z");
    if (isNaN(start)) {
      tell(words["no-date"]);
      document.getElementById("rencana-start").focus();
      return;
    }
    var text = rows().filter(function (row) { return row[1] !== found["rencana-start"]; }).map(function (row) { return row[0] + " " + row[1]; }).join("\n");
    var end = new Date(start.getTime() + tool.dataset.days * 864e5);
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Manusiawi//Lensa//ID"].concat(
      event(start, words["cal-start"], text, 1), event(end, words["cal-end"], text, 2), ["END:VCALENDAR"]);
    download("rencana-30-hari.ics", "text/calendar;charset=utf-8", lines.map(folded).join("\r\n") + "\r\n");
    tell(words.saved);
  }
  function clear() {
    var before = fields.map(function (field) { return field.value; });
    if (!rows().length) { tell(words.empty); return; }
    fields.forEach(function (field) { field.value = ""; });
    out.hidden = true;
    store();
    tell(words.cleared);
    var back = button(words.undo, function () {
      fields.forEach(function (field, number) { field.value = before[number]; });
      store();
      back.remove();
      tell(words.restored);
      bar.querySelector("button").focus();
    });
    bar.append(back);
    back.focus();
    tool.addEventListener("input", function () { back.remove(); }, { once: true });
  }
  function button(text, action) {
    var made = make("button", "mq-check md-button", text);
    made.type = "button";
    made.onclick = action;
    return made;
  }
  var bar = make("div", "lens-bar");
  bar.append(keepRow, button(words.summary, summary), button(words.print, function () { summary(); if (!out.hidden) print(); }),
    button(words.text, asText), button(words.calendar, calendar), button(words.clear, clear));
  out.before(bar);

  // ---- Examples can be carried on.

  document.querySelectorAll(".lens-example").forEach(function (example) {
    example.append(button(words.use, function () {
      if (rows().length && !confirm(words["use-sure"])) return;
      var fill = JSON.parse(example.dataset.fill);
      fields.forEach(function (field) { field.value = fill[field.name] || ""; });
      if (keep.checked) store();
      tell(words.used);
      document.getElementById("aturan").focus();
    }));
  });
})();
