// The quantiles of Student's t and of F, and the binomial of a fair coin, all by the incomplete beta function (DLMF 8.17).

const SHIFT = 15; // from here on the series of log Γ errs by less than 1e-13

/**
 * log Γ(x) by Stirling's series (DLMF 5.11.1), which x is lifted to by Γ(x + 1) = x Γ(x).
 * @param {number} x above 0
 */
export function lnGamma(x) {
  let lifted = x, product = 1;
  for (; lifted < SHIFT; lifted += 1) product *= lifted;
  const square = 1 / (lifted * lifted);
  const series = (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680))) / lifted;
  return (lifted - 0.5) * Math.log(lifted) - lifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product);
}

/**
 * The regularised incomplete beta function I_x(a, b): its continued fraction (DLMF 8.17.22), evaluated by the method of Lentz.
 * @param {number} x from 0 to 1
 * @param {number} a above 0
 * @param {number} b above 0
 * @returns {number}
 */
export function incompleteBeta(x, a, b) {
  if (x <= 0 || x >= 1) return x <= 0 ? 0 : 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a); // where the fraction ends sooner
  const front = Math.exp(lnGamma(a + b) - lnGamma(a) - lnGamma(b) + a * Math.log(x) + b * Math.log1p(-x)) / a;
  let above = 1, below = 0, value = 1;
  for (let m = 0, change = 0; m < 10000 && Math.abs(change - 1) > 1e-15; m += 1) {
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    const even = (m + 1) * (b - m - 1) * x / ((a + 2 * m + 1) * (a + 2 * m + 2));
    for (const term of [odd, even]) {
      below = 1 / (1 + term * below);
      above = 1 + term / above;
      change = above * below;
      value *= change;
    }
  }
  return front / value;
}

/**
 * Where a growing function from 0 to 1 reaches a height, by halving until two neighbouring numbers are left.
 * @param {number} height
 * @param {(x: number) => number} grows
 */
function reached(height, grows) {
  let low = 0, high = 1;
  for (let middle = 0.5; middle > low && middle < high; middle = (low + high) / 2) {
    if (grows(middle) < height) low = middle; else high = middle;
  }
  return high;
}

/**
 * The value that F stays under with a probability.
 * @param {number} p between 0 and 1
 * @param {number} d1 degrees of freedom above
 * @param {number} d2 degrees of freedom below
 */
export function fQuantile(p, d1, d2) {
  const x = reached(p, at => incompleteBeta(at, d1 / 2, d2 / 2));
  return d2 * x / (d1 * (1 - x));
}

/**
 * The value that t stays under with a probability: t² is F with one degree of freedom above.
 * @param {number} p from one half to 1
 * @param {number} df degrees of freedom
 */
export function tQuantile(p, df) { return Math.sqrt(fQuantile(2 * p - 1, 1, df)); }

/**
 * The probability of k heads or fewer among n throws of a fair coin (DLMF 8.17.5).
 * @param {number} k from 0 to n − 1
 * @param {number} n
 */
export function coin(k, n) { return incompleteBeta(0.5, n - k, k + 1); }
