import type { Claims } from '../../kit/claims/claims.ts';
import { ownRows } from '../../kit/claims/own-rows.ts';
import { JOINT_SHOP, OWN_SHOP } from '../own-shop.ts';
import type { ActiveAccounts } from './active-accounts.ts';

const NONE: ReadonlySet<string> = new Set();

/**
 * What claims come to now: a shop that a partner is granted through its joint account (`joint_shop`) is the partner's to see like an own one, while that
 * account is ACTIVE, and not at all while it is not. `*` stands for no shop there.
 * @returns at once where nothing has to be read; a promise rejects where it can't be
 */
export function settleClaims(claims: Claims, accounts: ActiveAccounts): Claims | Promise<Claims> {
  const joint = jointShops(claims);
  if (claims.rows === 'all' || joint.size === 0) return claims;
  const active = accounts.among(joint);
  return active instanceof Promise ? active.then((known) => withShops(claims, known)) : withShops(claims, active);
}

/** The shops that a caller may see through their joint accounts alone, be these ACTIVE or not. */
export function jointShops(claims: Claims): ReadonlySet<string> {
  if (claims.rows === 'all' || ownRows(claims, OWN_SHOP) === 'all') return NONE;
  return claims.rows.get(JOINT_SHOP) ?? NONE;
}

function withShops(claims: Claims, active: ReadonlySet<string>): Claims {
  if (claims.rows === 'all') return claims;
  const own = claims.rows.get(OWN_SHOP) ?? NONE;
  const joint = (claims.rows.get(JOINT_SHOP) ?? NONE).difference(own);
  const rows = new Map(claims.rows);
  rows.set(JOINT_SHOP, joint);
  rows.set(OWN_SHOP, own.union(active));
  return { ...claims, rows };
}
