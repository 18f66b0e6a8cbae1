// Adds to the lens: a summary, files to save, and keeping what was written on this device for those who ask for it.
(function () {
  "use strict";
  var words = "WORDS", KEY = "manusiawi-lensa", tool = document.querySelector(".lens"), files = window.manusiawiFiles;
  if (!tool) return;
  var note = tool.querySelector(".lens-note"), out = tool.querySelector(".lens-out"), list = out.querySelector("dl");
  var fields = Array.from(tool.querySelectorAll("textarea,input"));
  tool.querySelector(".noscript").remove();

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
  tool.addEventListener("input", function (event) {
    if (event.target === keep) return;
    out.hidden = true; // an older summary must not be printed for the newer text
    if (keep.checked) store();
  });
  if (!may) keepRow.hidden = true;

  // ---- The summary, and the files made of it.

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
    files.save("lensa-ham.txt", "text/plain", words.title + "\r\n\r\n" + found.map(function (row) { return row[0] + "\r\n" + row[1]; }).join("\r\n\r\n") + "\r\n");
    tell(words.saved);
  }
  // Says beside a field what it lacks, until something is written there.
  function lacking(field, text) {
    var error = document.getElementById(field.id + "-err") || make("p", "mq-err", text);
    error.id = field.id + "-err";
    field.before(error);
    field.setAttribute("aria-describedby", error.id);
    field.focus();
    field.addEventListener("input", function () { error.remove(); field.removeAttribute("aria-describedby"); }, { once: true });
  }
  function calendar() {
    var found = values(), start = new Date((found["rencana-start"] || "") + "T00:00:00Z");
    if (isNaN(start)) { lacking(document.getElementById("rencana-start"), words["no-date"]); return; }
    var text = rows().filter(function (row) { return row[1] !== found["rencana-start"]; }).map(function (row) { return row[0] + " " + row[1]; }).join("\n");
    files.calendar("rencana-30-hari.ics", [{ date: start, title: words["cal-start"], text: text },
      { date: new Date(start.getTime() + tool.dataset.days * files.DAY), title: words["cal-end"], text: text }]);
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
  bar.after(note); // beside the buttons that speak through it
  addEventListener("beforeunload", function (event) { if (!keep.checked && rows().length) event.preventDefault(); });

  // ---- Examples can be carried on.

  document.querySelectorAll(".lens-example").forEach(function (example) {
    example.append(button(words.use, function () {
      if (rows().length && !confirm(words["use-sure"])) return;
      var fill = JSON.parse(example.dataset.fill);
      fields.forEach(function (field) { field.value = fill[field.name] || ""; });
      if (keep.checked) store();
      out.hidden = true;
      tell(words.used);
      document.getElementById("aturan").focus();
    }));
  });
})();
