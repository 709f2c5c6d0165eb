import { sql } from 'kysely';
import type { ContentDb, LinkStatus } from './tables.ts';

/** Names the lock that keeps the feed's positions in the order of their commits; any constant that nothing else uses. */
const FEED_LOCK = 7_226_002;

/**
 * Before a transaction adds or changes product links: makes it the only one that takes positions in the feed until it commits, so that
 * a reader who has seen a position will never find a smaller one later.
 */
export async function holdLinkFeed(transaction: ContentDb): Promise<void> {
  await sql`select pg_advisory_xact_lock(${FEED_LOCK})`.execute(transaction);
}

/** A product link as the feed tells of it: how it stands since `position`. */
export interface LinkChange {
  readonly position: number;
  readonly linkId: string;
  readonly noteId: string;
  readonly productId: string;
  readonly authorId: string;
  readonly status: LinkStatus;
}

/** The links that changed after a position, in the order of their last changes. */
export function readLinkFeed(db: ContentDb, after: number, limit: number): Promise<LinkChange[]> {
  return db
    .selectFrom('product_links as link')
    .innerJoin('notes as note', 'note.id', 'link.note_id')
    .select([
      'link.feed_position as position',
      'link.id as linkId',
      'link.note_id as noteId',
      'link.product_id as productId',
      'note.author_id as authorId',
      'link.status',
    ])
    .where('link.feed_position', '>', after)
    .orderBy('link.feed_position')
    .limit(limit)
    .execute();
}
