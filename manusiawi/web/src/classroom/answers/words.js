// The phrases of the page of answers.
export const words = WORDS_ANSWERS;
