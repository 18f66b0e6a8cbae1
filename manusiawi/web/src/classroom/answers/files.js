// A class as a file, and a file as a class: what the trainer takes along and brings.
import { button, fill, make } from "../../base/page.js";
import { save } from "../../base/files.js";
import { fromCsv, toCsv } from "./csv.js";
import { fromJson } from "./reading.js";
import { words } from "./words.js";

const MOST = 5e6; // bytes; a class of 60 with 300 votes has about a fifth of it

/**
 * A field that reads a file of a class.
 * @param {string} id
 * @param {string} text
 * @param {(file: ClassFile | null, faults: import("./reading.js").Fault[]) => void} then
 */
export function fileField(id, text, then) {
  const box = make("div", "k-field"), label = make("label", "mq-in", text), field = make("input");
  field.type = "file";
  field.accept = ".json,.csv,application/json,text/csv";
  field.id = label.htmlFor = id;
  field.onchange = () => {
    const chosen = field.files && field.files[0];
    field.value = "";
    if (!chosen) return;
    const broken = (found, rule) => { then(null, [{ where: chosen.name, found, rule }]); };
    if (chosen.size > MOST) { broken(String(chosen.size), "large"); return; }
    new Response(chosen).text().then(content => { // chosen.text() needs Chrome 76
      const name = chosen.name.replace(/\.\w+$/, "");
      const { file, faults } = /^\s*\{/.test(content) ? fromJson(content, COURSE_KEY) : fromCsv(content, COURSE_KEY, document.documentElement.lang === "en" ? "en" : "id", name);
      then(file, faults);
    }, () => { broken("", "unread"); });
  };
  box.append(label, field);
  return box;
}

/**
 * What was wrong in a file, each with its place, what was found and what is allowed.
 * @param {import("./reading.js").Fault[]} faults
 */
export function faultList(faults) {
  const box = make("div"), list = make("ul"), shown = faults.slice(0, 10);
  shown.forEach(({ where, found, rule }) => { list.append(make("li", "", fill(words.fault, { where, found, allowed: words[`rule-${rule}`] }))); });
  if (faults.length > shown.length) list.append(make("li", "", fill(words["more-faults"], { count: faults.length - shown.length })));
  box.append(list);
  return box;
}

/**
 * Buttons that save a class as a file.
 * @param {() => ClassFile} file
 */
export function exportTools(file) {
  const box = make("div", "k-tools"), label = make("label", "k-tick"), names = make("input");
  names.type = "checkbox";
  label.append(names, words["with-names"]);
  const shared = () => names.checked ? file() : { ...file(), people: Object.fromEntries(Object.keys(file().people).map(code => [code, ""])) };
  const title = () => `${file().name.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || words.file}-${new Date(file().t).toISOString().slice(0, 10)}`;
  box.append(
    button("md-button", words["export-json"], () => { save(`${title()}.json`, "application/json", JSON.stringify(shared())); }),
    button("md-button", words["export-csv"], () => { save(`${title()}.csv`, "text/csv", toCsv(shared())); }), label
  );
  return box;
}
