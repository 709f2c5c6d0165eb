import { sql } from 'kysely';
import type { OwnedLink } from '../../conversions/figures/figure-access.ts';
import type { CommerceDb } from '../tables.ts';

/** Every link that some notes have or had, with whose they are. */
export async function linksOfNotes(
  db: CommerceDb,
  noteIds: readonly string[],
): Promise<(OwnedLink & { readonly noteId: string })[]> {
  return owned(db).where('note_id', '=', sql<string>`any(${noteIds}::text[])`).execute();
}

/** Some links with whose they are. */
export async function ownedLinks(db: CommerceDb, linkIds: readonly string[]): Promise<OwnedLink[]> {
  return owned(db).where('link_id', '=', sql<string>`any(${linkIds}::text[])`).execute();
}

function owned(db: CommerceDb) {
  return db
    .selectFrom('link_targets')
    .innerJoin('products', 'products.id', 'product_id')
    .select(['link_id as linkId', 'note_id as noteId', 'author_id as authorId', 'shop_id as shopId']);
}
