import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../kit/batch.ts';
import { gapsOfPlatforms } from '../store/accounts/data-gaps.ts';
import { grantHistory, lastGrants, openedAt } from '../store/accounts/joint-grants.ts';
import type { CommerceDb } from '../store/tables.ts';

export type AccountLoaders = ReturnType<typeof accountLoaders>;

/** Which of the gaps of a platform are asked for. */
export interface GapsAsked {
  /** Those that reach into this time; null: of all times. Milliseconds since 1970, the end not included. */
  readonly within: { readonly start: number; readonly end: number } | null;
  readonly limit: number;
}

/** One request's loaders of joint accounts, by their shops, and of platforms' data gaps. */
export function accountLoaders(db: CommerceDb) {
  return {
    grants: batched(async (shopIds: readonly string[]) =>
      groupedInOrder(shopIds, await lastGrants(db, shopIds), ({ shopId }) => shopId),
    ),
    openedAt: batched(async (shopIds: readonly string[]) =>
      inOrder(shopIds, await openedAt(db, shopIds), ({ shopId }) => shopId).map((row) => row?.at),
    ),
    history: batchedByArguments(async (limit: number, shopIds: readonly string[]) =>
      groupedInOrder(shopIds, await grantHistory(db, shopIds, limit), ({ shopId }) => shopId),
    ),
    gaps: batchedByArguments(async (asked: GapsAsked, platformIds: readonly string[]) =>
      groupedInOrder(platformIds, await gapsOfPlatforms(db, platformIds, asked), ({ platformId }) => platformId),
    ),
  };
}
