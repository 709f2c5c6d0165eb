import { type RawBuilder, sql } from 'kysely';
import { eventsTableOf } from './event-days.ts';
import type { CommerceDb } from './tables.ts';

/** A day whose events may go. */
export interface SealedDay {
  /** YYYY-MM-DD, in Asia/Shanghai. */
  readonly day: string;
  readonly events: number;
  /** The sum of a hash of each event. */
  readonly digest: string;
}

/** What is wrong with a day, so that its events have to stay. */
export class UnsealableDayError extends Error {}

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
    await checkKept(transaction, day, events);
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

/** Where what follows from the events of each stage is kept, as far as it may be counted. */
const KEPT = [
  ['LINK_CLICK', 'clicks'],
  ['SHOP_VISIT', 'outcomes'],
  ['ADD_TO_CART', 'outcomes'],
  ['ORDER_PAID', 'order_facts'],
  ['REFUND', 'refunds'],
] as const;

async function checkKept(db: CommerceDb, day: string, events: RawBuilder<unknown>): Promise<void> {
  for (const [stage, table] of KEPT) {
    const { rows } = await sql`
      select from ${events} as event where stage = ${stage} and consent <> 'DENIED' and corrects is null
        and not exists (select from ${sql.table(table)} as kept where kept.conversion = event.conversion)
      limit 1`.execute(db);
    if (rows.length === 0) continue;
    throw new UnsealableDayError(
      `Of ${day} there are events of which nothing follows in ${table}: rebuild first; the events stay.`,
    );
  }
}
