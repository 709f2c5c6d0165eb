import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

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

const COLUMNS = ['link_id', 'client', 'search_id', 'click_id', 'tapped_at'] as const;

/** Names that have run out and go with one call, so that the table keeps no more than a day's. */
const MOST_FORGOTTEN = 100;

/**
 * Gives a name to a tap, unless it names one already.
 * @param keyHash SHA-256 of the idempotency key
 * @returns the tap that the key names: this one, or the one that had it before
 */
export async function nameTap(db: CommerceDb, keyHash: Uint8Array, tap: NamedTap): Promise<NamedTap> {
  const { linkId, client, searchId, clickId, tappedAt } = tap;
  const expired = new Date(tappedAt.getTime() - HOLDS_MS);
  await sql`
    delete from tap_keys where key_hash in (
      select key_hash from tap_keys where tapped_at <= ${expired}
      limit ${MOST_FORGOTTEN} for update skip locked)`.execute(db);
  // Where the key is taken, its row is written anew or as it stands, which waits for its writer and returns it.
  const kept = COLUMNS.map((column) => {
    const [own, given] = [sql.ref(`tap_keys.${column}`), sql.ref(`excluded.${column}`)];
    return sql`${sql.ref(column)} = case when tap_keys.tapped_at <= ${expired} then ${given} else ${own} end`;
  });
  const { rows } = await sql<NamedTap>`
    insert into tap_keys (key_hash, link_id, client, search_id, click_id, tapped_at)
    values (${keyHash}, ${linkId}, ${client}, ${searchId}, ${clickId}, ${tappedAt})
    on conflict (key_hash) do update set ${sql.join(kept)}
    returning link_id as "linkId", client, search_id as "searchId", click_id as "clickId", tapped_at as "tappedAt"
  `.execute(db);
  return rows[0] ?? tap;
}
