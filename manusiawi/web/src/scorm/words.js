// The phrases of a package.
export const words = WORDS_SCORM;
