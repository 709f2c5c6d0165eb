import { sql } from 'kysely';
import { searchVector } from '../../kit/text/search-vector.ts';
import { indexTerms } from '../../kit/text/segment.ts';
import type { TermCounts } from '../text/weigh-terms.ts';
import type { ContentDb } from './tables.ts';

/** The row of search_terms that counts all notes indexed; no term is empty. */
const EVERY_NOTE = '';

/** The most characters of a body that are indexed. */
const INDEXED_BODY = 10_000;

/** What is indexed of a note. */
export interface NoteText {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly topics: readonly string[];
}

/**
 * Makes new notes findable: within the transaction that adds them, once each.
 * @throws when one is indexed already
 */
export async function indexNotes(db: ContentDb, notes: readonly NoteText[]): Promise<void> {
  if (notes.length === 0) return;
  const holding = new Map<string, number>([[EVERY_NOTE, notes.length]]);
  const vectors = notes.map(({ title, body, topics }) => {
    const fields = [
      ['A', indexTerms(title)],
      ['B', indexTerms(body.slice(0, INDEXED_BODY))],
      ['C', topics.flatMap(indexTerms)],
    ] as const;
    for (const term of new Set(fields.flatMap(([, terms]) => terms))) holding.set(term, (holding.get(term) ?? 0) + 1);
    return searchVector(fields);
  });
  await sql`
    insert into note_search (note_id, vector)
    select id, vector::tsvector from unnest(${notes.map((note) => note.id)}::text[], ${vectors}::text[]) as v(id, vector)
  `.execute(db);
  // In one order, so that two writers of the same terms never wait for each other.
  await sql`
    insert into search_terms (term, notes)
    select term, notes from unnest(${[...holding.keys()]}::text[], ${[...holding.values()]}::int[]) as t(term, notes)
    order by term collate "C"
    on conflict (term) do update set notes = search_terms.notes + excluded.notes
  `.execute(db);
}

/** Makes new authors findable by their names: within the transaction that adds them, once each. */
export async function indexAuthors(
  db: ContentDb,
  authors: readonly { readonly id: string; readonly name: string }[],
): Promise<void> {
  const vectors = authors.map((author) => searchVector([['A', indexTerms(author.name)]]));
  await sql`
    insert into author_search (author_id, vector)
    select id, vector::tsvector
    from unnest(${authors.map((author) => author.id)}::text[], ${vectors}::text[]) as v(id, vector)
  `.execute(db);
}

/** How many notes hold each of some terms, and how many notes there are. */
export async function countTerms(db: ContentDb, terms: readonly string[]): Promise<TermCounts> {
  const rows = await db
    .selectFrom('search_terms')
    .select(['term', 'notes'])
    .where('term', '=', sql<string>`any(${[EVERY_NOTE, ...terms]}::text[])`)
    .execute();
  const byTerm = new Map(rows.map((row) => [row.term, row.notes]));
  return { notes: byTerm.get(EVERY_NOTE) ?? 0, byTerm };
}
