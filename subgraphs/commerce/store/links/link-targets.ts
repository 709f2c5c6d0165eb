import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';
import type { LinkStatus } from './link-tables.ts';

/** A product link as content's feed tells of it. */
export interface LinkChange {
  readonly position: number;
  readonly linkId: string;
  readonly noteId: string;
  readonly productId: string;
  readonly authorId: string;
  readonly status: LinkStatus;
}

/** A product link as commerce knows it. */
export interface LinkTarget {
  readonly linkId: string;
  readonly noteId: string;
  readonly productId: string;
  readonly status: LinkStatus;
  readonly jumpCode: string;
}

const columns = [
  'link_id as linkId',
  'note_id as noteId',
  'product_id as productId',
  'status',
  'jump_code as jumpCode',
] as const;

/** The links with some ids, in no order. */
export function linkTargetsByIds(db: CommerceDb, ids: readonly string[]): Promise<LinkTarget[]> {
  return db
    .selectFrom('link_targets')
    .select(columns)
    .where('link_id', '=', sql<string>`any(${ids}::text[])`)
    .execute();
}

/** How far the feed has been followed: the position of its newest change that is here; 0 before the first. */
export async function followedPosition(db: CommerceDb): Promise<number> {
  const row = await db
    .selectFrom('link_targets')
    .select((eb) => eb.fn.max('feed_position').as('position'))
    .executeTakeFirst();
  return row?.position ?? 0;
}

/**
 * Takes in changes of the feed. A link keeps the jump code that it got when it was first told of: 128 random bits. A change that is older
 * than what is here, as another process may have taken in a newer one, changes nothing.
 */
export async function applyLinkChanges(db: CommerceDb, changes: readonly LinkChange[]): Promise<void> {
  if (changes.length === 0) return;
  await sql`
    insert into link_targets (link_id, note_id, product_id, author_id, status, feed_position, jump_code)
    select * from unnest(
      ${changes.map((change) => change.linkId)}::text[],
      ${changes.map((change) => change.noteId)}::text[],
      ${changes.map((change) => change.productId)}::text[],
      ${changes.map((change) => change.authorId)}::text[],
      ${changes.map((change) => change.status)}::text[],
      ${changes.map((change) => change.position)}::bigint[],
      ${changes.map(() => randomBytes(16).toString('base64url'))}::text[])
    on conflict (link_id) do update set
      note_id = excluded.note_id, product_id = excluded.product_id, author_id = excluded.author_id,
      status = excluded.status, feed_position = excluded.feed_position
    where link_targets.feed_position < excluded.feed_position`.execute(db);
}
