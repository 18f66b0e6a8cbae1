// The words of a text, as words() of manusiawi/language/families.py finds them.

/**
 * What gives every word of a text, in order: "25 Tahun 2009" is 25/2009, "Pasal 34 huruf a" is §34. With each come the letters that
 * stand in the text, and where they begin.
 * @param {{ year: string, article: string, part: string }} beside what stands beside the numbers of laws and articles
 * @returns {(text: string) => { word: string, as: string, at: number }[]}
 */
export function reader({ year, article, part }) {
  const parts = `(?:\\s+(?:${part})\\s+(?:\\((?:[a-z]|\\d{1,2})\\)|(?:[a-z]|\\d{1,2})(?![a-z0-9])))*`;
  const plain = "\\d+/\\d+|\\d+(?:[.,]\\d+)+|§?[\\p{L}\\p{N}]+(?:['’][\\p{L}\\p{N}]+)*";
  const pattern = new RegExp(`(\\d+)\\s+(?:${year})\\s+(\\d{4})|(?:${article})s?\\s+(\\d+[a-z]*)${parts}|${plain}`, "giu");

  return function words(text) {
    const made = [];
    let match;
    pattern.lastIndex = 0;
    while ((match = pattern.exec(text))) {
      const [as, number, of, cited] = match;
      const word = number ? `${number}/${of}` : cited ? `§${cited.toLowerCase()}` : as.toLowerCase().replace(/’/g, "'");
      made.push({ word, as, at: match.index });
    }
    return made;
  };
}
