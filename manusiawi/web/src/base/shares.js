// Uncertainty of a share, from 0 to 1, at 95 per cent: Wilson (1927).

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
