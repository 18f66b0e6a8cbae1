// The phrases of what is shown after a vote.
export const words = WORDS_FINDINGS;
