import { sql } from 'kysely';
import { insertRows } from '../../kit/json-rows.ts';
import type { NamedEvent } from '../conversions/event.ts';
import { MetAnotherError } from './met-another.ts';
import type { CommerceDb } from './tables.ts';

const MOST_ATTEMPTS = 6;
/** What PostgreSQL says when two transactions met: unique_violation, serialization_failure, deadlock_detected. */
const MEETINGS = ['23505', '40001', '40P01'];

/**
 * Runs a transaction that judges and records, again where another one came between. Each of its statements sees what was committed
 * before that statement: what it reads after it has got a shop is what the one that held the shop before has left.
 * @throws when it met others six times over, which no ordinary load does
 */
export async function recordAtOnce<T>(db: CommerceDb, run: (transaction: CommerceDb) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().setIsolationLevel('read committed').execute(run);
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      const met = error instanceof MetAnotherError || MEETINGS.includes(String(code));
      if (!met || attempt === MOST_ATTEMPTS) throw error;
    }
  }
}

/**
 * Holds shops until the transaction ends: what is recorded into one shop by several processes goes one after the other, so that a click
 * and its order that arrive at once see each other. Each takes its shops in the order of their ids, so that none waits in a circle.
 */
export async function lockShops(db: CommerceDb, shopIds: readonly string[]): Promise<void> {
  if (shopIds.length === 0) return;
  await sql`
    select 1 from shops where id = any(${shopIds}::text[]) order by id for no key update`.execute(db);
}

/** Content hashes (64 hexadecimal digits) of the events that were accepted, by conversion. */
export async function readIdentities(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ conversion: string; content_hash: Uint8Array }>`
    select conversion, content_hash from event_identities where conversion = any(${conversions}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.conversion, Buffer.from(row.content_hash).toString('hex')]));
}

/**
 * Takes names for good, in their order.
 * @throws {MetAnotherError} when another transaction has taken one meanwhile
 */
export async function insertIdentities(db: CommerceDb, events: readonly NamedEvent[]): Promise<void> {
  if (events.length === 0) return;
  const rows = events
    .map(({ conversion, contentHash }) => ({ conversion, content_hash: `\\x${contentHash}` }))
    .sort((a, b) => (a.conversion < b.conversion ? -1 : 1));
  const insert = insertRows('event_identities', { conversion: 'uuid', content_hash: 'bytea' }, rows);
  const { numAffectedRows } = await sql`${insert} on conflict do nothing`.execute(db);
  if (Number(numAffectedRows) !== events.length) throw new MetAnotherError('An event was recorded meanwhile.');
}
