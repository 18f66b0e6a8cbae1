// Misspellings: every word of the course that is one letter away (Norvig, "How to Write a Spelling Corrector").

/**
 * What was meant by a word that the course does not have, likeliest first: at most three words of the course, each with its family.
 * @param {string} word
 * @param {Set<string>} known every word of the course
 * @param {(word: string) => string | null} lookUp gives a word's family
 * @param {(one: string, two: string) => string} heavier of two families that on more pages
 * @returns {[family: string, word: string][]}
 */
export function meant(word, known, lookUp, heavier) {
  const near = Array.from(oneAway(word)), found = new Map();
  near.filter(variant => known.has(variant)).forEach(variant => {
    const family = lookUp(variant);
    if (family && variant.length > (found.get(family) || "").length) found.set(family, variant);
  });
  const best = Array.from(found.keys()).sort((one, two) => heavier(one, two) === one ? -1 : 1);
  return best.length ? best.slice(0, 3).map(family => [family, found.get(family)]) : root(near, known, lookUp);
}

// A form that the course does not use, of a long root that it does: mendiskriminasikn.
function root(near, known, lookUp) {
  const roots = near.map(lookUp).filter(family => family && family.length > 5 && known.has(family));
  return roots.sort((one, two) => two.length - one.length).slice(0, 1).map(family => [family, family]);
}

function oneAway(word) {
  const made = new Set();
  for (let place = 0; place <= word.length; place++) {
    const before = word.slice(0, place), after = word.slice(place);
    if (after) made.add(before + after.slice(1));
    if (after.length > 1) made.add(before + after[1] + after[0] + after.slice(2));
    for (let code = 97; code < 123; code++) {
      const letter = String.fromCharCode(code);
      if (after) made.add(before + letter + after.slice(1));
      made.add(before + letter + after);
    }
  }
  return made;
}
