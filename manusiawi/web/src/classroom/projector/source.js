// What an address asks the screen to show, and the slides that come of it.
import { loadModule } from "../course.js";
import { readPlan, withoutGone } from "../plan/text.js";
import { clockWords, isKnown, moduleOf, timesOf, titleOf } from "../plan/parts.js";
import { activitySlides, itemSlides, join, lessonSlides, moduleSlides, plainSlide } from "./slides.js";

const FAULTS = /** @type {{ [fault: string]: string }} */ ({ cut: "plan-cut", version: "plan-version", wrong: "plan-wrong" });

/**
 * The part of an address behind "#": what is shown, "m=loket", "s=loket" a module's session, "l=loket/antre", "q=id,id", "f=a" or a plan; and the slide, behind "@".
 * @param {string} hash with its "#"
 * @returns {{ source: string, at: number, notes: boolean }}
 */
export function asked(hash) {
  const text = hash.replace(/^#/, ""), notes = text.startsWith("notes/");
  const [source, at] = (notes ? text.slice(6) : text).split("@");
  return { source, at: /^\d{1,4}$/.test(at || "") ? Number(at) : 0, notes };
}

/**
 * The slides of a source, and what to tell of it: what the course does not have, or why nothing can be shown.
 * @param {HTMLElement} place
 * @param {ClassroomCourse} course
 * @param {string} source
 * @param {any} words
 * @param {string} language
 * @returns {Promise<{ slides: Slide[], told: string, plan: Plan | null }>}
 */
export function slidesOf(place, course, source, words, language) {
  const found = /^([mslqf])=([a-z0-9/,-]{1,2000})$/.exec(source);
  if (!found) return planned(place, course, source, words, language);
  const [, kind, value] = found;
  const [slug, page] = value.split("/"), overview = course.modules.find(module => module.slug === slug);
  if (kind === "f" || kind === "q") {
    const names = kind === "q" ? value.split(",") : course.items.filter(item => value === item[4]).map(item => item[0]);
    const known = names.filter(name => course.items.some(item => item[0] === name)), gone = names.filter(name => !known.includes(name));
    return questions(place, course, known, words).then(slides => ({ slides, told: gone.length || !known.length ? words.gone.replace("{names}", gone.join(", ") || value) : "", plan: null }));
  }
  if (!overview || (kind === "l" && ![...overview.lessons, ...overview.cases].some(entry => entry.slug === page))) {
    return Promise.resolve({ slides: [], told: words.gone.replace("{names}", value), plan: null });
  }
  return loadModule(place, slug).then(module => ({
    slides: kind === "l" ? lessonSlides(overview, page, module, course, words) : moduleSlides(overview, module, course, words, kind === "m"), told: "", plan: null,
  }));
}

function questions(/** @type {HTMLElement} */ place, /** @type {ClassroomCourse} */ course, /** @type {string[]} */ names, /** @type {any} */ words) {
  const owners = names.map(name => /** @type {string} */ ((course.items.find(item => item[0] === name) || [])[1]));
  return Promise.all(owners.map(slug => loadModule(place, slug))).then(modules => {
    const made = /** @type {Slide[]} */ ([]);
    names.forEach((name, at) => {
      const overview = course.modules.find(module => module.slug === owners[at]);
      const title = names.length > 1 ? words.question.replace("{number}", at + 1).replace("{total}", names.length) : words["one-question"];
      join(made, itemSlides(modules[at].items[name], overview ? overview.title : "", title, modules[at], course, words));
    });
    return made;
  });
}

/** @returns {Promise<{ slides: Slide[], told: string, plan: Plan | null }>} */
function planned(/** @type {HTMLElement} */ place, /** @type {ClassroomCourse} */ course, /** @type {string} */ source, /** @type {any} */ words, /** @type {string} */ language) {
  const read = readPlan(source);
  if (!read.plan) return Promise.resolve({ slides: [], told: read.fault in FAULTS ? words[FAULTS[read.fault]] : "", plan: null });
  const { plan, gone } = withoutGone(read.plan, part => isKnown(course, part));
  const slugs = Array.from(new Set(plan.days.flatMap(day => day.parts.map(part => (moduleOf(course, part) || { slug: "" }).slug)).filter(Boolean)));
  return Promise.all(slugs.map(slug => loadModule(place, slug))).then(loaded => {
    const modules = Object.fromEntries(slugs.map((slug, at) => [slug, loaded[at]]));
    const made = /** @type {Slide[]} */ ([]);
    plan.days.forEach((day, number) => {
      const times = timesOf(day), title = plan.days.length > 1 ? words.day.replace("{number}", number + 1) : plan.title || words.plan;
      const rows = day.parts.map((part, at) => [`${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}  ${titleOf(course, part, words)}`]);
      made.push(plainSlide(plan.days.length > 1 ? plan.title : "", title, 0, { blocks: rows.map(trees => ({ kind: "text", trees, at: 0, until: -1, sign: "" })) }));
      day.parts.forEach((part, at) => { join(made, partSlides(course, part, `${clockWords(times[at][0], language)}–${clockWords(times[at][1], language)}`, modules, words)); });
    });
    return { slides: made, told: gone.length ? words.gone.replace("{names}", gone.map(part => part.ref).join(", ")) : "", plan };
  });
}

function partSlides(/** @type {ClassroomCourse} */ course, /** @type {PlanPart} */ part, /** @type {string} */ time, /** @type {{ [slug: string]: ClassroomModule }} */ modules, /** @type {any} */ words) {
  const overview = moduleOf(course, part), title = titleOf(course, part, words);
  if (!overview) return [plainSlide(time, title, part.minutes)];
  const module = modules[overview.slug];
  const activity = course.activities.find(entry => part.kind === "activity" && entry.id === part.ref);
  const made = activity ? activitySlides(activity, module, course, words) : part.kind === "module" ? moduleSlides(overview, module, course, words, false)
    : part.kind === "item" ? itemSlides(module.items[part.ref], overview.title, part.title || words["one-question"], module, course, words)
      : lessonSlides(overview, part.ref.split("/")[1], module, course, words);
  if (made.length) made[0] = { ...made[0], place: `${time} · ${made[0].place}`, minutes: part.minutes };
  return made;
}
