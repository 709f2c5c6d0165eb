import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/**
 * Runs a transaction that posts: one at a time, over all processes and in turn, and on what was committed at one instant.
 * @param run is given the transaction, and the number of the last group of the feed that is posted
 */
export function holdLedger<T>(
  db: CommerceDb,
  run: (transaction: CommerceDb, followedTo: number) => Promise<T>,
): Promise<T> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      // Unlike a row's, a table's lock is taken before the instant is: who waited for it sees what came between.
      await sql`lock table ledger in share row exclusive mode`.execute(transaction);
      const { rows } = await sql<{ followed_to: number }>`select followed_to from ledger`.execute(transaction);
      return run(transaction, rows[0]?.followed_to ?? 0);
    });
}
