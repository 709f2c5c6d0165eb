import type { Claims } from '../../kit/claims/claims.ts';
import { ownShops } from '../own-shop.ts';
import type { ActiveAccounts } from './active-accounts.ts';
import { jointShops, settleClaims } from './settle-claims.ts';

/** Whether a caller sees as many shops as when it began. */
export interface WatchedRights {
  /** Fires when the caller sees another set of shops, or nobody can say which. */
  readonly narrowed: AbortSignal;
  /** Watches no longer. */
  end(): void;
}

/**
 * Watches what a caller may see through joint accounts.
 * @param said what the gateway says of who asks
 * @param settled what that came to when the caller began
 */
export function watchRights(said: Claims, settled: Claims, accounts: ActiveAccounts): WatchedRights {
  const narrowing = new AbortController();
  const joint = jointShops(said);
  const before = namesOf(settled);
  const look = async () => {
    const now = await Promise.resolve(settleClaims(said, accounts)).then(namesOf, () => undefined);
    if (now !== before) narrowing.abort();
  };
  const end = joint.size === 0 ? () => {} : accounts.watch(joint, () => void look());
  return { narrowed: narrowing.signal, end };
}

function namesOf(claims: Claims): string {
  const own = ownShops(claims);
  return own ? [...own].sort().join(' ') : '*';
}
