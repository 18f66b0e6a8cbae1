// How well the questions of a set hang together: coefficient alpha (Cronbach 1951; of right and wrong it is KR-20, Kuder and Richardson 1937).
import { fQuantile } from "./distributions.js";
import { none, tooFew } from "./estimable.js";
import { isConstant, total, variance } from "./moments.js";

/**
 * Alpha of those who answered all, with the interval of Feldt (1965). A question that all had right, or all wrong, counts as one of the set.
 * @param {Figures.Sheet} whole
 * @returns {Figures.Alpha | Figures.NotEstimable}
 */
export function alpha(whole) {
  const { items, rows } = whole, n = rows.length, k = items.length;
  const small = tooFew(n);
  if (small) return small;
  if (k < 2) return none("one-item", n);
  const totals = rows.map(total);
  if (isConstant(totals)) return none("same-total", n);
  const columns = items.map((_, at) => rows.map(row => row[at]));
  const unlike = total(columns.map(variance)) / variance(totals), value = k / (k - 1) * (1 - unlike);
  const [low, high] = [0.975, 0.025].map(p => 1 - (1 - value) * fQuantile(p, n - 1, (n - 1) * (k - 1)));
  const constant = items.filter((_, at) => isConstant(columns[at])).map(item => item.id);
  return { estimable: true, n, value, low, high, items: k, constant };
}
