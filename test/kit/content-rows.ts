import type { Insertable } from 'kysely';
import { addComments, type NewComment } from '../../subgraphs/content/store/add-comments.ts';
import { holdLinkFeed } from '../../subgraphs/content/store/link-feed.ts';
import { indexAuthors, indexNotes } from '../../subgraphs/content/store/search-index.ts';
import type { ContentDb, ContentTables } from '../../subgraphs/content/store/tables.ts';
import { NOON } from './content.ts';

type Given<Table extends keyof ContentTables> = Partial<Insertable<ContentTables[Table]>>;

/** Adds authors, and makes them findable. */
export async function addAuthors(db: ContentDb, ...authors: (Given<'authors'> & { id: string })[]): Promise<void> {
  const rows = authors.map((author) => ({
    name: '小红',
    kind: 'PERSON' as const,
    avatar_url: null,
    person: null,
    ...author,
  }));
  await db.insertInto('authors').values(rows).execute();
  await indexAuthors(db, rows);
}

/** Adds notes, by author_1 where nobody is named, and makes them findable. */
export async function addNotes(db: ContentDb, ...notes: (Given<'notes'> & { id: string })[]): Promise<void> {
  const rows = notes.map((note) => ({
    author_id: 'author_1',
    title: '标题',
    body: '正文',
    kind: 'IMAGES' as const,
    cover_url: null,
    video_url: null,
    industry: 'OTHER' as const,
    published_at: NOON,
    sponsorship_kind: null,
    brand_name: null,
    counted_at: null,
    ...note,
  }));
  await db.insertInto('notes').values(rows).execute();
  await indexNotes(
    db,
    rows.map((row) => ({ ...row, topics: (row.topics as string[] | undefined) ?? [] })),
  );
}

/** Adds comments by author_1; what they want is told from their text. */
export async function addCommentsTo(
  db: ContentDb,
  noteId: string,
  ...comments: (Partial<NewComment> & { id: string; body: string })[]
): Promise<void> {
  const rows = comments.map((comment) => ({ noteId, authorId: 'author_1', createdAt: NOON, ...comment }));
  await addComments(db, rows);
}

/** Adds product links, below their notes and active where nothing else is said, in the order given. */
export async function addLinks(
  db: ContentDb,
  ...links: (Given<'product_links'> & { id: string; note_id: string; product_id: string })[]
): Promise<void> {
  const rows = links.map((link, index) => ({
    label: null,
    placement: 'BELOW_NOTE' as const,
    position: index + 1,
    status: 'ACTIVE' as const,
    attached_at: NOON,
    ...link,
  }));
  await db.transaction().execute(async (transaction) => {
    await holdLinkFeed(transaction);
    await transaction.insertInto('product_links').values(rows).execute();
  });
}
