// Takes the affixes off an Indonesian word, as candidates() of manusiawi/language/id/roots.py does with the same table.


/**
 * What gives every form that is left of a word as affixes come off.
 * @param {any} affixes the table
 */
export function candidates(affixes) {
  const reached = new Map(), afters = affixes.prefixes.map(prefix => new RegExp(`^(?:${prefix[2]})`));

  // Every form that is left of a word as affixes come off, itself included.
  return function forms(word) {
    let found = reached.get(word);
    if (found) return found;
    found = new Set([word]);
    tails(word).forEach(tail => {
      let level = [["", tail[1]]];
      for (let depth = 0; depth < 4; depth++) {
        const next = [];
        level.forEach(step => {
          if (!affixes.apart.includes(`${step[0]} ${tail[0]}`) && possible(step[1], depth)) found.add(step[1]);
          if (depth < 3) heads(step[1]).forEach(head => { next.push([step[0] || head[0], head[1]]); });
        });
        level = next;
      }
    });
    Array.from(found).forEach(root => {
      affixes.loans.forEach(loan => { if (root.endsWith(loan[0])) found.add(root.slice(0, -loan[0].length) + loan[1]); });
    });
    reached.set(word, found);
    return found;
  };

  function possible(root, prefixes) {
    return root.length > 2 && (root.match(/[aeiou]/g) || []).length >= (prefixes < 2 ? 1 : 2);
  }
  function tails(word) {
    const found = [];
    [""].concat(affixes.particles).forEach(particle => {
      [""].concat(affixes.possessives).forEach(possessive => {
        [""].concat(affixes.suffixes).forEach(suffix => {
          const ending = suffix + possessive + particle;
          if (word.endsWith(ending)) found.push([suffix, word.slice(0, word.length - ending.length)]);
        });
      });
    });
    return found;
  }
  function heads(word) {
    const found = [];
    affixes.prefixes.forEach((prefix, number) => {
      const rest = word.slice(prefix[0].length);
      if (rest.length > 1 && word.startsWith(prefix[0]) && afters[number].test(rest))
        prefix[3].forEach(letters => { found.push([prefix[1], letters + rest]); });
    });
    return found;
  }
}
