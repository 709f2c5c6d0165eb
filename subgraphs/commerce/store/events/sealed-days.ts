import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';
import { checkKept, UnsealableDayError } from './check-kept.ts';
import { eventsTableOf } from './event-days.ts';

/** A day whose events may go. */
export interface SealedDay {
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  readonly events: number;
  /** The sum of a hash of each event. */
  readonly digest: string;
}

/** The days whose events may go, or are gone, in order. */
export async function sealedDays(db: CommerceDb): Promise<SealedDay[]> {
  return db.selectFrom('sealed_days').select(['day', 'events', 'digest']).orderBy('day').execute();
}

/**
 * Seals a day: counts its events, once it is sure that what follows from them is kept beside them. A day that was sealed before, and not
 * dropped, has to be as it was.
 * @throws {UnsealableDayError}
 */
export async function sealDay(db: CommerceDb, day: string): Promise<SealedDay> {
  return db.transaction().execute(async (transaction) => {
    const events = sql.table(eventsTableOf(day));
    await sql`lock table ${events} in share mode`.execute(transaction);
    await checkKept(transaction, day);
    const { rows } = await sql<{ events: number; digest: string }>`
      select count(*) as events, coalesce(sum(hashtextextended(event::text, 0)), 0)::text as digest
      from ${events} as event`.execute(transaction);
    const { events: count = 0, digest = '0' } = rows[0] ?? {};
    await sql`
      insert into sealed_days (day, events, digest) values (${day}, ${count}, ${digest}::numeric)
      on conflict do nothing`.execute(transaction);
    const sealed = await transaction
      .selectFrom('sealed_days')
      .select(['day', 'events', 'digest'])
      .where('day', '=', day)
      .executeTakeFirstOrThrow();
    if (sealed.events === count && sealed.digest === digest) return sealed;
    throw new UnsealableDayError(`The events of ${day} are no longer those that were sealed: they stay.`);
  });
}

/** Drops the events of a day that is sealed; nobody who records or reads waits for it. */
export async function dropDay(db: CommerceDb, { day }: SealedDay): Promise<void> {
  const table = sql.table(eventsTableOf(day));
  await sql`alter table events detach partition ${table} concurrently`.execute(db);
  await sql`drop table ${table}`.execute(db);
}
