import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

const MOST_ATTEMPTS = 8;
/** serialization_failure, deadlock_detected. */
const MEETINGS = ['40001', '40P01'];

/**
 * Runs a transaction that posts: one at a time, over all processes, and on what was committed at one instant; again where another one came
 * between.
 * @param run is given the transaction, and the number of the last group of the feed that is posted
 */
export async function holdLedger<T>(
  db: CommerceDb,
  run: (transaction: CommerceDb, followedTo: number) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (transaction) => {
          // An update, not a lock: who waited for this one sees by it that something came between.
          const { rows } = await sql<{ followed_to: number }>`
            update ledger set followed_to = followed_to returning followed_to`.execute(transaction);
          return run(transaction, rows[0]?.followed_to ?? 0);
        });
    } catch (error) {
      const isMeeting = error instanceof Error && 'code' in error && MEETINGS.includes(String(error.code));
      if (!isMeeting || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}
