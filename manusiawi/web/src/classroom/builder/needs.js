// What a part needs in a room without a network, and so that everybody takes part: from the trainer's notes of its module.
import { make } from "../../base/page.js";
import { loadModule } from "../course.js";
import { grow } from "../tree.js";

/**
 * The lists of one part; they fill once the module's notes have come.
 * @param {import("./builder.js").Desk} desk
 * @param {PlanPart} part
 * @param {ModuleOverview | undefined} module
 * @returns {HTMLElement[]}
 */
export function needsOf(desk, part, module) {
  const { words } = desk, { network, needs } = desk.plan(), made = /** @type {HTMLElement[]} */ ([]);
  if (!network) {
    if (part.kind === "module" && module && module.notes) made.push(fromModule(desk, module, words["without-network"], loaded => [loaded.notes.noNetwork]));
    else if (["lesson", "case", "item", "test"].includes(part.kind)) made.push(box(words["without-network"], [[words[`offline-${part.kind}`] || words["offline-page"]]]));
  }
  if (needs.length && part.kind === "activity" && module) {
    const ways = Array.from(new Set(needs.map(need => WAYS[need]).filter(Boolean)));
    if (ways.length) made.push(fromModule(desk, module, titleFor(desk), loaded => ways.map(way => loaded.activities[part.ref].ways[way])));
  }
  if (needs.length && part.kind === "module" && module && module.notes) {
    made.push(fromModule(desk, module, titleFor(desk), loaded => loaded.notes.disabilities));
  }
  return made;
}

// Which way through an activity serves whom; for other needs its notes say nothing.
const WAYS = /** @type {{ [need: string]: "stand" | "see" | "hear" }} */ ({ blind: "see", "low-vision": "see", deaf: "hear", "hard-of-hearing": "hear", wheelchair: "stand" });

function titleFor(/** @type {import("./builder.js").Desk} */ desk) {
  return `${desk.words["for-all"]} (${desk.plan().needs.map(need => desk.words[`need-${need}`]).join(", ")})`;
}

const unfolded = /** @type {Set<string>} */ (new Set()); // what a trainer has opened stays so when the plan is drawn anew

function fold(/** @type {string} */ title, /** @type {string} */ name) {
  const made = make("details", "plan-needs");
  made.append(make("summary", "", title));
  made.open = unfolded.has(name);
  made.ontoggle = () => { if (made.open) unfolded.add(name); else unfolded.delete(name); };
  return made;
}

function box(/** @type {string} */ title, /** @type {Tree[][]} */ entries) {
  const made = fold(title, title);
  made.append(listOf(entries));
  return made;
}

function listOf(/** @type {Tree[][]} */ entries) {
  const list = make("ul");
  entries.forEach(entry => { list.append(grow(make("li"), entry)); });
  return list;
}

function fromModule(/** @type {import("./builder.js").Desk} */ desk, /** @type {ModuleOverview} */ module, /** @type {string} */ title,
  /** @type {(loaded: ClassroomModule) => Tree[][]} */ pick) {
  const made = fold(title, `${module.slug} ${title}`);
  loadModule(desk.place, module.slug).then(loaded => { made.append(listOf(pick(loaded))); }, () => { made.append(make("p", "", desk.words["notes-failed"])); });
  return made;
}
