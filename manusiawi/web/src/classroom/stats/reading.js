// Reads the answers of a class: who gave which option, what is right, who answered all that was asked.

/**
 * An object's own value of a name, else null: codes may be names that every object has.
 * @template Value
 * @param {{[name: string]: Value}} object
 * @param {string} name
 * @returns {Value | null}
 */
export function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name) ? object[name] : null; }

/**
 * A person's answer to a question; null where it is missing, or is an option that the question does not have.
 * @param {Figures.Answers} answers
 * @param {string} code
 * @param {Figures.Item} item
 */
export function answer(answers, code, item) {
  const given = own(answers.people[code], item.id);
  return given && item.options.includes(given.option) ? given : null;
}

/**
 * @param {Figures.Item} item
 * @param {string} option
 */
export function isRight(item, option) { return item.keys.includes(option); }

/**
 * The item of a name.
 * @param {Figures.Answers} answers
 * @param {string} id
 * @returns {Figures.Item}
 * @throws {Error} where the answers know no such item: a fault of the caller
 */
export function itemOf(answers, id) {
  const item = answers.items.find(one => one.id === id);
  if (!item) throw new Error(`item "${id}": allowed are ${answers.items.map(one => one.id).join(", ")}`);
  return item;
}

/**
 * The people who answered every question that was asked, as 1 and 0. Questions without a key are no part of it.
 * @param {Figures.Answers} answers
 * @returns {Figures.Sheet}
 */
export function sheet(answers) {
  const everyone = Object.keys(answers.people), keyed = answers.items.filter(item => item.keys.length);
  const items = keyed.filter(item => everyone.some(code => answer(answers, code, item)));
  const given = (/** @type {string} */ code) => items.filter(item => answer(answers, code, item)).length;
  const codes = items.length ? everyone.filter(code => given(code) === items.length) : [];
  const absent = everyone.filter(code => given(code) === 0).length;
  return {
    items, codes, absent, unasked: keyed.filter(item => !items.includes(item)).map(item => item.id),
    incomplete: everyone.length - codes.length - absent,
    rows: codes.map(code => items.map(item => Number(isRight(item, /** @type {Figures.Answer} */ (answer(answers, code, item)).option))))
  };
}
