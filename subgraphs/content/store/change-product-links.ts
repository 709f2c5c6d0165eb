import { sql } from 'kysely';
import { newId } from '../../kit/ids.ts';
import { holdLinkFeed } from './link-feed.ts';
import { type ProductLinkRow, productLinkColumns } from './product-links.ts';
import type { ContentDb, LinkPlacement } from './tables.ts';

/** A link to be attached. */
export interface NewProductLink {
  readonly noteId: string;
  readonly productId: string;
  readonly placement: LinkPlacement;
  readonly label: string | null;
  readonly attachedAt: Date;
}

/** Why no link was attached. */
export type AttachRefusal = 'NOTE_NOT_FOUND' | 'LINKS_TOO_MANY';

/**
 * Attaches a product to a note, at the end of its cards. The same note, product and placement again is the link that is there.
 * @param most how many links that are not removed a note may have
 */
export function attachProductLink(
  db: ContentDb,
  link: NewProductLink,
  most: number,
): Promise<ProductLinkRow | AttachRefusal> {
  return db.transaction().execute(async (transaction) => {
    // Who attaches to the same note waits here, so that places and limit hold.
    const note = await transaction
      .selectFrom('notes')
      .select('id')
      .where('id', '=', link.noteId)
      .forNoKeyUpdate()
      .executeTakeFirst();
    if (!note) return 'NOTE_NOT_FOUND';
    const links = await transaction
      .selectFrom('product_links')
      .select(productLinkColumns)
      .where('note_id', '=', link.noteId)
      .where('status', '<>', 'REMOVED')
      .execute();
    const same = links.find((other) => other.productId === link.productId && other.placement === link.placement);
    if (same) return same;
    if (links.length >= most) return 'LINKS_TOO_MANY';
    await holdLinkFeed(transaction);
    return transaction
      .insertInto('product_links')
      .values({
        id: newId('link'),
        note_id: link.noteId,
        product_id: link.productId,
        placement: link.placement,
        label: link.label,
        position: Math.max(0, ...links.map((other) => other.position)) + 1,
        status: 'ACTIVE',
        attached_at: link.attachedAt,
      })
      .returning(productLinkColumns)
      .executeTakeFirstOrThrow();
  });
}

/**
 * Removes a link; one that was removed before stays as it is.
 * @returns the link; undefined where there is none
 */
export function removeProductLink(db: ContentDb, id: string): Promise<ProductLinkRow | undefined> {
  return db.transaction().execute(async (transaction) => {
    await holdLinkFeed(transaction);
    await transaction
      .updateTable('product_links')
      .set({ status: 'REMOVED', feed_position: sql`next_feed_position('product_link_feed')` })
      .where('id', '=', id)
      .where('status', '<>', 'REMOVED')
      .execute();
    return transaction.selectFrom('product_links').select(productLinkColumns).where('id', '=', id).executeTakeFirst();
  });
}
