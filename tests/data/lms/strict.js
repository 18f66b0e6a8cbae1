// A learning system that takes what the rules of SCORM 1.2 allow (ADL, Run-Time Environment, 2001) and nothing else, and keeps a list of what it refused.
"use strict";
(() => {
  const KEPT = "sistem", options = new URLSearchParams(location.search);
  const decimal = "-?\\d{1,7}(\\.\\d{1,5})?", span = "\\d{2,4}:[0-5]\\d:[0-5]\\d(\\.\\d{1,2})?", sign = "[0-9a-z]";
  const text = most => value => value.length <= most, like = pattern => value => new RegExp(`^(?:${pattern})$`).test(value);
  const score = value => value === "" || like(decimal)(value) && +value >= 0 && +value <= 100;
  const responses = {
    "true-false": like("[01tf].*"), choice: like(`|${sign}(,${sign})*|\\{${sign}(,${sign})*\\}`), "fill-in": text(255), numeric: like(decimal),
    likert: like(`${sign}?`), matching: like(`|${sign}\\.${sign}(,${sign}\\.${sign})*`), performance: text(255), sequencing: like(`|${sign}(,${sign})*`)
  };
  // How each element may be used ("r", "w" or both), and what it takes.
  const elements = {
    "cmi.core._children": ["r"], "cmi.core.student_id": ["r"], "cmi.core.student_name": ["r"], "cmi.core.credit": ["r"], "cmi.core.entry": ["r"],
    "cmi.core.total_time": ["r"], "cmi.core.lesson_mode": ["r"], "cmi.launch_data": ["r"], "cmi.student_data.mastery_score": ["r"],
    "cmi.interactions._count": ["r"], "cmi.interactions._children": ["r"],
    "cmi.core.lesson_location": ["rw", text(255)], "cmi.core.lesson_status": ["rw", like("passed|completed|failed|incomplete|browsed")],
    "cmi.core.score.raw": ["rw", score], "cmi.core.score.min": ["rw", score], "cmi.core.score.max": ["rw", score],
    "cmi.core.exit": ["w", like("time-out|suspend|logout|")], "cmi.core.session_time": ["w", like(span)], "cmi.suspend_data": ["rw", text(4096)]
  };
  const parts = {
    id: value => like("[!-~]{1,255}")(value), type: value => value in responses, time: like("([01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(\\.\\d{1,2})?"), latency: like(span),
    weighting: like(decimal), result: like(`correct|wrong|unanticipated|neutral|${decimal}`)
  };
  const before = JSON.parse(localStorage.getItem(KEPT) || "null") || {}, count = Object.keys(before).filter(name => /^cmi\.interactions\.\d+\.id$/.test(name)).length;
  const values = {
    "cmi.core.lesson_status": "not attempted", "cmi.core.score.raw": "", "cmi.core.total_time": "0000:00:00.00", "cmi.core.lesson_location": "",
    "cmi.suspend_data": "", ...before,
    "cmi.core.student_id": options.get("student") || "peserta-1", "cmi.core.student_name": "Rahma, Siti", "cmi.core.credit": "credit",
    "cmi.core.lesson_mode": options.get("mode") || "normal", "cmi.core.entry": before["cmi.core.exit"] === "suspend" ? "resume" : "ab-initio",
    "cmi.student_data.mastery_score": options.has("mastery") ? options.get("mastery") : "70"
  };
  let state = "new", error = "0", interactions = count;
  const lms = self.lms = { refused: [], calls: [], values, broken: false, mastery: true };
  const refuse = (code, ...what) => { error = code; lms.refused.push([code, ...what]); return "false"; };
  const keep = () => { if (!lms.broken) localStorage.setItem(KEPT, JSON.stringify(values)); return lms.broken ? "false" : "true"; };
  function allowed(name, value) {
    const found = /^cmi\.interactions\.(\d+)\.(id|type|time|latency|weighting|result|student_response|correct_responses\.(\d+)\.pattern)$/.exec(name);
    if (!found) return name in elements ? !elements[name][0].includes("w") ? "403" : elements[name][1](value) ? "" : "405" : "201";
    const at = +found[1], type = values[`cmi.interactions.${at}.type`];
    if (at > interactions) return "201";
    if (found[2] === "student_response" || found[3] !== undefined) return value.length <= 255 && type && responses[type](value) ? "" : "405";
    return parts[found[2]](value) ? "" : "405";
  }
  self.API = {
    LMSInitialize(none) {
      lms.calls.push("LMSInitialize");
      if (none !== "" || state !== "new") { error = "101"; return "false"; }
      state = "open"; error = "0";
      return "true";
    },
    LMSGetValue(name) {
      if (state !== "open") { error = "301"; return ""; }
      error = "0";
      if (name === "cmi.interactions._count") return `${interactions}`;
      if (/^cmi\.interactions\.\d+\./.test(name) || name in elements && !elements[name][0].includes("r")) { refuse("404", name); return ""; }
      if (!(name in values) && !(name in elements)) { refuse("201", name); return ""; }
      return values[name] === undefined ? "" : values[name];
    },
    LMSSetValue(name, value) {
      lms.calls.push(`${name}=${value}`);
      if (state !== "open") return refuse("301", name, value);
      if (typeof value !== "string") return refuse("405", name, typeof value);
      const code = allowed(name, value);
      if (code) return refuse(code, name, value);
      error = "0";
      values[name] = value;
      const found = /^cmi\.interactions\.(\d+)\./.exec(name);
      if (found) interactions = Math.max(interactions, +found[1] + 1);
      return "true";
    },
    LMSCommit(none) {
      lms.calls.push("LMSCommit");
      if (state !== "open") return refuse("301", "LMSCommit");
      error = lms.broken ? "101" : "0";
      return none === "" ? keep() : refuse("201", "LMSCommit", none);
    },
    LMSFinish() {
      lms.calls.push("LMSFinish");
      if (state !== "open") return refuse("301", "LMSFinish");
      state = "closed"; error = "0";
      const raw = values["cmi.core.score.raw"], least = values["cmi.student_data.mastery_score"];
      if (raw !== "" && least !== "") values["cmi.core.lesson_status"] = +raw >= +least ? "passed" : "failed"; // as the rules and Moodle do
      if (values["cmi.core.exit"] !== "suspend") values["cmi.suspend_data"] = "";
      return keep();
    },
    LMSGetLastError() { return error; },
    LMSGetErrorString() { return error; },
    LMSGetDiagnostic() { return error; }
  };
})();
