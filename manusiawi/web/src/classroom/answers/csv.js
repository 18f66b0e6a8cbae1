// A class as a table that spreadsheets open, and back: a line for each answer, and for each option whose hands were counted.
import { checked } from "./reading.js";

const COLUMNS = ["item", "statement", "revision", "form", "round", "way", "time", "code", "name", "option", "sure", "count", "class"];
const BOM = "\ufeff"; // else a spreadsheet reads names in another alphabet

/**
 * The class as text. The sign between columns is the one that spreadsheets of the language expect.
 * @param {ClassFile} file
 */
export function toCsv(file) {
  const sign = file.language === "id" ? ";" : ",";
  const lines = [COLUMNS];
  file.votes.forEach(vote => {
    const { item, row = "", r, form, round, way, t } = vote, head = [item, row, r, form, String(round), way, new Date(t).toISOString()];
    const answers = Object.keys(vote.answers).map(code => {
      const { o, s } = vote.answers[code];
      return [...head, code, file.people[code] || "", o, s === undefined ? "" : String(s), "", file.name];
    });
    const counts = Object.keys(vote.counts).map(option => [...head, "", "", option, "", String(vote.counts[option]), file.name]);
    lines.push(...answers, ...counts, ...answers.length + counts.length ? [] : [[...head, "", "", "", "", "", file.name]]);
  });
  return BOM + lines.map(line => line.map(cell => written(cell, sign)).join(sign)).join("\r\n") + "\r\n";
}

/**
 * A class from such a text; the sign between columns is found by its first line.
 * @param {string} text
 * @param {string} course
 * @param {"id" | "en"} language
 * @param {string} name the class's, where the table holds none
 * @returns {ReturnType<typeof checked>}
 */
export function fromCsv(text, course, language, name) {
  const sign = [";", ",", "\t"].find(one => text.split("\n")[0].includes(`item${one}`)) || ",", [head, ...lines] = cells(text.replace(BOM, ""), sign);
  const at = Object.fromEntries(COLUMNS.map(column => [column, head ? head.indexOf(column) : -1])), missing = ["item", "revision", "option"].filter(column => at[column] < 0);
  if (missing.length) return { file: null, faults: [{ where: "1:1", found: (head || []).join(sign).slice(0, 40), rule: "columns" }] };
  const votes = new Map(), people = /** @type {ClassFile["people"]} */ ({}), called = /** @type {string[]} */ ([]), places = /** @type {string[]} */ ([]), /** @type {import("./reading.js").Fault[]} */ faults = [];
  lines.forEach((line, index) => {
    if (line.length < 2 && !line[0]) return;
    const cell = column => at[column] < 0 ? "" : unquoted(line[at[column]] || ""), code = cell("code"), option = cell("option"), sure = cell("sure");
    const key = ["item", "statement", "form", "round"].map(cell).join("|");
    if (cell("class")) called.push(cell("class"));
    if (!votes.has(key)) {
      places.push(`${index + 2}`);
      votes.set(key, {
        item: cell("item"), ...cell("statement") ? { row: cell("statement") } : {}, r: cell("revision"), form: cell("form"), round: Number(cell("round") || 1),
        way: cell("way") || (code ? "cards" : "counts"), t: Date.parse(cell("time")) || 0, answers: {}, counts: {}
      });
    }
    const vote = votes.get(key);
    if (code && code in vote.answers) faults.push({ where: `${index + 2}:${at["code"] + 1}`, found: code, rule: "twice" });
    else if (code) vote.answers[code] = { o: option, ...sure === "" ? {} : { s: Number(sure) } };
    else if (option) vote.counts[option] = Number(cell("count") || NaN);
    if (code) people[code] = cell("name") || people[code] || "";
  });
  const all = Array.from(votes.values()), times = all.map(vote => vote.t).filter(Boolean);
  const found = checked({ format: "class", v: 1, course, language, name: (called[0] || name).slice(0, 80), t: times.length ? Math.min(...times) : 0, people, votes: all }, course);
  const named = found.faults.map(fault => ({ ...fault, where: fault.where.replace(/^votes\[(\d+)\]/, (_, vote) => `${places[vote]}`) }));
  return { file: found.file, faults: [...faults, ...named] };
}

// A cell that begins like a formula gets an apostrophe before it: a spreadsheet would run it.
function written(cell, sign) {
  const safe = /^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /["\r\n]/.test(safe) || safe.includes(sign) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
function unquoted(cell) { return cell.replace(/^'(?='*[=+\-@\t\r])/, "").trim(); }

/**
 * The cells of a table after RFC 4180.
 * @param {string} text
 * @param {string} sign
 */
function cells(text, sign) {
  const lines = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at], line = lines[lines.length - 1];
    if (quoted) {
      if (letter !== '"') line[line.length - 1] += letter;
      else if (text[at + 1] === '"') { line[line.length - 1] += letter; at++; } else quoted = false;
    } else if (letter === '"' && !line[line.length - 1]) quoted = true;
    else if (letter === sign) line.push("");
    else if (letter === "\n") lines.push([""]);
    else if (letter !== "\r") line[line.length - 1] += letter;
  }
  return lines;
}
