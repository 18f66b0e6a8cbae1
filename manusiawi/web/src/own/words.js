// The phrases of the pages that the record fills in.
export const words = WORDS_OWN;
