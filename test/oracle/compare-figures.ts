import type { Figure } from './expected-figures.ts';

/** Where figures that are kept are not those expected. */
export interface FigureDifference {
  /** `NOTE note_1 2025-05-07 DAYS_7 LINEAR orders` */
  readonly of: string;
  readonly expected: number;
  readonly kept: number;
}

/**
 * Compares all figures there are; one that is nowhere is zero.
 * @returns in the order of their names
 */
export function compareFigures(expected: readonly Figure[], kept: readonly Figure[]): FigureDifference[] {
  const [ours, theirs] = [byName(expected), byName(kept)];
  const names = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return names
    .map((of) => ({ of, expected: ours.get(of) ?? 0, kept: theirs.get(of) ?? 0 }))
    .filter((one) => one.expected !== one.kept);
}

function byName(figures: readonly Figure[]): Map<string, number> {
  return new Map(
    figures.map(({ kind, id, day, window, model, figure, amount }) => [
      [kind, id, day, window, model, figure].filter(Boolean).join(' '),
      amount,
    ]),
  );
}

/** Differences for people to read: the first of them, and how many more there are. */
export function tellDifferences(differences: readonly FigureDifference[], most = 40): string {
  const lines = differences
    .slice(0, most)
    .map(({ of, expected, kept }) => `  ${of}: ${expected} expected, ${kept} kept`);
  const more = differences.length - lines.length;
  return [`${differences.length} figures differ`, ...lines, ...(more > 0 ? [`  … and ${more} more`] : [])].join('\n');
}
