// Uncertainty at 95 per cent: Wilson (1927) for a share, Newcombe (1998, method 10) for the difference of two. Shares run from 0 to 1.

const Z = 1.959964;

/**
 * The interval of a share (Wilson).
 * @param {number} right
 * @param {number} total
 */
export function wilson(right, total) {
  const p = right / total, z = Z * Z / total, half = Z * Math.sqrt(p * (1 - p) / total + z / (4 * total));
  return [Math.max(0, (p + z / 2 - half) / (1 + z)), Math.min(1, (p + z / 2 + half) / (1 + z))];
}

/**
 * The interval of the difference of two shares (Newcombe), each given as [right, total].
 * @param {[number, number]} before
 * @param {[number, number]} after
 */
export function difference(before, after) {
  const p = before[0] / before[1], q = after[0] / after[1], ps = wilson(before[0], before[1]), qs = wilson(after[0], after[1]);
  return [q - p - Math.hypot(q - qs[0], ps[1] - p), q - p + Math.hypot(qs[1] - q, p - ps[0])];
}

/** @param {number} share */
export function percent(share) { return Math.round(100 * share); }

/**
 * The interval of a share in whole per cent.
 * @param {number} right
 * @param {number} total
 */
export function range(right, total) {
  const ends = wilson(right, total);
  return { low: percent(ends[0]), high: percent(ends[1]) };
}
