import { isData } from '../data.ts';

/** The most lists that may stand in each other at one field: what is deeper counts as nothing, since no type nests so deep. */
export const DEEPEST_LISTS = 100;

/**
 * How many objects, each with a row, a value holds.
 * @param depth how many lists of the field's value are around it
 */
export function objectsIn(value: unknown, depth: number): number {
  if (!Array.isArray(value)) return isData(value) ? 1 : 0;
  if (depth >= DEEPEST_LISTS) return 0;
  let count = 0;
  for (const item of value) count += objectsIn(item, depth + 1);
  return count;
}
