// What is shown after a vote, with its figures and charts: a script of its own, loaded when the first vote is closed.
import { debriefScreen } from "./debrief.js";
import { reportScreen } from "./report.js";

/** @type {any} */ (self).courseFindings = { debrief: debriefScreen, report: reportScreen };
