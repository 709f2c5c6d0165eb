import { batched, inOrder } from '../../kit/batch.ts';
import { conversionOfId } from '../conversions/event-name.ts';
import { conversionsByKeys } from '../store/feed/feed-pages.ts';
import type { CommerceDb } from '../store/tables.ts';

export type ConversionLoader = ReturnType<typeof conversionLoader>;

/** One request's loader of conversions by their ids. */
export function conversionLoader(db: CommerceDb) {
  return batched(async (ids: readonly string[]) => {
    const rows = await conversionsByKeys(
      db,
      ids.flatMap((id) => conversionOfId(id) ?? []),
    );
    return inOrder(ids, rows, (row) => row.id);
  });
}
