import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** How the ledger stands. */
export interface LedgerState {
  /** Transactions that recorded events which are not posted yet. */
  readonly groups: number;
  /** When the oldest of them recorded; null where none waits. */
  readonly since: Date | null;
  /** When anybody was paid out last; null before the first time. */
  readonly paidAt: Date | null;
}

/** How far posting is behind recording, and when was paid out last; at the cost of a few rows, and of the groups that have no number yet. */
export async function readLedgerState(db: CommerceDb): Promise<LedgerState> {
  const { rows } = await sql<LedgerState>`
    select last_number - followed_to + (select count(*) from feed_groups where number is null) as groups,
      least(
        (select recorded_at from feed_groups where number > followed_to order by number limit 1),
        (select recorded_at from feed_groups where number is null order by id limit 1)
      ) as since,
      (select max(paid_at) from payouts) as "paidAt"
    from feed cross join ledger`.execute(db);
  return rows[0] ?? { groups: 0, since: null, paidAt: null };
}

/** How long the oldest of what is not posted has waited at an instant, in milliseconds; 0 where nothing waits. */
export function lagMsOf({ since }: LedgerState, now: Date): number {
  return since ? Math.max(0, now.getTime() - since.getTime()) : 0;
}
