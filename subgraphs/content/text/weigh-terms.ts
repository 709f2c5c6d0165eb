import { pairs } from '../../kit/text/segment.ts';

/** How many notes there are, and how many hold each term. */
export interface TermCounts {
  readonly notes: number;
  readonly byTerm: ReadonlyMap<string, number>;
}

export interface WeightedTerms {
  readonly terms: string[];
  /** Beside the terms: hundredths of BM25's inverse document frequency, at least 1; 0 where no note holds the term. */
  readonly weights: number[];
}

/** What must be counted to weigh terms: themselves, and the pairs that stand in for a long word. */
export function termsToCount(terms: readonly string[]): string[] {
  return [...new Set(terms.flatMap((term) => [term, ...pairs(term)]))];
}

/**
 * Weighs each term by its rarity. A long Chinese word that no note holds, because it was cut otherwise there, gives way to its pairs.
 */
export function weighTerms(terms: readonly string[], counts: TermCounts): WeightedTerms {
  const found = (term: string) => (counts.byTerm.get(term) ?? 0) > 0;
  const weighed = [
    ...new Set(
      terms.flatMap((term) => {
        const standIns = found(term) ? [] : pairs(term).filter(found);
        return standIns.length > 0 ? standIns : [term];
      }),
    ),
  ];
  return { terms: weighed, weights: weighed.map((term) => rarity(counts.byTerm.get(term) ?? 0, counts.notes)) };
}

function rarity(holding: number, notes: number): number {
  if (holding === 0) return 0;
  return Math.max(1, Math.round(100 * Math.log(1 + (notes - holding + 0.5) / (holding + 0.5))));
}
