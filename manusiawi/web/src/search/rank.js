// Weighs documents against the words of a query: BM25+ (Lv and Zhai 2011, "Lower-Bounding Term Frequency Normalization"),
// with the title counted apart from the rest and three times as much.

const K = 1.2, B = 0.7, D = 0.5, TITLE = 3;

/**
 * What gives the weight of each document that holds one of some families.
 * @param {string[][]} titles the families in each document's title
 * @param {Map<string, number>[]} bodies how often each document holds each family
 * @returns {(families: Set<string>, likely: (family: string) => number) => Map<number, { score: number, held: Set<string> }>}
 *   by the number of the document; `likely`, from 0 to 1, says how far a family counts
 */
export function ranking(titles, bodies) {
  const fields = [field(titles.map(counted), TITLE), field(bodies, 1)];

  return function rank(families, likely) {
    const found = new Map();
    families.forEach(family => {
      fields.forEach(weigh => weigh(family, (number, weight) => {
        if (!found.has(number)) found.set(number, { score: 0, held: new Set() });
        const entry = found.get(number);
        entry.score += weight * likely(family);
        entry.held.add(family);
      }));
    });
    return found;
  };
}

function field(documents, boost) {
  const sizes = documents.map(counts => Array.from(counts.keys()).filter(family => family[0] !== "§").length); // a law is no longer for its articles
  const mean = sizes.reduce((sum, size) => sum + size, 0) / documents.length;
  return (family, each) => {
    const holding = documents.filter(counts => counts.has(family)).length, rare = Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
    documents.forEach((counts, number) => {
      const times = counts.get(family);
      if (times) each(number, boost * rare * (D + times * (K + 1) / (times + K * (1 - B + B * sizes[number] / mean))));
    });
  };
}

function counted(families) {
  const counts = new Map();
  families.forEach(family => { counts.set(family, (counts.get(family) || 0) + 1); });
  return counts;
}
