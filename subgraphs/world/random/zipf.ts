/** Takes a number in [0, 1), gives a rank from 0: low ranks often, high ones hardly ever. */
export type RankSampler = (unit: number) => number;

/**
 * Zipf's law over n ranks: the k-th has weight 1/k, or 1/k^1.5 where it is steep. Only division and square roots, which IEEE 754 fixes
 * to the bit, so that every machine draws the same.
 */
export function zipf(n: number, steep = false): RankSampler {
  const cumulative = new Float64Array(n);
  let total = 0;
  for (let k = 1; k <= n; k += 1) {
    total += steep ? 1 / (k * Math.sqrt(k)) : 1 / k;
    cumulative[k - 1] = total;
  }
  return (unit) => firstAbove(cumulative, unit * total);
}

function firstAbove(cumulative: Float64Array, target: number): number {
  let low = 0;
  let high = cumulative.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((cumulative[middle] ?? 0) > target) high = middle;
    else low = middle + 1;
  }
  return low;
}
