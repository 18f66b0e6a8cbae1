// Means, sums of squares and correlations of whole numbers and shares.

/** @param {number[]} values */
export function total(values) { return values.reduce((sum, value) => sum + value, 0); }

/** @param {number[]} values one or more */
export function mean(values) { return total(values) / values.length; }

/**
 * The sum of the products of two lists' distances from their means.
 * @param {number[]} xs
 * @param {number[]} ys as many
 */
export function products(xs, ys) {
  const x = mean(xs), y = mean(ys);
  return total(xs.map((value, at) => (value - x) * (ys[at] - y)));
}

/**
 * The variance of a sample, by n − 1.
 * @param {number[]} values two or more
 */
export function variance(values) { return products(values, values) / (values.length - 1); }

/**
 * Whether all values are the same; the variance itself may miss zero by a rounding.
 * @param {number[]} values
 */
export function isConstant(values) { return values.every(value => value === values[0]); }

/**
 * Pearson's correlation.
 * @param {number[]} xs not constant
 * @param {number[]} ys as many, not constant
 */
export function correlation(xs, ys) {
  const r = products(xs, ys) / Math.sqrt(products(xs, xs) * products(ys, ys));
  return Math.max(-1, Math.min(1, r)); // a rounding may pass the ends
}
