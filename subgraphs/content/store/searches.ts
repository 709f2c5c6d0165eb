import type { ContentDb, SearchOrigin } from './tables.ts';

/** A search, as resolvers get it. */
export interface SearchRow {
  readonly id: string;
  readonly text: string;
  readonly origin: SearchOrigin;
  readonly searchedAt: Date;
  readonly terms: string[];
  /** Beside the terms: what each weighs in this search, however rare it is by now. */
  readonly weights: number[];
}

/** The searches with some ids, in no order. */
export function searchesByIds(db: ContentDb, ids: readonly string[]): Promise<SearchRow[]> {
  return db
    .selectFrom('searches')
    .select(['id', 'text', 'origin', 'searched_at as searchedAt', 'terms', 'weights'])
    .where('id', 'in', ids)
    .execute();
}
