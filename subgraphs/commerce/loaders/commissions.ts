import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import type { Party } from '../ledger/entry.ts';
import { balancesOfOwners, entriesOfCommissions } from '../store/ledger/commission-entries.ts';
import {
  type CommissionsPage,
  commissionsByIds,
  commissionsOf,
  commissionsOfAuthors,
  commissionsOfShops,
} from '../store/ledger/commission-pages.ts';
import { ratesOfLinks } from '../store/ledger/terms.ts';
import type { CommerceDb } from '../store/tables.ts';

export type CommissionLoaders = ReturnType<typeof commissionLoaders>;

/** One request's loaders of commissions: each kind is one statement, however many ask. @param now by which rates are told */
export function commissionLoaders(db: CommerceDb, now: Date) {
  return {
    commission: batched(async (ids: readonly string[]) =>
      inOrder(ids, await commissionsByIds(db, ids), (row) => row.id),
    ),
    ofOrder: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await commissionsOf(db, ids), (row) => row.orderId),
    ),
    ofAuthor: batchedByArguments(async (page: CommissionsPage, ids: readonly string[]) =>
      groupedInOrder(ids, await commissionsOfAuthors(db, ids, page), (row) => row.parentId),
    ),
    ofShop: batchedByArguments(async (page: CommissionsPage, ids: readonly string[]) =>
      groupedInOrder(ids, await commissionsOfShops(db, ids, page), (row) => row.parentId),
    ),
    entries: batched(async (ids: readonly string[]) =>
      groupedInOrder(ids, await entriesOfCommissions(db, ids), (row) => row.commissionId),
    ),
    balances: batchedByArguments(async (party: Party, ids: readonly string[]) =>
      groupedInOrder(ids, await balancesOfOwners(db, party, ids), (row) => row.ownerId),
    ),
    rateOfLink: batched(async (ids: readonly string[]) =>
      inOrder(ids, await ratesOfLinks(db, ids, now), (row) => row.linkId),
    ),
  };
}
