import { expect, test } from 'vitest';
import { encodeCursor } from '../../subgraphs/kit/cursor.ts';
import { useContent } from '../kit/content.ts';
import { addAuthors, addNotes } from '../kit/content-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const RANGE = '{ from: "2025-05-02", to: "2025-05-01" }';
const LONG_RANGE = '{ from: "2024-01-01", to: "2025-01-01" }';
const RIGHT_RANGE = '{ from: "2025-05-01", to: "2025-05-02" }';
const NULL_CHARACTER = '\\u0000';

/** What a client may get wrong, by the code that tells it. */
const WRONG: Record<string, readonly string[]> = {
  ID_INVALID: [
    '{ note(id: "author_1") { id } }',
    '{ note(id: "") { id } }',
    '{ note(id: "note_") { id } }',
    '{ note(id: "note_1; drop table notes") { id } }',
    `{ note(id: "note_${'x'.repeat(5000)}") { id } }`,
    '{ author(id: "1") { id } }',
    '{ node(id: "order_1") { id } }',
    '{ node(id: "constructor_1") { id } }',
    '{ notes(filter: { authorId: "note_1" }) { nodes { id } } }',
  ],
  PAGE_SIZE_INVALID: [
    '{ notes(first: 0) { nodes { id } } }',
    '{ notes(first: -1) { nodes { id } } }',
    '{ notes(first: 1000000) { nodes { id } } }',
    '{ note(id: "note_1") { engagement { reads } comments(first: 101) { nodes { id } } } }',
    '{ note(id: "note_1") { productLinks(first: 0) { totalCount } } }',
    '{ author(id: "author_1") { notes(first: 101) { nodes { id } } } }',
    '{ node(id: "product_1") { ... on Product { notes(first: 101) { nodes { id } } } } }',
    '{ search(text: "a") { notes(first: 101) { nodes { id } } } }',
    '{ search(text: "a") { authors(first: 101) { id } } }',
    '{ trendingSearches(first: 101) { text } }',
    `{ unmetLinkDemand(first: 101, range: ${RIGHT_RANGE}) { nodes { id } } }`,
  ],
  RANGE_INVALID: [
    `{ note(id: "note_1") { engagement(range: ${RANGE}) { reads } } }`,
    `{ note(id: "note_1") { engagement(range: ${LONG_RANGE}) { reads } } }`,
    `{ note(id: "note_1") { linkDemand(range: ${RANGE}) { score } } }`,
    `{ trendingSearches(range: ${RANGE}) { text } }`,
    `{ unmetLinkDemand(range: ${LONG_RANGE}) { nodes { id } } }`,
  ],
  ARGUMENT_INVALID: [
    '{ search(text: "") { id } }',
    '{ search(text: "   ") { id } }',
    `{ search(text: "${'长'.repeat(201)}") { id } }`,
    `{ search(text: "a${NULL_CHARACTER}b") { id } }`,
    `{ notes(filter: { topic: "a${NULL_CHARACTER}" }) { nodes { id } } }`,
    `{ nodes(ids: [${'"note_1",'.repeat(101)}]) { id } }`,
    `{ unmetLinkDemand(range: ${RIGHT_RANGE}, minRequests: 0) { nodes { id } } }`,
  ],
  BAD_USER_INPUT: [
    '{ note(id: "note_1") { engagement(range: { from: "2025-02-30", to: "2025-03-01" }) { reads } } }',
    '{ trendingSearches(range: { from: "yesterday", to: "2025-05-07" }) { text } }',
  ],
  BAD_REQUEST: [
    '{ notes(first: "ten") { nodes { id } } }',
    '{ notes(orderBy: LOUDEST) { nodes { id } } }',
    '{ notes { nodes { price } } }',
    '{ note { id } }',
    '{ notes { ',
    '',
  ],
};

/** Every list that takes a cursor. */
const LISTS = [
  '{ notes(first: 1, after: $after) { nodes { id } } }',
  '{ notes(first: 1, after: $after, orderBy: MOST_READ) { nodes { id } } }',
  '{ note(id: "note_1") { comments(first: 1, after: $after) { nodes { id } } } }',
  '{ note(id: "note_1") { productLinks(first: 1, after: $after) { nodes { id } } } }',
  '{ author(id: "author_1") { notes(first: 1, after: $after) { nodes { id } } } }',
  '{ node(id: "product_1") { ... on Product { notes(first: 1, after: $after) { nodes { id } } } } }',
  '{ search(text: "a") { notes(first: 1, after: $after) { nodes { id } } } }',
  `{ unmetLinkDemand(first: 1, after: $after, range: ${RIGHT_RANGE}) { nodes { id } } }`,
];

describeOnDatabases('a wrong request', (fresh) => {
  const content = useContent(fresh, async ({ db }) => {
    await addAuthors(db, { id: 'author_1' });
    await addNotes(db, { id: 'note_1' }, { id: 'note_2' });
  });

  for (const [code, queries] of Object.entries(WRONG)) {
    test(`is told with ${code}, the first time and again`, async () => {
      for (const query of queries) {
        for (const _time of [1, 2, 3]) {
          const { errors } = await content().ask(query);
          expect(
            errors.map((error) => error.extensions.code),
            query,
          ).toEqual([code]);
          expect(errors[0]?.message.length).toBeLessThan(300);
        }
      }
    });
  }

  test('with a cursor that is damaged, made up, or of another list is told with CURSOR_INVALID', async () => {
    const { data } = await content().ask('{ notes(first: 1) { pageInfo { endCursor } } }');
    const ownNewest = data.notes.pageInfo.endCursor;
    const madeUp = ['notes:NEWEST:{}', 'notes:MOST_READ:{}'].flatMap((list) =>
      [
        [Number.MAX_SAFE_INTEGER, 'note_1'],
        [-1, 'note_1'],
        [1.5, 'note_1'],
        [0, 'note_\u0000'],
        [0],
        ['0', 'note_1'],
      ].map((keys) => encodeCursor(list, keys as (string | number)[])),
    );
    const cursors = ['', 'x', 'bm9uc2Vuc2U', ownNewest.slice(3), encodeCursor('other', [0, '']), ...madeUp];
    for (const list of LISTS) {
      for (const after of cursors) {
        const { errors } = await content().ask(`query($after: String) ${list}`, { after });
        const own = list.includes('MOST_READ') && decodes(after);
        if (!own)
          expect(
            errors.map((error) => error.extensions.code),
            `${list} ${after}`,
          ).toEqual(['CURSOR_INVALID']);
        else expect(errors.filter((error) => error.extensions.code !== 'CURSOR_INVALID')).toEqual([]);
      }
    }
  });

  test('in its variables is told the same however often it is sent', async () => {
    const query =
      'query($first: Int!, $range: DateRange) { notes(first: $first) { nodes { engagement(range: $range) { reads } } } }';
    for (const _time of [1, 2, 3]) {
      const wrongType = await content().ask(query, { first: 'ten' });
      expect(wrongType.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
      const wrongDay = await content().ask(query, { first: 1, range: { from: '2025-02-30', to: '2025-03-01' } });
      expect(wrongDay.errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
      const missing = await content().ask(query, {});
      expect(missing.errors).toMatchObject([{ extensions: { code: 'BAD_REQUEST' } }]);
    }
  });

  test('that is no GraphQL over HTTP has a status of its own', async () => {
    for (const [body, type] of [
      ['{"query": ', 'application/json'],
      ['query=x', 'application/x-www-form-urlencoded'],
    ] as const) {
      const response = await fetch(`${content().url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': type },
        body,
      });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      expect(await response.text()).not.toMatch(/node_modules|\.ts:/);
    }
  });

  test('that breaks something here tells nothing of the inside', async () => {
    const { db } = content();
    await db.schema.alterTable('authors').renameTo('authors_away').execute();
    try {
      const { data, errors } = await content().ask('{ note(id: "note_1") { id } author(id: "author_1") { name } }');
      expect(data).toEqual({ note: { id: 'note_1' }, author: null });
      expect(errors).toEqual([
        {
          message: 'Something went wrong here; it has been logged.',
          path: ['author'],
          locations: expect.anything(),
          extensions: { code: 'INTERNAL_SERVER_ERROR' },
        },
      ]);
    } finally {
      await db.schema.alterTable('authors_away').renameTo('authors').execute();
    }
  });
});

/** Whether a made-up cursor could be a place in the list of the most read: then only its own list takes it. */
function decodes(after: string): boolean {
  return Buffer.from(after, 'base64url').toString().includes(encodedTag());
}

function encodedTag(): string {
  return (JSON.parse(Buffer.from(encodeCursor('notes:MOST_READ:{}', []), 'base64url').toString()) as string[])[0] ?? '';
}
