/** A part before it is rounded: the greatest whole number in it, and what is beyond that. Rests are compared with one another only. */
export interface Quota {
  readonly whole: number;
  readonly rest: number;
}

/**
 * Rounds parts so that they sum to the total: what the whole parts leave goes, one each, to those with the largest rests; of equal rests
 * to the later in the list (the largest remainder method, after Hamilton).
 * @param total a whole number, at least the sum of the whole parts and less than one more for each part
 */
export function largestRemainder(total: number, quotas: readonly Quota[]): number[] {
  const parts = quotas.map(({ whole }) => whole);
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  if (left === 0) return parts;
  const byRest = quotas
    .map(({ rest }, index) => ({ rest, index }))
    .sort((a, b) => b.rest - a.rest || b.index - a.index);
  for (const { index } of byRest) {
    if (left === 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
}
