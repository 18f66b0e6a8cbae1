// What the parts of a plan are called; the pages that name parts add words of their own.

/** Phrases by kind, and where a kind has several by kind and what the part names: module, test-a, prayer-zuhur, break. */
export const partWords = WORDS_PARTS;
