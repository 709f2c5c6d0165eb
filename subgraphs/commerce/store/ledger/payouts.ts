import { sql } from 'kysely';
import type { Payee } from '../../ledger/commission.ts';
import type { CommerceDb } from '../tables.ts';

/** What a payee was paid for a period. */
export interface Payout {
  readonly id: string;
  readonly party: Payee;
  /** The author's id. */
  readonly ownerId: string;
  readonly period: string;
  readonly amountFen: number;
  readonly paidAt: Date;
}

/** Keeps payouts. @throws where a payee was paid for the period */
export async function insertPayouts(db: CommerceDb, payouts: readonly Payout[]): Promise<void> {
  if (payouts.length === 0) return;
  const rows = payouts.map(({ id, party, ownerId, period, amountFen, paidAt }) => ({
    id,
    party,
    owner_id: ownerId,
    period,
    amount_fen: amountFen,
    paid_at: paidAt,
  }));
  await db.insertInto('payouts').values(rows).execute();
}

/** The payouts of a period, in the order of their payees. @param after the payee after which to begin */
export async function payoutsOf(
  db: CommerceDb,
  period: string,
  { after, limit }: { readonly after: Pick<Payout, 'party' | 'ownerId'> | undefined; readonly limit: number },
): Promise<Payout[]> {
  let query = db
    .selectFrom('payouts')
    .select(['id', 'party', 'owner_id as ownerId', 'period', 'amount_fen as amountFen', 'paid_at as paidAt'])
    .where('period', '=', period)
    .orderBy('party')
    .orderBy('owner_id')
    .limit(limit);
  if (after) query = query.where(sql<boolean>`(party, owner_id) > (${after.party}, ${after.ownerId})`);
  return query.execute();
}

/** Names the lock of payout runs among the database's: any number that nobody else takes. */
const PAYOUT_LOCK = 7_350_614_210;

/**
 * Runs something while nobody else pays out, over all processes that use the database. The lock goes with the connection, however its
 * process ends.
 * @param run is given the connection that holds the lock
 * @returns undefined where another one is at it
 */
export async function whilePayingAlone<T>(
  db: CommerceDb,
  run: (connection: CommerceDb) => Promise<T>,
): Promise<T | undefined> {
  return db.connection().execute(async (connection) => {
    const { rows } = await sql<{ got: boolean }>`select pg_try_advisory_lock(${PAYOUT_LOCK}) as got`.execute(
      connection,
    );
    if (!rows[0]?.got) return undefined;
    try {
      return await run(connection);
    } finally {
      await sql`select pg_advisory_unlock(${PAYOUT_LOCK})`.execute(connection);
    }
  });
}
