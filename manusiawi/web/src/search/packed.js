// Unpacks what manusiawi/search/index.py packs.

/**
 * Names in order: a capital letter says how many letters a name shares with the one before, then comes the rest.
 * @param {string} packed
 * @returns {string[]}
 */
export function names(packed) {
  let before = "";
  return (packed.match(/[A-Z][^A-Z]*/g) || []).map(part => before = before.slice(0, part.charCodeAt(0) - 65) + part.slice(1));
}

/**
 * The numbers of pages as gaps in an alphabet: "~" is a whole alphabet further, "!" stands after a page that has the word often.
 * @param {string} row
 * @param {string} alphabet
 * @returns {[page: number, times: number][]}
 */
export function pages(row, alphabet) {
  const made = /** @type {[number, number][]} */ ([]);
  let page = -1;
  Array.from(row).forEach(sign => {
    if (sign === "!") made[made.length - 1][1] = 3;
    else if (sign === "~") page += alphabet.length;
    else made.push([page += alphabet.indexOf(sign) + 1, 1]);
  });
  return made;
}
