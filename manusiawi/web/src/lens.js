// Adds to the lens: a summary, files to save, and keeping what was written on this device for those who ask for it.
import { all, button, make, one, say } from "./base/page.js";
import { calendar as calendarFile, save } from "./base/files.js";
import { DAY } from "./base/spacing.js";

const words = WORDS_LENS, KEY = `${COURSE_KEY}-lensa`;

/** Starts the lens, where the page holds it. */
export function lens() {
  const tool = one(".lens");
  if (!tool) return;
  const note = one(".lens-note", tool), out = one(".lens-out", tool), list = one("dl", out), fields = all("textarea,input", tool);
  one(".noscript", tool).remove();

  function tell(text) { say(note, text); }
  function values() {
    const found = {};
    fields.forEach(field => { if (field.value.trim()) found[field.name] = field.value.trim(); });
    return found;
  }
  function rows() {
    return fields.filter(field => field.value.trim()).map(field => [one(`label[for=${field.id}]`, tool).textContent, field.value.trim()]);
  }

  // ---- Kept on this device only if the learner says so: office computers are shared.

  const keep = make("input"), keepRow = make("label", "mq-o");
  let may = true, saved = /** @type {any} */ (null);
  keep.type = "checkbox";
  keepRow.append(keep, make("span", "", words.keep));
  try { saved = JSON.parse(localStorage.getItem(KEY) || "null"); } catch (e) { may = e instanceof SyntaxError; }
  if (saved && typeof saved === "object" && saved.v === 1 && saved.fields && typeof saved.fields === "object") {
    keep.checked = true;
    fields.forEach(field => { if (typeof saved.fields[field.name] === "string") field.value = saved.fields[field.name]; });
  }
  function store() {
    try {
      if (keep.checked) localStorage.setItem(KEY, JSON.stringify({ v: 1, fields: values() }));
      else localStorage.removeItem(KEY);
      return true;
    } catch (e) { tell(words.unsaved); keep.checked = false; return false; }
  }
  keep.onchange = () => { const on = keep.checked; if (store()) tell(on ? words.kept : words.forgotten); };
  tool.addEventListener("input", event => {
    if (event.target === keep) return;
    out.hidden = true; // an older summary must not be printed for the newer text
    if (keep.checked) store();
  });
  if (!may) keepRow.hidden = true;

  // ---- The summary, and the files made of it.

  function summary() {
    const found = rows();
    if (!found.length) { tell(words.empty); return; }
    list.textContent = "";
    found.forEach(row => { list.append(make("dt", "", row[0]), make("dd", "", row[1])); });
    out.hidden = false;
    one("h3", out).focus();
  }
  function asText() {
    const found = rows();
    if (!found.length) { tell(words.empty); return; }
    save("lensa-ham.txt", "text/plain", `${words.title}\r\n\r\n${found.map(row => `${row[0]}\r\n${row[1]}`).join("\r\n\r\n")}\r\n`);
    tell(words.saved);
  }
  // Says beside a field what it lacks, until something is written there.
  function lacking(field, text) {
    const error = document.getElementById(`${field.id}-err`) || make("p", "mq-err", text);
    error.id = `${field.id}-err`;
    field.before(error);
    field.setAttribute("aria-describedby", error.id);
    field.focus();
    field.addEventListener("input", () => { error.remove(); field.removeAttribute("aria-describedby"); }, { once: true });
  }
  function calendar() {
    const found = values(), start = new Date(`${found["rencana-start"] || ""}T00:00:00Z`);
    if (isNaN(start.getTime())) { lacking(document.getElementById("rencana-start"), words["no-date"]); return; }
    const text = rows().filter(row => row[1] !== found["rencana-start"]).map(row => `${row[0]} ${row[1]}`).join("\n");
    calendarFile("rencana-30-hari.ics", [{ date: start, title: words["cal-start"], text },
      { date: new Date(start.getTime() + tool.dataset.days * DAY), title: words["cal-end"], text }]);
    tell(words.saved);
  }
  function clear() {
    const before = fields.map(field => field.value);
    if (!rows().length) { tell(words.empty); return; }
    fields.forEach(field => { field.value = ""; });
    out.hidden = true;
    store();
    tell(words.cleared);
    const back = press(words.undo, () => {
      fields.forEach((field, number) => { field.value = before[number]; });
      store();
      back.remove();
      tell(words.restored);
      one("button", bar).focus();
    });
    bar.append(back);
    back.focus();
    tool.addEventListener("input", () => { back.remove(); }, { once: true });
  }
  function press(text, action) { return button("mq-check md-button", text, action); }
  var bar = make("div", "lens-bar");
  bar.append(keepRow, press(words.summary, summary), press(words.print, () => { summary(); if (!out.hidden) print(); }),
    press(words.text, asText), press(words.calendar, calendar), press(words.clear, clear));
  out.before(bar);
  bar.after(note); // beside the buttons that speak through it
  addEventListener("beforeunload", event => { if (!keep.checked && rows().length) event.preventDefault(); });

  // ---- Examples can be carried on.

  all(".lens-example").forEach(example => {
    example.append(press(words.use, () => {
      if (rows().length && !confirm(words["use-sure"])) return;
      const texts = JSON.parse(example.dataset.fill);
      fields.forEach(field => { field.value = texts[field.name] || ""; });
      if (keep.checked) store();
      out.hidden = true;
      tell(words.used);
      one("#aturan").focus();
    }));
  });
}
