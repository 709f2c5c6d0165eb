import { crc32 } from 'node:zlib';
import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** As many as the migration made: the last quarter is for orders, the others are for persons and clicks. */
const STRIPES = 16_384;
const OF_JOURNEYS = (STRIPES / 4) * 3;

/** The stripe of a person (64 hexadecimal digits) or of a click's id. */
export function journeyStripe(name: string): number {
  return crc32(name) % OF_JOURNEYS;
}

/** The stripe of an order. */
export function orderStripe(orderId: string): number {
  return OF_JOURNEYS + (crc32(orderId) % (STRIPES - OF_JOURNEYS));
}

/**
 * Holds stripes until the transaction ends, waiting for whoever holds one of them. They are taken in the order of their numbers, so that
 * none waits in a circle; who takes some in two goes takes orders' first. They are rows, since an advisory lock of each would fill the
 * server's memory of locks.
 * @returns the database's instant after the last was taken: what whoever held one of them before has recorded lies before it
 */
export async function lockStripes(db: CommerceDb, stripes: Iterable<number>): Promise<number> {
  const { rows } = await sql<{ at: Date }>`
    select coalesce(max(clock_timestamp()), clock_timestamp()) as at
    from (
      select 1 from lock_stripes where id = any(${[...stripes]}::integer[]) order by id for no key update
    ) locked`.execute(db);
  return rows[0]?.at.getTime() ?? Date.now();
}

/** Keeps everybody from recording until the transaction ends: who records holds stripes, or takes an event's name. */
export async function haltRecording(db: CommerceDb): Promise<void> {
  await sql`lock table lock_stripes, event_identities in exclusive mode`.execute(db);
}
