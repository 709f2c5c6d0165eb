import { sql } from 'kysely';
import { type OfParent, parentId, rowsOfParents } from '../../kit/rows-of-parents.ts';
import { type NoteRow, noteColumns } from './notes.ts';
import { afterInFallingOrder, type Page, rowsOf } from './page.ts';
import type { ContentDb, Industry } from './tables.ts';

/** The column of each order, greatest first; ties fall to the greater id. */
const orders = {
  NEWEST: 'note.published_at',
  MOST_READ: 'note.read_count',
  MOST_ENGAGED: 'note.interaction_count',
} as const;

export type NoteOrder = keyof typeof orders;

export interface NoteFilter {
  readonly authorId?: string;
  readonly industry?: Industry;
  readonly topic?: string;
  /** Whether an active product link stands under the note. */
  readonly linked?: boolean;
}

/** A note's place in an order: the value of the order's column, and the note's id. */
export type NotePlace = readonly [Date | number, string];

/** A page of all notes that a filter lets through. */
export function listNotes(
  db: ContentDb,
  filter: NoteFilter,
  order: NoteOrder,
  page: Page<NotePlace>,
): Promise<NoteRow[]> {
  const column = orders[order];
  let query = db
    .selectFrom('notes as note')
    .select(noteColumns)
    .where(afterInFallingOrder(`${column}, note.id`, page.after))
    .orderBy(column, 'desc')
    .orderBy('note.id', 'desc')
    .limit(rowsOf(page));
  if (filter.authorId !== undefined) query = query.where('note.author_id', '=', filter.authorId);
  if (filter.industry !== undefined) query = query.where('note.industry', '=', filter.industry);
  if (filter.topic !== undefined) query = query.where(sql<boolean>`note.topics @> ${[filter.topic]}::text[]`);
  if (filter.linked !== undefined) {
    const linked = sql<boolean>`exists (
      select from product_links as link where link.note_id = note.id and link.status = 'ACTIVE')`;
    query = query.where(filter.linked ? linked : sql<boolean>`not ${linked}`);
  }
  return query.execute();
}

/** The newest notes of each of some authors: a page for each, from one place on. */
export function notesOfAuthors(
  db: ContentDb,
  authorIds: readonly string[],
  page: Page<NotePlace>,
): Promise<OfParent<NoteRow>[]> {
  const notes = db
    .selectFrom('notes as note')
    .select(noteColumns)
    .where('note.author_id', '=', parentId)
    .where(afterInFallingOrder('note.published_at, note.id', page.after))
    .orderBy('note.published_at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(rowsOf(page));
  return rowsOfParents(db, authorIds, notes, '"publishedAt" desc, id desc');
}

/** The most read notes that link to each of some products: a page for each, from one place on. */
export function notesOfProducts(
  db: ContentDb,
  productIds: readonly string[],
  page: Page<NotePlace>,
): Promise<OfParent<NoteRow>[]> {
  const linking = db
    .selectFrom('product_links as link')
    .select('link.note_id')
    .where('link.product_id', '=', parentId)
    .where('link.status', '=', 'ACTIVE');
  const notes = db
    .selectFrom('notes as note')
    .select(noteColumns)
    .where('note.id', 'in', linking)
    .where(afterInFallingOrder('note.read_count, note.id', page.after))
    .orderBy('note.read_count', 'desc')
    .orderBy('note.id', 'desc')
    .limit(rowsOf(page));
  return rowsOfParents(db, productIds, notes, '"readCount" desc, id desc');
}
