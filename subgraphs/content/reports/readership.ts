import type { CountedDay, CountedReaders } from '../store/reports/count-readership.ts';
import { type Industry, industries } from '../store/tables.ts';

/** What was counted of an industry's notes in a period, or of all notes. */
export interface Readership {
  /** Distinct persons who read. */
  readonly readers: number;
  /** By day of the period. */
  readonly impressions: readonly number[];
  readonly reads: readonly number[];
  readonly interactions: readonly number[];
}

/** The cells of a period: each industry's, and that of all (null). */
export const READERSHIP_INDUSTRIES: readonly (Industry | null)[] = [...industries, null];

/** The cell that holds an industry's. @param kind of the period @param from its first day */
export function readershipKey(kind: string, from: string, industry: Industry | null): string {
  return `readership ${kind} ${from} ${industry ?? 'ALL'}`;
}

/** Puts the days of one period together, by industry. @param days of the period, in their order */
export function readershipOf(
  days: readonly string[],
  counted: readonly CountedDay[],
  readers: readonly CountedReaders[],
): { readonly industry: Industry | null; readonly readership: Readership }[] {
  const place = new Map(days.map((day, index) => [day, index]));
  return READERSHIP_INDUSTRIES.map((industry) => {
    const sums = { impressions: zeros(days), reads: zeros(days), interactions: zeros(days) };
    for (const one of counted) {
      const at = place.get(one.day);
      if ((industry !== null && one.industry !== industry) || at === undefined) continue;
      for (const figure of ['impressions', 'reads', 'interactions'] as const)
        sums[figure][at] = (sums[figure][at] ?? 0) + one[figure];
    }
    const known = readers.find((one) => one.industry === industry);
    return { industry, readership: { readers: known?.readers ?? 0, ...sums } };
  });
}

function zeros(days: readonly string[]): number[] {
  return days.map(() => 0);
}
