import { quoteLexeme } from '../../kit/text/search-vector.ts';
import type { WeightedTerms } from './weigh-terms.ts';

/** How a search's notes are found. */
export interface SearchPlan {
  /** A tsquery that every note found satisfies, so that only few need their terms weighed. */
  readonly candidates: string;
  /** The terms that weigh something, each as a tsquery, and beside them their weights. */
  readonly queries: string[];
  readonly weights: number[];
  /** What the terms that a note holds must weigh together. */
  readonly least: number;
}

/**
 * Plans a search: a note is found when the terms that it holds weigh at least half of all. So the rarest terms decide, and a note that
 * holds none of them is no candidate: the candidates are the notes with one of the heaviest terms, as many of these as leave less than
 * half to the rest.
 * @returns undefined where no note holds any of the terms
 */
export function planSearch({ terms, weights }: WeightedTerms): SearchPlan | undefined {
  const weighed = terms
    .map((term, index) => ({ query: quoteLexeme(term), weight: weights[index] ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
  const least = Math.ceil(total / 2);
  let rest = total;
  const candidates: string[] = [];
  for (const { query, weight } of weighed) {
    if (rest < least) break;
    candidates.push(query);
    rest -= weight;
  }
  if (candidates.length === 0) return undefined;
  return {
    candidates: candidates.join(' | '),
    queries: weighed.map(({ query }) => query),
    weights: weighed.map(({ weight }) => weight),
    least,
  };
}
