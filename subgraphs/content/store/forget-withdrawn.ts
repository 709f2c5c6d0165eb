import { sql } from 'kysely';
import type { ContentDb } from './tables.ts';

const PERSONS_AT_ONCE = 1_000;

/**
 * Forgets on which days those were active, and what they searched for, who withdrew attribution. Their searches stay in the log and its counts as nobody's.
 */
export async function forgetWithdrawn(db: ContentDb): Promise<void> {
  while ((await forgetSome(db)) === PERSONS_AT_ONCE);
}

function forgetSome(db: ContentDb): Promise<number> {
  return db.transaction().execute(async (transaction) => {
    // Nobody waits for it, however long the log is.
    await sql`set local statement_timeout = 0`.execute(transaction);
    const { rows } = await sql<{ person: Uint8Array }>`
      select person from consents
      where purpose = 'ATTRIBUTION' and not granted and not carried_out
      order by feed_position limit ${PERSONS_AT_ONCE} for update skip locked`.execute(transaction);
    if (rows.length === 0) return 0;
    const theirs = sql`person = any(${rows.map(({ person }) => Buffer.from(person))}::bytea[])`;
    for (const table of ['active_days', 'active_persons', 'current_searches'])
      await sql`delete from ${sql.table(table)} where ${theirs}`.execute(transaction);
    await sql`update searches set person = null where ${theirs}`.execute(transaction);
    await sql`update consents set carried_out = true where ${theirs} and purpose = 'ATTRIBUTION'`.execute(transaction);
    return rows.length;
  });
}
