import { sql } from 'kysely';
import type { CommerceDb } from './tables.ts';

/** An event's name, and the hash of what was sent under it (64 hexadecimal digits). */
export interface Identity {
  readonly conversion: string;
  readonly contentHash: string;
}

/** Content hashes (64 hexadecimal digits) of the events that were accepted, by conversion. */
export async function readIdentities(db: CommerceDb, conversions: readonly string[]): Promise<Map<string, string>> {
  if (conversions.length === 0) return new Map();
  const { rows } = await sql<{ conversion: string; content_hash: Uint8Array }>`
    select conversion, content_hash from event_identities where conversion = any(${conversions}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.conversion, Buffer.from(row.content_hash).toString('hex')]));
}

/**
 * Takes names for good, in their order, and finds out which were taken before. Where another transaction is about to take one too, it is
 * waited for. It is one statement while none was taken, as is usual.
 * @param identities each name once
 * @returns the content hashes of those that were taken before, by conversion
 */
export async function takeIdentities(db: CommerceDb, identities: readonly Identity[]): Promise<Map<string, string>> {
  if (identities.length === 0) return new Map();
  const rows = identities.toSorted((a, b) => (a.conversion < b.conversion ? -1 : 1));
  // Written as lists are: digits and hyphens need no quotes, and these are the most that is sent of any statement's rows.
  const conversions = `{${rows.map(({ conversion }) => conversion).join()}}`;
  const hashes = `{${rows.map(({ contentHash }) => contentHash).join()}}`;
  const others = await sql<{ conversion: string }>`
    with given as materialized (
      select conversion, decode(digits, 'hex') as content_hash
      from unnest(${conversions}::uuid[], ${hashes}::text[]) as named(conversion, digits)
    ),
    mine as (insert into event_identities select * from given on conflict do nothing returning conversion)
    select conversion from given
    where (select count(*) from mine) < ${rows.length} and conversion not in (select conversion from mine)`.execute(db);
  if (others.rows.length === 0) return new Map();
  return readIdentities(
    db,
    others.rows.map(({ conversion }) => conversion),
  );
}

/** Gives names back that the transaction has taken and does not need. */
export async function releaseIdentities(db: CommerceDb, conversions: readonly string[]): Promise<void> {
  if (conversions.length === 0) return;
  await sql`delete from event_identities where conversion = any(${conversions}::uuid[])`.execute(db);
}
