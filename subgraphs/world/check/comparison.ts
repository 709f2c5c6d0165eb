/** One answer that is not what the truth says. */
export interface Difference {
  readonly family: string;
  readonly what: string;
  readonly expected: string;
  readonly answered: string;
}

/** Gathers what was compared, by family of figures. */
export class Comparison {
  readonly #compared = new Map<string, number>();
  readonly differences: Difference[] = [];

  /** Notes one figure; both sides as text, so that a missing one shows. */
  compare(family: string, what: string, expected: unknown, answered: unknown): void {
    this.#compared.set(family, (this.#compared.get(family) ?? 0) + 1);
    if (String(expected) === String(answered)) return;
    this.differences.push({ family, what, expected: String(expected), answered: String(answered) });
  }

  /** Lines for people: each family with how much was compared, then the first differences. */
  table(most: number): string[] {
    const families = [...this.#compared].map(([family, compared]) => {
      const differ = this.differences.filter((one) => one.family === family).length;
      return `${family.padEnd(34)} ${String(compared).padStart(8)} ${String(differ).padStart(8)}`;
    });
    const shown = this.differences
      .slice(0, most)
      .map(
        ({ family, what, expected, answered }) => `  ${family}, ${what}: ${expected} expected, ${answered} answered`,
      );
    const more = this.differences.length - shown.length;
    return [
      `${'figures'.padEnd(34)} ${'compared'.padStart(8)} ${'differ'.padStart(8)}`,
      ...families,
      ...shown,
      ...(more > 0 ? [`  … and ${more} more`] : []),
    ];
  }
}
