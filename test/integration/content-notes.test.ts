import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NOON, type TestContent, useContent } from '../kit/content.ts';
import { addAuthors, addLinks, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const NOTES = `query($first: Int!, $after: String, $filter: NoteFilter, $orderBy: NoteOrder!) {
  notes(first: $first, after: $after, filter: $filter, orderBy: $orderBy) {
    nodes { id } edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`;

/** The ids of a whole list, read page by page. */
async function pages(
  content: TestContent,
  query: string,
  first: number,
  variables: object,
  // biome-ignore lint/suspicious/noExplicitAny: where the connection stands in an answer
  at: (data: any) => any,
): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  for (;;) {
    const { data, errors } = await content.ask(query, { ...variables, first, after });
    expect(errors).toEqual([]);
    const { nodes, pageInfo } = at(data);
    ids.push(...nodes.map((node: { id: string }) => node.id));
    if (!pageInfo.hasNextPage) return ids;
    expect(nodes).toHaveLength(first);
    after = pageInfo.endCursor;
  }
}

/** 30 notes, many of which share their instant and their counters. */
const NOTE_ROWS = Array.from({ length: 30 }, (_, n) => ({
  id: `note_${n}`,
  author_id: `author_${n % 3}`,
  industry: n % 2 ? ('SPORTS' as const) : ('BEAUTY' as const),
  topics: n % 5 ? ['露营'] : ['早八', '通勤'],
  published_at: new Date(NOON.getTime() - (n % 4) * 86_400_000 - (n % 2)),
  read_count: n % 4,
  like_count: n % 3,
  save_count: n % 2,
}));

describeOnDatabases('lists of notes', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_0' }, { id: 'author_1' }, { id: 'author_2' });
    await addNotes(db, ...NOTE_ROWS);
    await addLinks(
      db,
      ...NOTE_ROWS.filter((_, n) => n % 4 === 0).map(({ id }, n) => ({
        id: `link_${n}`,
        note_id: id,
        product_id: n % 2 ? 'product_1' : 'product_2',
        status: n === 0 ? ('REMOVED' as const) : ('ACTIVE' as const),
      })),
    );
  });

  const expected = (order: string, keep: (row: (typeof NOTE_ROWS)[number], index: number) => boolean = () => true) =>
    NOTE_ROWS.filter(keep)
      .map((row) => ({
        id: row.id,
        key: {
          NEWEST: row.published_at.getTime(),
          MOST_READ: row.read_count,
          MOST_ENGAGED: row.like_count + row.save_count,
        }[order] as number,
      }))
      .sort((a, b) => b.key - a.key || (a.id < b.id ? 1 : -1))
      .map(({ id }) => id);

  test('pages of any size, put together, are the whole list in its order', async () => {
    const orders = fc.constantFrom('NEWEST', 'MOST_READ', 'MOST_ENGAGED');
    await fc.assert(
      fc.asyncProperty(orders, fc.integer({ min: 1, max: 40 }), async (orderBy, first) => {
        const ids = await pages(content(), NOTES, first, { orderBy }, (data) => data.notes);
        expect(ids).toEqual(expected(orderBy));
      }),
      { numRuns: 15 },
    );
  });

  test('a filter lets through what has the author, the industry, the topic, a card or none', async () => {
    const ids = (filter: object) => pages(content(), NOTES, 7, { orderBy: 'MOST_READ', filter }, (data) => data.notes);
    expect(await ids({ authorId: 'author_1' })).toEqual(expected('MOST_READ', (row) => row.author_id === 'author_1'));
    expect(await ids({ industry: 'SPORTS' })).toEqual(expected('MOST_READ', (row) => row.industry === 'SPORTS'));
    expect(await ids({ topic: '通勤' })).toEqual(expected('MOST_READ', (row) => row.topics.includes('通勤')));
    expect(await ids({ linked: true })).toEqual(expected('MOST_READ', (_, n) => n % 4 === 0 && n !== 0));
    expect(await ids({ linked: false })).toEqual(expected('MOST_READ', (_, n) => n % 4 !== 0 || n === 0));
    expect(await ids({ linked: true, industry: 'SPORTS' })).toEqual([]);
  });

  test('a page says what lies before and after it', async () => {
    const first = await content().ask(NOTES, { first: 2, orderBy: 'NEWEST' });
    const { edges, pageInfo } = first.data.notes;
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0].cursor,
      endCursor: edges[1].cursor,
    });
    const last = await content().ask(NOTES, { first: 100, after: edges[1].cursor, orderBy: 'NEWEST' });
    expect(last.data.notes.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(last.data.notes.nodes).toHaveLength(28);
  });

  test("an author's notes are the newest first", async () => {
    const query = `query($first: Int!, $after: String) { author(id: "author_2") {
      notes(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } }`;
    expect(await pages(content(), query, 3, {}, (data) => data.author.notes)).toEqual(
      expected('NEWEST', (row) => row.author_id === 'author_2'),
    );
  });

  test("a product's notes are those with an active link to it, the most read first", async () => {
    const query = `query($first: Int!, $after: String) { node(id: "product_2") { ... on Product {
      notes(first: $first, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } } } } }`;
    expect(await pages(content(), query, 1, {}, (data) => data.node.notes)).toEqual(
      expected('MOST_READ', (_, n) => n % 8 === 0 && n !== 0),
    );
  });

  test('a note tells all of itself', async () => {
    const { db } = content();
    await addNotes(db, {
      id: 'note_full',
      author_id: 'author_1',
      title: '救命!早八穿这件外套真的绝',
      body: 'Love it 😍',
      kind: 'VIDEO',
      cover_url: 'https://example.com/cover.jpg',
      image_urls: ['https://example.com/1.jpg', 'https://example.com/2.jpg'],
      video_url: 'https://example.com/v.mp4',
      industry: 'MOTHER_BABY',
      topics: ['早八'],
      published_at: new Date('2024-04-08T00:00:00.123Z'),
      sponsorship_kind: 'COLLABORATION',
      brand_name: '云栖',
      read_count: 9_007_199_254_740_991,
    });
    const { data } = await content().ask(`{ note(id: "note_full") { title body kind coverUrl imageUrls videoUrl industry
      topics publishedAt readCount sponsorship { kind brandName } author { id name kind avatarUrl followerCount } } }`);
    expect(data.note).toEqual({
      title: '救命!早八穿这件外套真的绝',
      body: 'Love it 😍',
      kind: 'VIDEO',
      coverUrl: 'https://example.com/cover.jpg',
      imageUrls: ['https://example.com/1.jpg', 'https://example.com/2.jpg'],
      videoUrl: 'https://example.com/v.mp4',
      industry: 'MOTHER_BABY',
      topics: ['早八'],
      publishedAt: '2024-04-08T00:00:00.123Z',
      readCount: 9_007_199_254_740_991,
      sponsorship: { kind: 'COLLABORATION', brandName: '云栖' },
      author: { id: 'author_1', name: '小红', kind: 'PERSON', avatarUrl: null, followerCount: 0 },
    });
    await db.deleteFrom('note_search').where('note_id', '=', 'note_full').execute();
    await db.deleteFrom('notes').where('id', '=', 'note_full').execute();
  });
});
