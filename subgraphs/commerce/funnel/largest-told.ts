import type { GroupsOfMeasures } from './groups-told.ts';
import { MEASURES_OF_STEPS, STEPS, windowOfMeasure } from './measures.ts';

/** How large the largest groups are of which is told of those who bought, and of those who bought again: what else is told of a shop's buyers is held to them. */
export interface LargestTold {
  /** The two largest sizes, the larger first: where all who bought are in the largest group, who is in none of the next may still be few. Fewer where there are fewer. */
  readonly bought: readonly number[];
  readonly boughtAgain: readonly number[];
}

/**
 * The largest groups that periods tell of: each by itself, all of one window together in whatever model (who bought after a tap, and who did after a read), and
 * all of them together.
 * @param periods what a period and the shorter ones within it tell
 */
export function largestTold(periods: readonly GroupsOfMeasures[]): LargestTold {
  const bought = largestOf(periods, STEPS.indexOf('ORDER_PAID'));
  return { bought, boughtAgain: largestOf(periods, STEPS.indexOf('REPURCHASE')) };
}

/** @param first the step, and those after it: who buys again is among those who buy */
function largestOf(periods: readonly GroupsOfMeasures[], first: number): number[] {
  const sizes = new Set<number>();
  const all = new Set<number>();
  const byWindow = new Map<number, Set<number>>();
  for (const measure of MEASURES_OF_STEPS.slice(first).flat()) {
    const window = windowOfMeasure(measure);
    const together = byWindow.get(window) ?? new Set();
    byWindow.set(window, together);
    for (const groups of periods) {
      for (const persons of groups.get(measure) ?? []) {
        sizes.add(persons.length);
        for (const person of persons) {
          together.add(person);
          all.add(person);
        }
      }
    }
  }
  for (const { size } of [all, ...byWindow.values()]) if (size > 0) sizes.add(size);
  return [...sizes].sort((a, b) => b - a).slice(0, 2);
}
