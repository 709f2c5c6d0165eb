import { sql } from 'kysely';
import type { CommerceDb } from './tables.ts';

/** A tap that its sender named. */
export interface NamedTap {
  readonly linkId: string;
  readonly client: string;
  readonly searchId: string | null;
  readonly clickId: string;
  readonly tappedAt: Date;
}

/** How long a name holds. */
const HOLDS_MS = 24 * 3_600_000;

/** Names that have run out and go with one call, so that the table keeps no more than a day's. */
const MOST_FORGOTTEN = 100;

/**
 * Gives a name to a tap, unless it names one already.
 * @param keyHash SHA-256 of the idempotency key
 * @returns the tap that the key names: this one, or the one that had it before
 */
export async function nameTap(db: CommerceDb, keyHash: Uint8Array, tap: NamedTap): Promise<NamedTap> {
  const { linkId, client, searchId, clickId, tappedAt } = tap;
  await sql`
    delete from tap_keys where key_hash in (
      select key_hash from tap_keys where tapped_at < ${new Date(tappedAt.getTime() - HOLDS_MS)}
      limit ${MOST_FORGOTTEN} for update skip locked)`.execute(db);
  // Where the key is taken, the row is written as it stands, which waits for its writer and returns it.
  const { rows } = await sql<NamedTap>`
    insert into tap_keys (key_hash, link_id, client, search_id, click_id, tapped_at)
    values (${keyHash}, ${linkId}, ${client}, ${searchId}, ${clickId}, ${tappedAt})
    on conflict (key_hash) do update set key_hash = tap_keys.key_hash
    returning link_id as "linkId", client, search_id as "searchId", click_id as "clickId", tapped_at as "tappedAt"
  `.execute(db);
  return rows[0] ?? tap;
}
