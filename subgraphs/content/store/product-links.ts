import { sql } from 'kysely';
import { type OfParent, parentId, rowsOfParents } from '../../kit/rows-of-parents.ts';
import { type Page, rowsOf } from './page.ts';
import type { ContentDb, LinkPlacement, LinkStatus } from './tables.ts';

/** A product link, as resolvers get it. */
export interface ProductLinkRow {
  readonly id: string;
  readonly noteId: string;
  readonly productId: string;
  readonly label: string | null;
  readonly placement: LinkPlacement;
  readonly position: number;
  readonly status: LinkStatus;
  readonly attachedAt: Date;
}

export const productLinkColumns = [
  'id',
  'note_id as noteId',
  'product_id as productId',
  'label',
  'placement',
  'position',
  'status',
  'attached_at as attachedAt',
] as const;

/** The links with some ids, in no order, removed ones too. */
export function productLinksByIds(db: ContentDb, ids: readonly string[]): Promise<ProductLinkRow[]> {
  return db.selectFrom('product_links').select(productLinkColumns).where('id', 'in', ids).execute();
}

/** The cards that stand under each of some notes (ACTIVE links), in their places: a page for each, from one place on. */
export function productLinksOfNotes(
  db: ContentDb,
  noteIds: readonly string[],
  page: Page<readonly [number, string]>,
): Promise<OfParent<ProductLinkRow>[]> {
  const after = page.after;
  const links = db
    .selectFrom('product_links')
    .select(productLinkColumns)
    .where('note_id', '=', parentId)
    .where('status', '=', 'ACTIVE')
    .where(after === undefined ? sql<boolean>`true` : sql<boolean>`(position, id) > (${after[0]}::bigint, ${after[1]})`)
    .orderBy('position')
    .orderBy('id')
    .limit(rowsOf(page));
  return rowsOfParents(db, noteIds, links, 'position, id');
}

/** How many cards stand under each of some notes; a note without any is left out. */
export function countProductLinks(
  db: ContentDb,
  noteIds: readonly string[],
): Promise<{ noteId: string; links: number }[]> {
  return db
    .selectFrom('product_links')
    .select((eb) => ['note_id as noteId', eb.fn.countAll<number>().as('links')])
    .where('note_id', 'in', noteIds)
    .where('status', '=', 'ACTIVE')
    .groupBy('note_id')
    .execute();
}
