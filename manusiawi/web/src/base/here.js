// Where the page stands in the course, as the script's own tag says.

const tag = /** @type {HTMLScriptElement} */ (document.currentScript);

/** The page's path below the root of its language, "nondiskriminasi/bias.html". */
export const here = tag.dataset.page;

/** The address of the root of its language, with a slash at its end. */
export const root = new URL(tag.dataset.root, location.href).href;

/** The address of the script that reads aloud. */
export const reader = tag.dataset.aloud;

/** The address of the script that reads typed answers. */
export const wordReader = /** @type {string} */ (tag.dataset.written);

/** The address of the script that shows the answers as codes; none where no room votes on any question of the page. */
export const codeWriter = tag.dataset.codes;
