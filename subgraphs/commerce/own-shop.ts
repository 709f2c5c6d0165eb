import type { Claims } from '../kit/claims/claims.ts';
import { isOwn, ownRows } from '../kit/claims/own-rows.ts';
import { InputError } from '../kit/errors.ts';
import { shown } from '../kit/ids.ts';

/** The policy by which a shop is the caller's. */
export const OWN_SHOP = 'own_shop';
/** The policy by which a shop is the caller's to see while its joint account is ACTIVE. */
export const JOINT_SHOP = 'joint_shop';

/** Whether a shop is the caller's own. @param shopId null for what is of no shop: that is nobody's */
export function ownsShop(claims: Claims, shopId: string | null): boolean {
  return isOwn(claims, OWN_SHOP, shopId);
}

/** The shops that are the caller's own; undefined for all. */
export function ownShops(claims: Claims): ReadonlySet<string> | undefined {
  const own = ownRows(claims, OWN_SHOP);
  return own === 'all' ? undefined : own;
}

/** Whether a caller is a shop's merchant: it is its own by name, and not through its joint account alone. */
export function isMerchantOf({ rows }: Claims, shopId: string): boolean {
  if (rows === 'all') return true;
  return rows.get(OWN_SHOP)?.has(shopId) === true && rows.get(JOINT_SHOP)?.has(shopId) !== true;
}

/** Whether a caller may act for a shop's merchant: its joint account lets partners see, and no more. */
export function actsForShop(claims: Claims, shopId: string): boolean {
  const isJoint = claims.rows !== 'all' && claims.rows.get(JOINT_SHOP)?.has(shopId) === true;
  return !isJoint && ownsShop(claims, shopId);
}

/** Under whose name a batch is kept: keys by which clients name theirs say nothing of others'. */
export function senderOf({ kind, client, rows }: Claims, platformId: string): string {
  return rows === 'all' ? platformId : `${kind} ${client}`;
}

/**
 * Refuses what only the shop's own merchant may read, and whom its ACTIVE joint account lets in.
 * @throws {InputError} ROW_FORBIDDEN
 */
export function checkOwnShop(claims: Claims, shopId: string): void {
  if (!ownsShop(claims, shopId))
    throw new InputError('ROW_FORBIDDEN', `The shop ${shown(shopId)} is not the caller's.`);
}
