import { batchedByArguments, groupedInOrder } from '../../kit/batch.ts';
import { relatedOf } from '../store/recommendations/related.ts';
import type { RelatedKind } from '../store/recommendations/related-tables.ts';
import type { CommerceDb } from '../store/tables.ts';

export type RelatedLoader = ReturnType<typeof relatedLoader>;

/** One request's loaders of what goes with notes and products. */
export function relatedLoader(db: CommerceDb) {
  return batchedByArguments(async (query: { kind: RelatedKind; first: number }, ids: readonly string[]) =>
    groupedInOrder(ids, await relatedOf(db, query, ids), (row) => row.id),
  );
}
