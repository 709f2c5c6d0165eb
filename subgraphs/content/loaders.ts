import type DataLoader from 'dataloader';
import { batched, batchedByArguments, groupedInOrder, inOrder } from '../kit/batch.ts';
import type { OfParent } from '../kit/rows-of-parents.ts';
import { authorsByIds, authorsToLearnFrom } from './store/authors.ts';
import { commentsByIds, commentsOfNotes } from './store/comments.ts';
import { consentsOfPersons } from './store/consents.ts';
import { countersOfNotes, type Instants, newestHour } from './store/engagement.ts';
import { demandOfNotes, requestsOfNotes } from './store/link-demand.ts';
import { notesOfAuthors, notesOfProducts } from './store/note-lists.ts';
import { type NoteRow, notesByIds } from './store/notes.ts';
import type { Page } from './store/page.ts';
import { countProductLinks, productLinksByIds, productLinksOfNotes } from './store/product-links.ts';
import { authorsOfSearches } from './store/search-authors.ts';
import { countTerms } from './store/search-index.ts';
import { type FoundPlace, notesOfSearches } from './store/search-notes.ts';
import { type SearchRow, searchesByIds } from './store/searches.ts';
import type { ContentDb } from './store/tables.ts';
import type { BrandLexicon } from './text/brand-lexicon.ts';
import { noteFeatures, termsOfNotes } from './text/note-features.ts';

export type Loaders = ReturnType<typeof createLoaders>;

/** One request's loaders: the same field of many parents is one statement, whatever their number. */
export function createLoaders(db: ContentDb, brands: () => Promise<BrandLexicon>) {
  const byId = <Row extends { id: string }>(read: (db: ContentDb, ids: readonly string[]) => Promise<Row[]>) =>
    batched<string, Row>(async (ids) => inOrder(ids, await read(db, ids), (row) => row.id));

  const byParent = <Args, Row>(
    read: (db: ContentDb, parentIds: readonly string[], args: Args) => Promise<OfParent<Row>[]>,
  ): ((args: Args) => DataLoader<string, OfParent<Row>[] | undefined>) =>
    batchedByArguments(async (args, ids: readonly string[]) =>
      groupedInOrder(ids, await read(db, ids, args), (row) => row.parentId),
    );

  const byNote = <Row extends { noteId: string }>(
    read: (db: ContentDb, range: Instants | undefined, noteIds: readonly string[]) => Promise<Row[]>,
  ) =>
    batchedByArguments(async (range: Instants | undefined, ids: readonly string[]) =>
      groupedInOrder(ids, await read(db, range, ids), (row) => row.noteId),
    );

  return {
    note: byId(notesByIds),
    author: byId(authorsByIds),
    comment: byId(commentsByIds),
    productLink: byId(productLinksByIds),
    search: byId(searchesByIds),
    notesOfAuthor: byParent(notesOfAuthors),
    notesOfProduct: byParent(notesOfProducts),
    commentsOfNote: byParent(commentsOfNotes),
    productLinksOfNote: byParent(productLinksOfNotes),
    linkCount: batched<string, number>(async (ids) =>
      inOrder(ids, await countProductLinks(db, ids), (row) => row.noteId).map((row) => row?.links ?? 0),
    ),
    counters: batchedByArguments(async (range: Instants, ids: readonly string[]) =>
      inOrder(ids, await countersOfNotes(db, range, ids), (row) => row.noteId),
    ),
    /** By the person's 64 hexadecimal digits. */
    consentsOfPerson: batched(async (persons: readonly string[]) =>
      groupedInOrder(persons, await consentsOfPersons(db, persons), ({ person }) =>
        Buffer.from(person).toString('hex'),
      ),
    ),
    /** Whether an author agrees that what they write is learnt from. */
    learnsFrom: batched(async (ids: readonly string[]) => {
      const agreeing = await authorsToLearnFrom(db, ids);
      return ids.map((id) => agreeing.has(id));
    }),
    features: batched(async (notes: readonly NoteRow[]) => {
      const [lexicon, counts] = await Promise.all([brands(), countTerms(db, termsOfNotes(notes))]);
      return notes.map((note) => noteFeatures(note, lexicon, counts));
    }),
    newestHour: batched<'newest', Date>(async () => [await newestHour(db)]),
    demand: byNote(demandOfNotes),
    requests: byNote(requestsOfNotes),
    notesOfSearch: batchedByArguments(async (page: Page<FoundPlace>, searches: readonly SearchRow[]) =>
      groupedInOrder(
        searches.map((search) => search.id),
        await notesOfSearches(db, searches, page),
        (row) => row.searchId,
      ),
    ),
    authorsOfSearch: batchedByArguments(async (first: number, searches: readonly SearchRow[]) =>
      groupedInOrder(
        searches.map((search) => search.id),
        await authorsOfSearches(db, searches, first),
        (row) => row.searchId,
      ),
    ),
  };
}

/** Notes that a list brought need not be read again by what refers to them. */
export function rememberNotes<Row extends NoteRow>(loaders: Loaders, notes: readonly Row[]): readonly Row[] {
  for (const note of notes) loaders.note.prime(note.id, note);
  return notes;
}
