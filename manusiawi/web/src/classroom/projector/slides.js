// Makes slides of a plan, a module, a lesson or questions: pure, so that what a room sees can be tried without a screen.
import { plain } from "../tree.js";

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const MOST_WORDS = 45; // of a lesson's text on one slide: about what is read aloud in twenty seconds, and fills a screen in large type

/** What the slides say of themselves; the page hands in its own phrases. */
/** @typedef {any} Phrases */

/**
 * The slides of a question, alone or among others.
 * @param {RoomItem} item
 * @param {string} place
 * @param {string} title
 * @param {ClassroomModule} module whose trainer's notes answer its wrong options
 * @param {ClassroomCourse} course
 * @param {Phrases} words
 * @returns {Slide[]}
 */
export function itemSlides(item, place, title, module, course, words) {
  const make = /** @param {Partial<Slide>} parts @returns {Slide} */ parts => slide({ place, title, page: item.page, ...parts });
  const scene = item.scene ? [block("scene", item.scene, 0)] : [], after = scene.length ? 1 : 0;
  const stem = block("stem", item.stem, after);
  switch (item.type) {
    case "single-choice":
    case "multiple-choice":
      return [judged(make, [...scene, stem], item.options || [], after + 1, option => option.key ? words["is-key"] : words["is-not-key"], course, module, words)];
    case "inspection":
      return [judged(make, [...scene, stem], item.options || [], after + 1, option => option.key ? words.mend : words.fine, course, module, words, true)];
    case "true-false":
      return (item.options || []).map((option, number, all) => judged(
        parts => make({ ...parts, title: `${title} · ${number + 1}/${all.length}` }), [...scene, block("stem", item.stem, 0), block("text", option.text, after)],
        [{ ...option, text: [] }], after + 1, entry => entry.key ? words["is-true"] : words["is-false"], course, module, words));
    case "matching":
      return [rows(make, [...scene, stem], (item.pairs || []).map(([left, right, reason]) => ({ text: left, then: [...right, " — ", ...reason] })), after + 1)];
    case "ordering":
      return [rows(make, [...scene, stem], (item.steps || []).map(([text, reason]) => ({ text: [], then: [["b", {}, ...text], " ", ...reason] })), after + 1)];
    case "short-text":
      return [make({ blocks: [...scene, stem, block("model", item.answer || [], after + 1), block("reason", item.feedback || [], after + 2)], last: after + 2 })];
    case "reflection":
      return [make({
        blocks: [...scene, stem, ...paragraphs(item.model || []).map((text, number) => block("model", text, after + 1 + number)),
          ...(item.criteria || []).map((text, number) => ({ ...block("option", text, after + 1 + paragraphs(item.model || []).length + number), sign: "✓" }))],
        last: after + paragraphs(item.model || []).length + (item.criteria || []).length,
      })];
    default: // a branching case: a slide for each scene
      return (item.nodes || []).map(node => make({
        title: plain(node.title),
        blocks: [...(node === (item.nodes || [])[0] ? scene : []), ...paragraphs(node.text).map((text, number) => block("scene", text, number)),
          ...node.ways.map(([text], number) => ({ ...block("option", text, paragraphs(node.text).length), sign: String(number + 1) })),
          ...paragraphs(node.ending || []).map((text, number) => block("model", text, paragraphs(node.text).length + number))],
        last: paragraphs(node.text).length + Math.max(node.ways.length ? 0 : -1, paragraphs(node.ending || []).length - 1),
        ways: node.ways.map(([, to]) => (item.nodes || []).findIndex(other => other.id === to)),
        then: -1, // an ending leaves the case; settled where the slides are put together
      }));
  }
}

/**
 * Options that are all seen first, then judged together, then explained one by one. What was the trainer's to hear of a belief stands in the notes.
 * @param {(parts: Partial<Slide>) => Slide} make
 * @param {Block[]} before
 * @param {RoomOption[]} options
 * @param {number} at the step at which they appear
 * @param {(option: RoomOption) => string} verdict
 * @param {ClassroomCourse} course
 * @param {ClassroomModule} module
 * @param {Phrases} words
 * @param {boolean} [numbered] whether they carry numbers
 */
function judged(make, before, options, at, verdict, course, module, words, numbered = false) {
  const shown = options.some(option => option.text.length) ? at : at - 1, revealed = shown + 1;
  const made = options.flatMap((option, number) => {
    const words_ = { at: revealed, words: verdict(option), right: option.key };
    const sign = option.text.length ? numbered ? String(number + 1) : LETTERS[number] : "";
    return [{ ...block("option", option.text, option.text.length ? shown : revealed), sign, judged: words_ }, block("reason", option.feedback, revealed + 1 + number)];
  });
  // The scene makes room for the reasons; the question stays.
  const early = before.map(entry => entry.kind === "scene" && options.length > 1 ? { ...entry, until: revealed + 1 } : entry);
  return make({ blocks: [...early, ...made], last: revealed + options.length, notes: optionNotes(options, numbered, verdict, course, module, words) });
}

/** @returns {Note[]} */
function optionNotes(/** @type {RoomOption[]} */ options, numbered, verdict, course, module, words) {
  return options.map((option, number) => {
    const sign = numbered ? String(number + 1) : LETTERS[number];
    const prompt = option.belief && module.notes.prompts.find(entry => entry.belief === option.belief);
    return {
      title: `${option.text.length ? `${sign}. ` : ""}${verdict(option)}`,
      trees: [
        option.feedback,
        ...(option.belief ? [[["b", {}, words.belief], " ", course.beliefs[option.belief] || option.belief]] : []),
        ...(prompt ? [[["b", {}, words.heard], " ", ...prompt.heard], [["b", {}, words.reply], " ", ...prompt.reply]] : []),
      ],
    };
  });
}

/** Rows that are answered one by one. */
function rows(/** @type {(parts: Partial<Slide>) => Slide} */ make, /** @type {Block[]} */ before, /** @type {{ text: Tree[], then: Tree[] }[]} */ entries, /** @type {number} */ at) {
  const blocks = entries.flatMap((entry, number) => [
    ...(entry.text.length ? [{ ...block("option", entry.text, at), sign: String(number + 1) }] : []),
    { ...block("reason", entry.then, at + 1 + number), sign: entry.text.length ? "" : `${number + 1}.` },
  ]);
  return make({ blocks: [...before, ...blocks], last: at + entries.length });
}

/**
 * The slides of a lesson or case: what it is, its text section by section, its questions where it sets them.
 * @param {ModuleOverview} overview
 * @param {string} slug
 * @param {ClassroomModule} module
 * @param {ClassroomCourse} course
 * @param {Phrases} words
 * @returns {Slide[]}
 */
export function lessonSlides(overview, slug, module, course, words) {
  const entry = [...overview.lessons, ...overview.cases].find(known => known.slug === slug);
  const parts = module.lessons[slug] || [];
  if (!entry) return [];
  const place = placeOf(overview, words), page = `${overview.slug}/${slug}.html`;
  const made = [slide({ place, title: entry.title, blocks: [block("lead", [entry.about], 0)], page })];
  const total = parts.filter(part => typeof part === "string").length;
  let number = 0;
  parts.forEach((part, at) => {
    if (typeof part === "string") {
      number++;
      const item = module.items[part];
      if (item) join(made, itemSlides(item, entry.title, words.question.replace("{number}", String(number)).replace("{total}", String(total)), module, course, words));
      return;
    }
    const [anchor, title, sentences] = part;
    if (!at && !anchor) return; // the description, said already
    portions(sentences).forEach((portion, turn) => {
      made.push(slide({
        place: entry.title, title: turn ? `${title} …` : title || entry.title, page: anchor ? `${page}#${anchor}` : page,
        blocks: portion.map((sentence, step) => block("text", [sentence], step)), last: portion.length - 1,
      }));
    });
  });
  return made;
}

/**
 * The slides of a module's session: its outcomes, then each lesson and case by name, the steps in the notes.
 * @param {ModuleOverview} overview
 * @param {ClassroomModule} module
 * @param {ClassroomCourse} course
 * @param {Phrases} words
 * @param {boolean} whole whether the lessons follow with their text
 * @returns {Slide[]}
 */
export function moduleSlides(overview, module, course, words, whole) {
  const outcomes = overview.outcomes.map((outcome, number) => block("text", [outcome.text], number + 1));
  const made = [slide({
    place: placeOf(overview, words), title: overview.title, page: `${overview.slug}/index.html`, minutes: overview.minutes,
    blocks: [block("lead", [words.outcomes], 0), ...outcomes], last: outcomes.length, notes: moduleNotes(module, words),
  })];
  module.notes.prompts.forEach(prompt => {
    made.push(slide({
      place: overview.title, title: words.room, page: overview.notes, blocks: [block("stem", prompt.ask, 0)],
      notes: [{ title: words.expect, trees: [prompt.expect] }, { title: words.heard, trees: [prompt.heard] },
        { title: words.belief, trees: [[course.beliefs[prompt.belief] || prompt.belief]] }, { title: words.reply, trees: [prompt.reply] }],
    }));
  });
  if (whole) [...overview.lessons, ...overview.cases].forEach(entry => { join(made, lessonSlides(overview, entry.slug, module, course, words)); });
  return made;
}

/**
 * The slides of an activity: what it is, its steps one by one, then each question for the talk.
 * @param {RoomActivity} entry
 * @param {ClassroomModule} module
 * @param {ClassroomCourse} course
 * @param {Phrases} words
 * @returns {Slide[]}
 */
export function activitySlides(entry, module, course, words) {
  const played = module.activities[entry.id], { stand, see, hear } = played.ways;
  const notes = [
    { title: words.materials, trees: played.materials }, { title: words["cannot-stand"], trees: [stand] }, { title: words["cannot-see"], trees: [see] },
    { title: words["cannot-hear"], trees: [hear] }, { title: words.watch, trees: played.watch },
  ];
  const steps = played.steps.map(([minutes, trees], number) => block("text", [["b", {}, words.minutes.replace("{minutes}", String(minutes))], " ", ...trees], number + 1));
  const talk = played.debrief.map(each => slide({
    place: entry.title, title: words.room, page: entry.page, blocks: [block("stem", each.ask, 0)],
    notes: [{ title: words.belief, trees: [[course.beliefs[each.belief] || each.belief]] }, { title: words.reply, trees: [each.reply] }],
  }));
  return [slide({ title: entry.title, page: entry.page, minutes: entry.minutes, blocks: [block("lead", [entry.about], 0), ...steps], last: steps.length, notes }), ...talk];
}

/** @returns {Note[]} */
function moduleNotes(/** @type {ClassroomModule} */ module, /** @type {Phrases} */ words) {
  const { materials, steps, watch, disabilities, noNetwork } = module.notes;
  return [
    { title: words.materials, trees: materials }, { title: words.steps, trees: steps }, { title: words.watch, trees: watch },
    { title: words.disabilities, trees: disabilities }, { title: words["no-network"], trees: noNetwork.length ? [noNetwork] : [] },
  ].filter(note => note.trees.length);
}

/**
 * A slide for a part of a plan that is neither a module nor a lesson nor a question.
 * @param {string} place
 * @param {string} title
 * @param {number} minutes
 * @param {Partial<Slide>} [more]
 */
export function plainSlide(place, title, minutes, more) { return slide({ place, title, minutes, ...more }); }

/**
 * Adds slides to others; places within the added ones count from their new first, and an ending of a case leads behind it.
 * @param {Slide[]} made
 * @param {Slide[]} more
 */
export function join(made, more) {
  const from = made.length, end = from + more.length;
  more.forEach(entry => { made.push({ ...entry, ways: entry.ways.map(way => way + from), then: entry.then < 0 && isOfCase(more) ? end : -1 }); });
}
function isOfCase(/** @type {Slide[]} */ slides) { return slides.some(entry => entry.ways.length); }

/** @returns {Slide} */
function slide(/** @type {Partial<Slide>} */ parts) {
  return { place: "", title: "", blocks: [], last: 0, notes: [], minutes: 0, ways: [], then: -1, page: "", ...parts };
}
/** @returns {Block} */
function block(/** @type {Block["kind"]} */ kind, /** @type {Tree[]} */ trees, /** @type {number} */ at) { return { kind, trees, at, until: -1, sign: "" }; }

function placeOf(/** @type {ModuleOverview} */ overview, /** @type {Phrases} */ words) { return words.module.replace("{number}", String(overview.number)); }

/** The paragraphs and lists that some trees hold, each as trees of its own; line breaks between them go. */
function paragraphs(/** @type {Tree[]} */ trees) {
  const blocks = trees.filter(tree => typeof tree !== "string" || tree.trim());
  return blocks.length && blocks.every(tree => typeof tree !== "string") ? blocks.map(tree => [tree]) : blocks.length ? [blocks] : [];
}

/** Sentences in portions that fill a slide; a long sentence has one of its own. */
function portions(/** @type {string[]} */ sentences) {
  const made = /** @type {string[][]} */ ([]);
  let count = 0;
  sentences.forEach(sentence => {
    const words = sentence.split(/\s+/).length;
    if (!made.length || count + words > MOST_WORDS) { made.push([]); count = 0; }
    made[made.length - 1].push(sentence);
    count += words;
  });
  return made;
}
