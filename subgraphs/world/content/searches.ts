import type { Buyers } from '../commerce/buyers.ts';
import type { Readers } from '../people/readers.ts';
import type { Plan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { stream } from '../random/stream.ts';
import type { Reads } from './reads.ts';
import { worldSearchId } from './search-id.ts';
import { searchText } from './search-text.ts';
import { makeSearchers } from './searchers.ts';

/** One search as content logs it. */
export interface Search {
  readonly id: string;
  readonly person: number;
  readonly text: string;
  readonly origin: 'USER' | 'SUGGESTED';
  readonly at: number;
}

/** The searches of Y1, each to be had alone. First come those that make a searcher one, then the rest. */
export interface Searches {
  readonly count: number;
  /** How many of the first make someone a searcher. */
  readonly searchers: number;
  at(index: number): Search;
  /** The search before a buyer's first order; undefined where there was none. */
  ofBuyer(ordinal: number): Pick<Search, 'id'> | undefined;
  /** Whether a buyer searches after all orders, and never before: no more orders may follow. */
  searchesAfterwards(ordinal: number): boolean;
}

/** @returns the search log of Y1: who searched, when and for what, in the exact numbers of the plan */
export function makeSearches(plan: Plan, readers: Readers, reads: Reads, buyers: Buyers): Searches {
  const { search, seed } = plan;
  const random = stream(seed, 'search.text');
  const searchers = makeSearchers(plan, readers, reads, buyers);
  const originRank = permutation(seed, 'search.origin', search.searches);
  const textOf = (index: number, buyer?: number) => {
    const about = buyer === undefined ? undefined : buyers.at(buyer).read.note.industry;
    return searchText(about, random.unit(index * 2), random.unit(index * 2 + 1));
  };
  return {
    count: search.searches,
    searchers: search.searchers,
    at: (index) => {
      const { person, at, buyer } = searchers.at(index);
      const text = textOf(index, buyer);
      const origin = originRank.at(index) < search.userSearches ? 'USER' : 'SUGGESTED';
      return { id: worldSearchId(seed, 'y1', index, text), person, text, origin, at };
    },
    ofBuyer: (ordinal) => {
      const index = searchers.indexOfBuyer(ordinal);
      return index === undefined ? undefined : { id: worldSearchId(seed, 'y1', index, textOf(index, ordinal)) };
    },
    searchesAfterwards: searchers.searchesAfterwards,
  };
}
