import { expect, test } from 'vitest';
import { NOON, useContent } from '../kit/content.ts';
import { addAuthors, addCommentsTo, addLinks, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const DAY = { from: '2025-05-07', to: '2025-05-07' };
const DEMAND = `query($id: ID!, $range: DateRange) { note(id: $id) { linkDemand(range: $range) {
  linkRequests screenshots score topTerms freshness { asOf finality } } } }`;
const UNMET = `query($first: Int!, $after: String, $range: DateRange!, $min: Int!, $industry: Industry) {
  unmetLinkDemand(first: $first, after: $after, range: $range, minRequests: $min, industry: $industry) {
    nodes { id } edges { cursor node { id } demand { linkRequests screenshots score topTerms } }
    pageInfo { hasNextPage endCursor } } }`;

const minutesAgo = (minutes: number) => new Date(NOON.getTime() - minutes * 60_000);

describeOnDatabases('link demand', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' });
    await addNotes(
      db,
      { id: 'note_1', screenshot_count: 41, counted_at: minutesAgo(60) },
      { id: 'note_linked' },
      { id: 'note_paused', industry: 'SPORTS' },
      ...Array.from({ length: 12 }, (_, n) => ({
        id: `note_wanted_${n}`,
        industry: n % 2 ? ('SPORTS' as const) : ('BEAUTY' as const),
      })),
    );
    await addCommentsTo(
      db,
      'note_1',
      { id: 'comment_1', body: '求外套链接', createdAt: minutesAgo(5) },
      { id: 'comment_2', body: '外套求链接,求色号', createdAt: minutesAgo(3) },
      { id: 'comment_3', body: '不求链接,自己搜就好' },
      { id: 'comment_4', body: '求色号', createdAt: minutesAgo(60 * 24 * 30) },
    );
    await addLinks(
      db,
      { id: 'link_1', note_id: 'note_linked', product_id: 'product_1' },
      { id: 'link_2', note_id: 'note_paused', product_id: 'product_1', status: 'PAUSED' },
    );
    for (const [note, requests] of [
      ['note_linked', 9],
      ['note_paused', 3],
      ...Array.from({ length: 12 }, (_, n) => [`note_wanted_${n}`, (n % 4) + 1] as const),
    ] as const) {
      const comments = Array.from({ length: requests }, (_, n) => ({ id: `comment_${note}_${n}`, body: '求链接' }));
      await addCommentsTo(db, note, ...comments);
    }
    const hours = (note_id: string, screenshots: number) => ({ note_id, hour: minutesAgo(120), screenshots });
    await db
      .insertInto('note_hours')
      .values([hours('note_1', 7), hours('note_paused', 21), hours('note_wanted_3', 20), hours('note_wanted_0', 20)])
      .execute();
  });

  test('counts the requests, not their look-alikes, and screenshots at twenty to one', async () => {
    const { data } = await content().ask(DEMAND, { id: 'note_1', range: DAY });
    expect(data.note.linkDemand).toEqual({
      linkRequests: 2,
      screenshots: 7,
      score: '2.35',
      topTerms: ['外套', '色号'],
      freshness: { asOf: minutesAgo(3).toISOString(), finality: 'LIVE' },
    });
  });

  test('without a range is over all time', async () => {
    const { data } = await content().ask(DEMAND, { id: 'note_1', range: null });
    expect(data.note.linkDemand).toMatchObject({ linkRequests: 3, screenshots: 41, score: '5.05' });
  });

  test('of a note that nobody asks about is zero', async () => {
    await addNotes(content().db, { id: 'note_quiet' });
    const { data } = await content().ask(DEMAND, { id: 'note_quiet', range: DAY });
    expect(data.note.linkDemand).toMatchObject({ linkRequests: 0, screenshots: 0, score: '0.00', topTerms: [] });
  });

  async function unmet(variables: { first: number; min?: number; industry?: string; range?: object }) {
    const found: { id: string; score: string }[] = [];
    let after: string | null = null;
    for (;;) {
      const { data, errors } = await content().ask(UNMET, { range: DAY, min: 1, ...variables, after });
      expect(errors).toEqual([]);
      const { edges, nodes, pageInfo } = data.unmetLinkDemand;
      expect(nodes).toEqual(edges.map((edge: { node: object }) => edge.node));
      found.push(
        ...edges.map((edge: { node: { id: string }; demand: { score: string } }) => ({
          id: edge.node.id,
          score: edge.demand.score,
        })),
      );
      if (!pageInfo.hasNextPage) return found;
      after = pageInfo.endCursor;
    }
  }

  /** Without an active link, the greatest score first, ties by the greater id. */
  const WANTED = [
    { id: 'note_wanted_3', score: '5.00' },
    { id: 'note_paused', score: '4.05' },
    { id: 'note_wanted_7', score: '4.00' },
    { id: 'note_wanted_11', score: '4.00' },
    { id: 'note_wanted_6', score: '3.00' },
    { id: 'note_wanted_2', score: '3.00' },
    { id: 'note_wanted_10', score: '3.00' },
    { id: 'note_1', score: '2.35' },
    { id: 'note_wanted_9', score: '2.00' },
    { id: 'note_wanted_5', score: '2.00' },
    { id: 'note_wanted_1', score: '2.00' },
    { id: 'note_wanted_0', score: '2.00' },
    { id: 'note_wanted_8', score: '1.00' },
    { id: 'note_wanted_4', score: '1.00' },
  ];

  test('unmet is of notes without an active link, most wanted first, whatever the page size', async () => {
    for (const first of [1, 4, 100]) expect(await unmet({ first })).toEqual(WANTED);
  });

  test('unmet can be narrowed to an industry, and to notes with enough requests', async () => {
    expect((await unmet({ first: 2, min: 4 })).map(({ id }) => id)).toEqual([
      'note_wanted_3',
      'note_wanted_7',
      'note_wanted_11',
    ]);
    expect((await unmet({ first: 2, min: 3, industry: 'SPORTS' })).map(({ id }) => id)).toEqual([
      'note_wanted_3',
      'note_paused',
      'note_wanted_7',
      'note_wanted_11',
    ]);
    expect(await unmet({ first: 2, range: { from: '2024-05-07', to: '2024-05-07' } })).toEqual([]);
  });

  test('is met as soon as a link is attached', async () => {
    const attach = `mutation { productLinkAttach(input: { noteId: "note_wanted_8", productId: "product_5" }) {
      productLink { id } } }`;
    const { data } = await content().ask(attach);
    expect((await unmet({ first: 100 })).map(({ id }) => id)).not.toContain('note_wanted_8');
    await content().ask(
      'mutation($id: ID!) { productLinkRemove(input: { productLinkId: $id }) { productLink { id } } }',
      {
        id: data.productLinkAttach.productLink.id,
      },
    );
    expect((await unmet({ first: 100 })).map(({ id }) => id)).toContain('note_wanted_8');
  });
});
