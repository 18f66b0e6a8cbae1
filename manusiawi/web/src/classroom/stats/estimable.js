// When a class gives no figure: the smallest group, and what stands in the figure's place.

/** The fewest people about whom a figure is given. The one place that says so. */
export const LEAST = 5;

/**
 * What stands in the place of a figure that cannot be reckoned.
 * @param {Figures.Reason} reason
 * @param {number} n the people it would be about
 * @returns {Figures.NotEstimable}
 */
export function none(reason, n) { return { estimable: false, reason, n }; }

/**
 * The refusal for a group that is too small, else null.
 * @param {number} n
 */
export function tooFew(n) { return n < LEAST ? none("small-group", n) : null; }
