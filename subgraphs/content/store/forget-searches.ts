import { sql } from 'kysely';
import type { ContentDb } from './tables.ts';

/** A person's search says nothing of a day after the next one: nobody goes on with it, and it was made on another day. */
const ASKED_FOR_MS = 2 * 86_400_000;
/** Few at a time: their persons wait meanwhile. */
const MOST_FORGOTTEN = 1_000;

/**
 * Forgets which searches were persons' own of late; the log keeps all of them.
 * @param now milliseconds since 1970
 */
export async function forgetSearches(db: ContentDb, now: number): Promise<void> {
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from current_searches where (person, fingerprint) in (
        select person, fingerprint from current_searches where searched_at < ${new Date(now - ASKED_FOR_MS)}
        limit ${MOST_FORGOTTEN} for update skip locked)`.execute(db);
    if (Number(numAffectedRows) < MOST_FORGOTTEN) return;
  }
}
