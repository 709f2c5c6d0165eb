import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import type { Period } from '../../kit/people/lattice.ts';
import { readClosed } from '../store/funnel/decided-funnels.ts';
import { countWithheld, type FunnelPage, readPeriods, readRows } from '../store/funnel/read-funnels.ts';
import type { CommerceDb } from '../store/tables.ts';

export type FunnelLoaders = ReturnType<typeof funnelLoaders>;

/** One request's loaders of shops' funnels. */
export function funnelLoaders(db: CommerceDb) {
  return {
    /** How far periods of a kind are decided. */
    closed: batched(async (kinds: readonly Period['kind'][]) => {
      const closed = await readClosed(db);
      return kinds.map((kind) => closed.get(kind));
    }),
    period: batchedByArguments(async (period: Period, shopIds: readonly string[]) =>
      inOrder(shopIds, await readPeriods(db, period, shopIds), (row) => row.shopId),
    ),
    rows: batchedByArguments(async (page: FunnelPage, shopIds: readonly string[]) =>
      groupedInOrder(shopIds, await readRows(db, page, shopIds), (row) => row.shopId),
    ),
    withheld: batchedByArguments(
      async (rows: Pick<FunnelPage, 'kind' | 'from' | 'to' | 'grouping'>, shopIds: readonly string[]) =>
        inOrder(shopIds, await countWithheld(db, rows, shopIds), (row) => row.shopId),
    ),
  };
}
