// A question as it is put to a room: choices under letters, one statement of a true/false set at a time.

/** Types that a whole room can answer with one letter each. */
const VOTED = ["single-choice", "true-false"];
/** The letters of the choices, in the order of the page. */
export const LETTERS = "ABCD";

/**
 * A choice as the room sees it. `name` is what a vote saves; of a statement its text is "true" or "false", which the page says in words.
 * @typedef {{letter: string, name: string, text: Tree[] | "true" | "false", key: boolean, feedback: Tree[], belief: string}} Choice
 */
/**
 * A step of a set: which question of which module, and which statement of it.
 * @typedef {{module: string, item: string, row?: string, form: "" | "a" | "b"}} Step
 */

/** @param {string} type */
export function isVoted(type) { return VOTED.includes(type); }

/**
 * The choices of a question, or of one statement of it.
 * @param {RoomItem} item
 * @param {string} [row]
 * @returns {Choice[]}
 */
export function choicesOf(item, row) {
  const options = item.options || [];
  if (item.type !== "true-false") {
    return options.map((option, at) => ({
      letter: LETTERS[at], name: option.id, text: option.text, key: option.key, feedback: option.feedback, belief: option.key ? "" : option.belief || ""
    }));
  }
  const statement = options.find(option => option.id === row);
  if (!statement) return [];
  return /** @type {("true" | "false")[]} */ (["true", "false"]).map((text, at) => {
    const key = statement.key === (text === "true");
    return { letter: LETTERS[at], name: `${statement.id}:${text}`, text, key, feedback: statement.feedback, belief: key ? "" : statement.belief || "" };
  });
}

/**
 * The steps that a question makes: one, or one for each statement; none where a room cannot vote on it.
 * @param {string} module
 * @param {string} id
 * @param {RoomItem | undefined} item
 * @param {Step["form"]} form
 * @returns {Step[]}
 */
export function stepsOf(module, id, item, form) {
  if (!item || !isVoted(item.type)) return [];
  if (item.type !== "true-false") return [{ module, item: id, form }];
  return (item.options || []).map(option => ({ module, item: id, row: option.id, form }));
}

/**
 * The revision of a question in a language, "id-4f2k9".
 * @param {RoomItem} item
 * @param {string} language
 */
export function revisionOf(item, language) { return item.revisions.split(" ").find(part => part.startsWith(`${language}-`)) || ""; }

/**
 * Which vote a step of a set is.
 * @param {{round: number}} at
 * @param {import("./asked.js").Step} step
 * @returns {import("./class.js").Asking}
 */
export function askingOf(at, step) { return { item: step.item, ...step.row ? { row: step.row } : {}, form: step.form, round: at.round }; }
