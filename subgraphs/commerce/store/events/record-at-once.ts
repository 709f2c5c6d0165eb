import { pipeline } from '../../../kit/pipeline.ts';
import { NotHeldError } from '../../conversions/recording/held.ts';
import type { CommerceDb } from '../tables.ts';
import { type EventDays, MissingDayError } from './event-days.ts';
import { MetAnotherError } from './met-another.ts';

const MOST_ATTEMPTS = 8;
/**
 * What PostgreSQL says when two transactions met: unique_violation, serialization_failure, deadlock_detected; and where a migration came
 * upon a prepared statement: feature_not_supported; or where a pooler lost one: invalid_sql_statement_name, duplicate_prepared_statement.
 */
const MEETINGS = ['23505', '40001', '40P01', '0A000', '26000', '42P05'];

/**
 * Runs a transaction that judges and records, again where another one came between. Each of its statements sees what was committed
 * before that statement: what it reads after it has got a stripe is what the one that held the stripe before has left.
 * @param run is given a transaction that is a pipeline, and the stripes that an earlier attempt found that it needed
 * @throws when it met others eight times over, which no ordinary load does
 */
export async function recordAtOnce<T>(
  { db, days }: { readonly db: CommerceDb; readonly days: EventDays },
  run: (transaction: CommerceDb, needed: ReadonlySet<number>) => Promise<T>,
): Promise<T> {
  const needed = new Set<number>();
  for (let attempt = 1; ; attempt++) {
    try {
      return await db
        .transaction()
        .setIsolationLevel('read committed')
        .execute(async (transaction) => {
          await pipeline(transaction);
          return run(transaction, needed);
        });
    } catch (error) {
      if (!isMeeting(error) || attempt === MOST_ATTEMPTS) throw error;
      if (error instanceof MissingDayError) await days.make(error.instant, 0);
      if (error instanceof NotHeldError) for (const stripe of error.stripes) needed.add(stripe);
    }
  }
}

class RehearsedError extends Error {}

/** Runs a transaction that records, to see whether it can, and undoes it. */
export async function rehearse(
  recording: Parameters<typeof recordAtOnce>[0],
  run: (transaction: CommerceDb, needed: ReadonlySet<number>) => Promise<unknown>,
): Promise<void> {
  try {
    await recordAtOnce(recording, async (transaction, needed) => {
      await run(transaction, needed);
      throw new RehearsedError();
    });
  } catch (error) {
    if (!(error instanceof RehearsedError)) throw error;
  }
}

function isMeeting(error: unknown): boolean {
  if (error instanceof MetAnotherError || error instanceof NotHeldError || error instanceof MissingDayError)
    return true;
  return error instanceof Error && 'code' in error && MEETINGS.includes(String(error.code));
}
