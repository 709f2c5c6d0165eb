import type { Claims } from '../kit/claims/claims.ts';
import { isOwn, ownRows } from '../kit/claims/own-rows.ts';
import { InputError } from '../kit/errors.ts';
import { shown } from '../kit/ids.ts';

/** The policy by which a shop is the caller's. */
const OWN_SHOP = 'own_shop';

/** Whether a shop is the caller's own. @param shopId null for what is of no shop: that is nobody's */
export function ownsShop(claims: Claims, shopId: string | null): boolean {
  return isOwn(claims, OWN_SHOP, shopId);
}

/** The shops that are the caller's own; undefined for all. */
export function ownShops(claims: Claims): ReadonlySet<string> | undefined {
  const own = ownRows(claims, OWN_SHOP);
  return own === 'all' ? undefined : own;
}

/** Under whose name a batch is kept: keys by which clients name theirs say nothing of others'. */
export function senderOf({ kind, client, rows }: Claims, platformId: string): string {
  return rows === 'all' ? platformId : `${kind} ${client}`;
}

/**
 * Refuses what only the shop's own merchant may read.
 * @throws {InputError} ROW_FORBIDDEN
 */
export function checkOwnShop(claims: Claims, shopId: string): void {
  if (!ownsShop(claims, shopId))
    throw new InputError('ROW_FORBIDDEN', `The shop ${shown(shopId)} is not the caller's.`);
}
