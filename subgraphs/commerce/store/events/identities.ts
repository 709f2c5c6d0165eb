import { type RawBuilder, sql } from 'kysely';
import { givenRows } from '../../../kit/given-rows.ts';
import type { CommerceDb } from '../tables.ts';
import { fromBytea, toBytea } from './bytes.ts';

/** An event's name, and the hash of what was sent under it (64 hexadecimal digits). */
export interface Identity {
  readonly conversion: string;
  readonly contentHash: string;
}

/** Content hashes (64 hexadecimal digits) of the events that were accepted, by conversion. */
export async function readIdentities(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, string>> {
  if (conversions.length === 0) return new Map();
  return hashesOf(db, sql`conversion = any(${conversions}::uuid[])`);
}

async function hashesOf(db: CommerceDb, which: RawBuilder<unknown>): Promise<Map<string, string>> {
  const { rows } = await sql<{ conversion: string; content_hash: Uint8Array }>`
    select conversion, content_hash from event_identities where ${which}`.execute(db);
  return new Map(rows.map((row) => [row.conversion, fromBytea(row.content_hash)]));
}

/**
 * Takes names for good, in their order, and finds out which were taken before. Where another transaction is about to take one too, it is
 * waited for. It is one statement while none was taken, as is usual.
 * @param db a transaction, which has taken none of them
 * @param identities each name once
 * @returns the content hashes of those that were taken before, by conversion
 */
export async function takeIdentities(db: CommerceDb, identities: readonly Identity[]): Promise<Map<string, string>> {
  if (identities.length === 0) return new Map();
  const rows = identities
    .map(({ conversion, contentHash }) => ({ conversion, hash: toBytea(contentHash) }))
    .sort((a, b) => (a.conversion < b.conversion ? -1 : 1));
  const { numAffectedRows } = await sql`
    insert into event_identities
    select conversion, hash from ${givenRows(db, 'named', { conversion: 'uuid', hash: 'bytea' }, rows)}
    on conflict do nothing`.execute(db);
  if (Number(numAffectedRows) === rows.length) return new Map();
  const conversions = rows.map(({ conversion }) => conversion);
  return hashesOf(db, sql`conversion = any(${conversions}::uuid[]) and xmin <> pg_current_xact_id()::xid`);
}

/**
 * Takes names for good in a transaction that may have taken others before, while nobody else takes any, and finds out which were taken before.
 * @param identities each name once
 * @returns the content hashes of those that were taken before, by conversion
 */
export async function takeIdentitiesAlone(
  db: CommerceDb,
  identities: readonly Identity[],
): Promise<Map<string, string>> {
  const before = await readIdentities(
    db,
    identities.map(({ conversion }) => conversion),
  );
  await takeIdentities(
    db,
    identities.filter(({ conversion }) => !before.has(conversion)),
  );
  return before;
}

/** Gives names back that the transaction has taken and does not need. */
export async function releaseIdentities(db: CommerceDb, conversions: readonly string[]): Promise<void> {
  if (conversions.length === 0) return;
  await sql`delete from event_identities where conversion = any(${conversions}::uuid[])`.execute(db);
}
