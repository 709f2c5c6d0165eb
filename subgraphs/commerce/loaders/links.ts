import { batched, inOrder } from '../../kit/batch.ts';
import { type Destination, destinationsOfProducts } from '../store/catalogue/destinations.ts';
import { partnerships } from '../store/catalogue/published.ts';
import { linkTargetsByIds } from '../store/links/link-targets.ts';
import type { CommerceDb } from '../store/tables.ts';

export type LinkLoaders = ReturnType<typeof linkLoaders>;

/**
 * One request's loaders of links and where they lead.
 * @param pull takes in what content changed since; asked once for links that are not known here
 */
export function linkLoaders(db: CommerceDb, pull: () => Promise<boolean>) {
  return {
    target: batched(async (ids: readonly string[]) => {
      const known = await linkTargetsByIds(db, ids);
      if (known.length === new Set(ids).size || !(await pull())) return inOrder(ids, known, (row) => row.linkId);
      return inOrder(ids, await linkTargetsByIds(db, ids), (row) => row.linkId);
    }),
    destination: batched<string, Destination>(async (productIds) =>
      inOrder(productIds, await destinationsOfProducts(db, productIds), (row) => row.productId),
    ),
    agreements: batched(async (days: readonly string[]) => {
      const all = await partnerships(db, null);
      return days.map((day) => all.filter((agreement) => agreement.effectiveOn <= day));
    }),
  };
}
