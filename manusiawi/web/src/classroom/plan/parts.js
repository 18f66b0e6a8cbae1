// What the parts of a plan are in this course: their titles, whether they exist, their place on the clock, a ready workshop as a plan.

/**
 * Whether the course has what a part names; what names nothing always exists.
 * @param {ClassroomCourse} course
 * @param {PlanPart} part
 */
export function isKnown(course, part) { return !NAMED.includes(part.kind) || !!found(course, part); }
const NAMED = ["module", "lesson", "case", "item", "activity", "test"];

const NAMED_WORDS = /** @type {{ [part: string]: string }} */ ({
  "test:a": "test-a", "test:b": "test-b", "prayer:zuhur": "prayer-zuhur", "prayer:asar": "prayer-asar", "prayer:jumat": "prayer-jumat",
});

/**
 * What a part is called: the trainer's own words, else the course's; "" where neither says anything.
 * @param {ClassroomCourse} course
 * @param {PlanPart} part
 * @param {any} words phrases by kind, and where a kind has several by kind and what the part names: module, test-a, prayer-zuhur, break
 * @returns {string}
 */
export function titleOf(course, part, words) {
  if (part.title) return part.title;
  const entry = found(course, part);
  if (part.kind === "module" && entry) return words.module.replace("{number}", entry.number) + `: ${entry.title}`;
  if (part.kind === "item" && entry) return entry[3];
  return entry && entry.title || words[NAMED_WORDS[`${part.kind}:${part.ref}`]] || words[part.kind] || part.ref;
}

/**
 * The module that a part belongs to; none for breaks and tests.
 * @param {ClassroomCourse} course
 * @param {PlanPart} part
 * @returns {ModuleOverview | undefined}
 */
export function moduleOf(course, part) {
  const slug = part.kind === "item" ? (course.items.find(item => item[0] === part.ref) || [])[1]
    : part.kind === "activity" ? (found(course, part) || {}).module
      : ["module", "lesson", "case"].includes(part.kind) ? part.ref.split("/")[0] : "";
  return course.modules.find(module => module.slug === slug);
}

function found(/** @type {ClassroomCourse} */ course, /** @type {PlanPart} */ part) {
  const module = /** @type {any} */ (course.modules.find(entry => entry.slug === part.ref.split("/")[0])), slug = part.ref.split("/")[1];
  /** @type {{ [kind: string]: () => any }} */
  const finders = {
    module: () => slug === undefined && module,
    lesson: () => module && module.lessons.find((/** @type {any} */ entry) => entry.slug === slug),
    case: () => module && module.cases.find((/** @type {any} */ entry) => entry.slug === slug),
    item: () => course.items.find(item => item[0] === part.ref),
    activity: () => course.activities.find(entry => entry.id === part.ref),
    test: () => part.ref === "a" || part.ref === "b",
  };
  return Object.prototype.hasOwnProperty.call(finders, part.kind) ? finders[part.kind]() : null;
}

/**
 * When each part of a day begins and ends, in minutes after midnight.
 * @param {PlanDay} day
 * @returns {[number, number][]}
 */
export function timesOf(day) {
  let now = Number(day.start.slice(0, 2)) * 60 + Number(day.start.slice(3));
  return day.parts.map(part => [now, now += part.minutes]);
}

/**
 * A time as the language of the page writes it, "08.05" or "08:05"; after midnight it begins anew.
 * @param {number} minutes
 * @param {string} language
 */
export function clockWords(minutes, language) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60) % 24)}${language === "id" ? "." : ":"}${two(minutes % 60)}`;
}

/**
 * A ready workshop as a plan that a trainer can change.
 * @param {ReadyWorkshop} workshop
 * @param {ClassroomCourse} course
 * @returns {Plan}
 */
export function planOf(workshop, course) {
  return {
    title: workshop.title,
    network: true,
    needs: [],
    days: workshop.days.map(day => ({
      date: "", start: day.start, fasting: false,
      parts: day.parts.map(part => partOf(part, course)),
    })),
  };
}

/**
 * A part of a ready workshop as one of a plan.
 * @param {ReadyPart} part
 * @param {ClassroomCourse} course
 * @returns {PlanPart}
 */
function partOf(part, course) {
  const module = course.modules.find(entry => entry.slug === part.module), activity = course.activities.find(entry => entry.id === part.activity);
  const minutes = part.minutes || 0, title = part.title || "";
  if (module) return { kind: "module", ref: module.slug, minutes: module.minutes, title: "" };
  if (activity) return { kind: "activity", ref: activity.id, minutes: activity.minutes, title: "" };
  if (part.test) return { kind: "test", ref: part.test === "after" ? "b" : "a", minutes, title };
  return { kind: part.evaluation ? "evaluation" : part.pause || "other", ref: "", minutes, title };
}
