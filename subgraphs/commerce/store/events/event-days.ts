import { sql } from 'kysely';
import { addDays, dayOf, startOfDay } from '../../../kit/calendar.ts';
import type { CommerceDb } from '../tables.ts';

/** Names the lock under which days are made; any constant that nothing else uses. */
const DAYS_LOCK = 7_226_002;

/** The table of the events that were recorded on a day (YYYY-MM-DD, in Asia/Shanghai). */
export function eventsTableOf(day: string): string {
  return `events_${day.replaceAll('-', '')}`;
}

/** The days for which there is a table of events, in order. */
export async function eventDays(db: CommerceDb): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select child.relname as name from pg_inherits
    join pg_class child on child.oid = inhrelid
    where inhparent = 'events'::regclass order by 1`.execute(db);
  return rows.map(({ name }) => name.replace(/^events_(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3'));
}

/**
 * Makes the tables of days that have none yet. Each is made by itself and attached then, which keeps nobody from recording.
 * @param db the pool, or a transaction
 */
export async function makeEventDays(db: CommerceDb, days: Iterable<string>): Promise<void> {
  const make = async (transaction: CommerceDb) => {
    await sql`select pg_advisory_xact_lock(${DAYS_LOCK})`.execute(transaction);
    const made = new Set(await eventDays(transaction));
    for (const day of new Set(days)) if (!made.has(day)) await makeDay(transaction, day);
  };
  await (db.isTransaction ? make(db) : db.transaction().execute(make));
}

async function makeDay(db: CommerceDb, day: string): Promise<void> {
  const table = sql.table(eventsTableOf(day));
  const [from, to] = [day, addDays(day, 1)].map((each) => sql.lit(startOfDay(each).toISOString()));
  await sql`create table ${table} (like events including constraints)`.execute(db);
  await sql`alter table events attach partition ${table} for values from (${from}) to (${to})`.execute(db);
}

/** It is not known that there is a table for the day on which events are about to be recorded. */
export class MissingDayError extends Error {
  readonly instant: number;
  constructor(instant: number) {
    super(`Nobody has made a table for the events of ${new Date(instant).toISOString()}.`);
    this.instant = instant;
  }
}

/** The days for which a process has seen that there is a table; it makes what is missing, ahead where it can. */
export class EventDays {
  readonly #db: CommerceDb;
  readonly #made = new Set<string>();

  /** @param db the pool */
  constructor(db: CommerceDb) {
    this.#db = db;
  }

  /** Makes the tables of an instant's day and of some days after it. */
  async make(instant: number, ahead: number): Promise<void> {
    const days = daysFrom(instant, ahead);
    await makeEventDays(this.#db, days);
    for (const day of days) this.#made.add(day);
  }

  /**
   * To be called before events are recorded at an instant.
   * @throws {MissingDayError} when the day has to be made first, which is done outside of the transaction that records
   */
  require(instant: number): void {
    if (!this.#made.has(dayOf(new Date(instant)))) throw new MissingDayError(instant);
  }
}

/** The day on which an instant lies, and some days after it. */
function daysFrom(instant: number, ahead: number): string[] {
  const day = dayOf(new Date(instant));
  return Array.from({ length: ahead + 1 }, (_, days) => addDays(day, days));
}
