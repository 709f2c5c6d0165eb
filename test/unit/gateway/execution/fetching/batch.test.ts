import { describe, expect, test } from 'vitest';
import { DEEP_QUERY, deepWorld } from '../../../../../bench/engine/deep-world.ts';
import { SubgraphFailure } from '../../../../../gateway/subgraphs/transport/failure.ts';
import { LocalFederation, type LocalSubgraph } from '../../../../kit/federation.ts';
import { STALL_PAGE, stall } from '../../../../kit/stall.ts';

const open = () => new LocalFederation(stall);
const figures = (federation: LocalFederation) => federation.asked.filter(({ subgraph }) => subgraph === 'figures');
const PAGE = {
  page: { title: 'a page', note: { likes: 6 }, items: [{ likes: 7 }, { likes: 7 }], seller: { likes: 1 } },
};

describe('fetches of one subgraph that start together', () => {
  test('are one request, which names the fetches that it answers', async () => {
    const federation = open();
    expect(await federation.run(STALL_PAGE, { than: 5 })).toEqual({ data: PAGE });
    expect(figures(federation)).toMatchObject([
      { kind: 'query', personal: false, operationName: 'Page__figures', fetches: [1, 2, 3], variables: { than: 5 } },
    ]);
  });

  test('are a request each where their subgraph is switched off', async () => {
    const federation = new LocalFederation(stall, { batch: (subgraph) => subgraph !== 'figures' });
    expect(await federation.run(STALL_PAGE, { than: 5 })).toEqual({ data: PAGE });
    expect(figures(federation).map(({ fetches }) => fetches)).toEqual([[1], [2], [3]]);
  });

  test('leave a list empty where one has nothing to ask; one that is left alone is sent as it is', async () => {
    const federation = open();
    const lists = async (variables: object): Promise<unknown> => {
      await federation.run(STALL_PAGE, { ...variables });
      return figures(federation).map(({ variables: { than: _, ...sent } }) =>
        Object.fromEntries(Object.entries(sent).map(([name, list]) => [name, (list as unknown[]).length])),
      );
    };
    expect(await lists({})).toEqual([{ r0: 1, r1: 2, r2: 1 }]);
    expect(await lists({ items: 0 })).toEqual([{ r0: 1, r1: 0, r2: 1 }]);
    expect(await lists({ items: 0, note: false })).toEqual([{ representations: 1 }]);
  });

  test('make no more documents than one for each and one for all', async () => {
    const federation = open();
    const documents = new Set<string>();
    for (const items of [0, 1, 2, 5]) {
      for (const note of [true, false]) {
        for (const than of [undefined, 3]) {
          await federation.run(STALL_PAGE, { items, note, ...(than && { than }) });
          for (const { query } of figures(federation)) documents.add(query);
        }
      }
    }
    expect(documents.size).toBeLessThanOrEqual(4);
  });

  test('are at most eight in one request', async () => {
    const federation = open();
    const pages = Array.from({ length: 12 }, (_, index) => `p${index}: page { note { a${index}: likes } }`);
    const { data } = await federation.run(`{ ${pages.join(' ')} }`);
    expect(data).toMatchObject({ p0: { note: { a0: 1 } }, p11: { note: { a11: 1 } } });
    expect(figures(federation).map(({ fetches }) => fetches.length)).toEqual([8, 4]);
  });

  test('go apart where they are large', async () => {
    const federation = open();
    await federation.run(STALL_PAGE, { items: 1001 });
    expect(figures(federation).map(({ fetches }) => fetches)).toEqual([[1], [2], [3]]);
  });
});

test('fetches of several branches that become ready at once go together', async () => {
  const world = Object.fromEntries(
    deepWorld.map(({ name, typeDefs, resolvers }) => [
      name,
      { typeDefs: typeDefs.replace(/^.*@link.*$/m, ''), resolvers },
    ]),
  ) as Record<string, LocalSubgraph>;
  const [apart, together] = [{ batch: () => false }, {}].map((options) => new LocalFederation(world, options));
  expect(await together?.run(DEEP_QUERY)).toEqual(await apart?.run(DEEP_QUERY));
  expect([apart?.asked.length, together?.asked.length]).toEqual([13, 8]);
});

test('the plan’s renamings of an answer are undone in each part', async () => {
  const kinds = [
    ['A', 'Int'],
    ['B', 'String'],
  ];
  const typed = (rest: string) =>
    kinds.map(([name, type]) => `type ${name} @key(fields: "id") { id: ID! value: ${type} ${rest} }`).join(' ');
  const any = () => [
    { __typename: 'A', id: 1, value: 1 },
    { __typename: 'B', id: 2, value: 'two' },
  ];
  const more = ({ __typename, value }: { __typename: string; value: unknown }) => `${__typename} ${value}`;
  const federation = new LocalFederation({
    start: {
      typeDefs:
        'type Query { start: Start } type Start { x: X y: Y } type X @key(fields: "id") { id: ID! } type Y @key(fields: "id") { id: ID! }',
      resolvers: { Query: { start: () => ({ x: { id: 'x' }, y: { id: 'y' } }) } },
    },
    lists: {
      typeDefs: `type X @key(fields: "id") { id: ID! any: [Any] } type Y @key(fields: "id") { id: ID! any: [Any] } union Any = A | B ${typed('')}`,
      resolvers: { X: { any }, Y: { any } },
    },
    more: {
      typeDefs: typed('@external more: String @requires(fields: "value")'),
      resolvers: { A: { more }, B: { more } },
    },
  });
  const list = '{ any { ... on A { more } ... on B { more } } }';
  const { data } = await federation.run(`{ start { x ${list} y ${list} } }`);
  const expected = { any: [{ more: 'A 1' }, { more: 'B two' }] };
  expect(data).toEqual({ start: { x: expected, y: expected } });
  const merged = federation.asked.find(({ subgraph }) => subgraph === 'lists');
  expect(merged?.fetches).toHaveLength(2);
  expect(merged?.query.match(/__alias_/g)?.length).toBeGreaterThan(1);
});

test('what is personal for one is for all of the request', async () => {
  const federation = new LocalFederation(
    {
      posts: {
        typeDefs: 'type Query { mine: Post } type Post @key(fields: "id") { id: ID! price(currency: String): Int }',
        resolvers: { Query: { mine: () => ({ id: '1' }) }, Post: { price: () => 5 } },
      },
      shop: {
        typeDefs: `type Post @key(fields: "id") { id: ID! price(currency: String): Int @external
          dollars: Int @requires(fields: "price(currency: \\"USD\\")") euros: Int @requires(fields: "price(currency: \\"EUR\\")") }`,
        resolvers: {
          Post: { dollars: ({ price }: { price: number }) => price, euros: ({ price }: { price: number }) => price },
        },
      },
    },
    { personalFields: new Set(['Query.mine']) },
  );
  expect(await federation.run('{ mine { dollars euros } }')).toEqual({ data: { mine: { dollars: 5, euros: 5 } } });
  expect(federation.asked.map(({ subgraph, personal, fetches }) => [subgraph, personal, fetches.length])).toEqual([
    ['posts', true, 2],
    ['shop', false, 2],
  ]);
});

describe('a merged request that fails', () => {
  test('without data is sent again, each part alone, once', async () => {
    const federation = open();
    federation.intercept = ({ subgraph, fetches, query }) =>
      subgraph === 'figures' && (fetches.length > 1 || query.includes('Item'))
        ? '{"data":null,"errors":[{"message":"no","path":["e1"],"extensions":{"code":"NO"}}]}'
        : undefined;
    const { data, errors } = await federation.run(STALL_PAGE, { than: 5 });
    expect(data).toEqual({ page: { ...PAGE.page, items: [{ likes: null }, { likes: null }] } });
    expect(errors?.map(({ path, extensions: { code } }) => [path, code])).toEqual([
      [['page', 'items', 0, 'likes'], 'NO'],
      [['page', 'items', 1, 'likes'], 'NO'],
    ]);
    expect(figures(federation).map(({ fetches }) => fetches)).toEqual([[1, 2, 3], [1], [2], [3]]);
  });

  test('without an answer is not sent again: each part fails as it would alone', async () => {
    const federation = open();
    federation.intercept = ({ subgraph }) => {
      if (subgraph === 'figures') throw new SubgraphFailure('SUBGRAPH_TIMEOUT', 'figures', undefined);
      return undefined;
    };
    const { data, errors } = await federation.run(STALL_PAGE);
    expect(data).toEqual({
      page: {
        title: 'a page',
        note: { likes: null },
        items: [{ likes: null }, { likes: null }],
        seller: { likes: null },
      },
    });
    expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['SUBGRAPH_TIMEOUT']));
    expect(errors).toHaveLength(4);
    expect(figures(federation)).toHaveLength(1);
  });
});
