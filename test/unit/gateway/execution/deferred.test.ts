import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { IncrementalFormat } from '../../../../gateway/doors/parts/answer-parts.ts';
import { LocalFederation } from '../../../kit/federation.ts';
import { merged, type Payload } from '../../../kit/incremental.ts';
import { openShop } from './shop.ts';

const FORMATS: IncrementalFormat[] = ['deferSpec', 'incrementalSpec'];

/** What each part after the first brings, as `label path data`. */
function brought(payloads: readonly Payload[]): string[][] {
  return payloads
    .slice(1)
    .map(({ incremental = [] }) =>
      incremental.map(({ label, path = [], data }) => `${label} ${path.join('.')} ${JSON.stringify(data)}`),
    );
}

describe('forms of @defer', () => {
  test('in a list, each object has a part of its own; a nested fragment comes after the one it stands in', async () => {
    const shop = openShop();
    const query = '{ products { upc ... @defer(label: "price") { price ... @defer(label: "stars") { stars } } } }';
    const payloads = await shop.parts(query, 'deferSpec');
    expect(payloads[0]).toEqual({ data: { products: [{ upc: 'p1' }, { upc: 'p2' }, { upc: 'p3' }] }, hasNext: true });
    expect(brought(payloads)).toEqual([
      [0, 1, 2].map((index) => `price products.${index} {"price":${index + 1}00}`),
      [0, 1, 2].map((index) => `stars products.${index} {"stars":5}`),
    ]);
  });

  test('nested lists are walked, and there is no part where there is no object', async () => {
    const shop = openShop();
    const payloads = await shop.parts('{ shelves { upc ... @defer(label: "S") { stars } } }', 'deferSpec');
    expect(brought(payloads)).toEqual([
      ['S shelves.0.0 {"stars":5}', 'S shelves.2.0 {"stars":5}', 'S shelves.2.1 {"stars":5}'],
    ]);
    expect(await shop.parts('{ nobody { ... @defer { stars } } }', 'deferSpec')).toEqual([{ data: { nobody: null } }]);
  });

  test('`if` decides, as a literal, a variable or its default; what is not deferred comes whole', async () => {
    const shop = openShop();
    const deferred = async (directive: string, definition = '', variables = {}) => {
      const query = `query ${definition} { product(upc: "p1") { upc ... ${directive} { stars } } }`;
      return (await shop.parts(query, 'deferSpec', variables)).length > 1;
    };
    expect(await deferred('@defer(if: true)')).toBe(true);
    expect(await deferred('@defer(if: false)')).toBe(false);
    expect(await deferred('@defer(if: $d)', '($d: Boolean!)', { d: true })).toBe(true);
    expect(await deferred('@defer(if: $d)', '($d: Boolean!)', { d: false })).toBe(false);
    expect(await deferred('@defer(if: $d)', '($d: Boolean = false)')).toBe(false);
    expect(await deferred('@defer(if: $d)', '($d: Boolean)')).toBe(true);
    expect(await deferred('@defer @skip(if: $d)', '($d: Boolean!)', { d: true })).toBe(false);
  });

  test('on spreads, each place of a fragment is delivered apart', async () => {
    const shop = openShop();
    const query = `{ a: product(upc: "p1") { ...P @defer(label: "a") } b: product(upc: "p2") { upc ...P @defer(label: "b") } }
      fragment P on Product { name ... @defer { stars } }`;
    const payloads = await shop.parts(query, 'deferSpec');
    expect(brought(payloads).flat().sort()).toEqual([
      'a a {"name":"Ware 1"}',
      'b b {"name":"Ware 2"}',
      'undefined a {"stars":5}',
      'undefined b {"stars":5}',
    ]);
  });

  test('at the root, with introspection, and below a mutation', async () => {
    const shop = openShop();
    const query =
      '{ ping ... @defer(label: "D") { again: ping(text: "x") __typename __schema { queryType { name } } } }';
    expect(brought(await shop.parts(query, 'deferSpec'))).toEqual([
      ['D  {"again":"x","__typename":"Query","__schema":{"queryType":{"name":"Query"}}}'],
    ]);
    const write =
      'mutation { a: restock(upc: "p1") { upc ... @defer(label: "M") { stars } } b: restock(upc: "p2") { name } }';
    const payloads = await shop.parts(write, 'deferSpec');
    expect(payloads[0]?.data).toEqual({ a: { upc: 'p1' }, b: { name: 'Ware 2' } });
    expect(brought(payloads)).toEqual([['M a {"stars":5}']]);
    expect(shop.asked.map(({ kind }) => kind)).toEqual(['mutation', 'query']);
  });

  test('in abstract types, only where the fragment’s type is met', async () => {
    const federation = new LocalFederation({
      a: {
        typeDefs: `type Query { nodes: [Node] } interface Node { id: ID! }
          type A implements Node @key(fields: "id") { id: ID! } type B implements Node @key(fields: "id") { id: ID! }`,
        resolvers: {
          Query: { nodes: () => [1, 2, 3].map((id) => ({ __typename: id === 2 ? 'B' : 'A', id })) },
        },
      },
      b: {
        typeDefs: 'type A @key(fields: "id") { id: ID! x: Int } type B @key(fields: "id") { id: ID! y: Int! }',
        resolvers: { A: { x: ({ id }: { id: string }) => Number(id) }, B: { y: () => null } },
      },
    });
    const query =
      '{ nodes { id ... on A @defer(label: "A") { x } ... on Node @defer(label: "N") { __typename ... on B { y } } } }';
    const payloads = await federation.parts(query, 'deferSpec');
    expect(brought(payloads).flat().sort()).toEqual([
      'A nodes.0 {"x":1}',
      'A nodes.2 {"x":3}',
      'N nodes.0 {"__typename":"A"}',
      'N nodes.1 null',
      'N nodes.2 {"__typename":"A"}',
    ]);
  });

  test('with names and required fields that keep plans apart', async () => {
    const shop = openShop();
    const query =
      '{ product(upc: "p1") { upc: name ... @defer { price: shipping representations: reviews(first: 1) { id } } } }';
    for (const format of FORMATS) {
      expect(merged(await shop.parts(query, format)).data).toEqual({
        product: { upc: 'Ware 1', price: 101, representations: [{ id: 'p1-ann' }] },
      });
    }
    const federation = new LocalFederation({
      a: {
        typeDefs: `type Query { thing: Thing }
          type Thing @key(fields: "id") { id: ID! price(currency: String): Int }`,
        resolvers: {
          Query: { thing: () => ({ id: 't' }) },
          Thing: {
            __resolveReference: (thing: object) => thing,
            price: (_: unknown, { currency }: { currency: string }) => currency.charCodeAt(0),
          },
        },
      },
      b: {
        typeDefs: `type Thing @key(fields: "id") { id: ID! price(currency: String): Int @external
          usd: Int @requires(fields: "price(currency: \\"USD\\")") eur: Int @requires(fields: "price(currency: \\"EUR\\")") }`,
        resolvers: {
          Thing: { usd: ({ price }: { price: number }) => price, eur: ({ price }: { price: number }) => price },
        },
      },
    });
    for (const format of FORMATS) {
      const { data } = merged(await federation.parts('{ thing { id ... @defer { usd eur } } }', format));
      expect(data).toEqual({ thing: { id: 't', usd: 85, eur: 69 } });
    }
  });
});

describe('fields that several parts select', () => {
  const query = `{ latest { id product { upc }
    ... @defer(label: "A") { text product { name stars } } ... @defer(label: "B") { text author { name } } } }`;

  test('are sent once where the format says so, with sub-paths', async () => {
    const payloads = await openShop().parts(query, 'incrementalSpec');
    expect(payloads[0]).toMatchObject({
      data: { latest: { id: 'r9', product: { upc: 'p3' } } },
      pending: [
        { id: '0', path: ['latest'], label: 'A' },
        { id: '1', path: ['latest'], label: 'B' },
      ],
    });
    const increments = payloads.flatMap(({ incremental = [] }) => incremental);
    expect(increments).toContainEqual({ id: '0', subPath: ['product'], data: { name: 'Ware 3', stars: 5 } });
    const texts = increments.filter(({ data }) => JSON.stringify(data).includes('"text"'));
    expect(texts).toHaveLength(1);
    expect(merged(payloads).data).toMatchObject({ latest: { text: 'latest', author: { name: 'ANN' } } });
  });

  test('are sent with each fragment where clients read fragments by themselves', async () => {
    const payloads = await openShop().parts(query, 'deferSpec');
    expect(brought(payloads).flat().sort()).toEqual([
      'A latest {"text":"latest","product":{"name":"Ware 3","stars":5}}',
      'B latest {"text":"latest","author":{"name":"ANN"}}',
    ]);
  });

  test('a fragment with nothing of its own is a part only where fragments are read by themselves', async () => {
    const same = '{ product(upc: "p1") { upc ... @defer(label: "same") { upc } } }';
    expect(brought(await openShop().parts(same, 'deferSpec'))).toEqual([['same product {"upc":"p1"}']]);
    const payloads = await openShop().parts(same, 'incrementalSpec');
    expect(payloads.flatMap(({ pending = [], incremental = [] }) => [...pending, ...incremental])).toEqual([]);
    expect(payloads.at(-1)).toEqual({ hasNext: false });
  });
});

describe('time', () => {
  const query = '{ products { upc ... @defer { stars } } }';
  const prepare = async (shop: LocalFederation, text: string) => {
    const prepared = await shop.snapshot.prepareWhole({
      id: createHash('sha256').update(text).digest('hex'),
      document: parse(text),
    });
    return prepared.execute({}, shop.ask, { incremental: true });
  };

  test('the first part is there before the fetches of what is deferred are', async () => {
    const shop = openShop();
    const gate = Promise.withResolvers<undefined>();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? gate.promise : undefined);
    const { data, deferred } = await prepare(shop, query);
    expect(data).toBe('{"products":[{"upc":"p1"},{"upc":"p2"},{"upc":"p3"}]}');
    const next = deferred?.[Symbol.asyncIterator]().next();
    gate.resolve(undefined);
    expect((await next)?.value?.completed).toHaveLength(3);
  });

  test('fragments that need no more than the first part do not wait for those that do', async () => {
    const shop = openShop();
    const gate = Promise.withResolvers<undefined>();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? gate.promise : undefined);
    const { deferred } = await prepare(
      shop,
      '{ product(upc: "p1") { upc ... @defer(label: "slow") { stars } ... @defer(label: "fast") { upc } } }',
    );
    const deliveries = deferred?.[Symbol.asyncIterator]();
    const first = await deliveries?.next();
    expect(first?.value?.completed[0]?.label).toBe('fast');
    gate.resolve(undefined);
    const second = await deliveries?.next();
    expect(second?.value?.completed[0]?.label).toBe('slow');
  });

  test('when nobody waits any more, the waiting ends at once and no further fetch begins', async () => {
    const shop = openShop();
    const gate = Promise.withResolvers<undefined>();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? gate.promise : undefined);
    const { deferred } = await prepare(shop, '{ products { upc ... @defer { reviews { product { name } } } } }');
    const deliveries = deferred?.[Symbol.asyncIterator]();
    const waiting = deliveries?.next();
    await deliveries?.return?.();
    expect(await waiting).toEqual({ done: true, value: undefined });
    gate.resolve(undefined);
    for (let turn = 0; turn < 10; turn++) await new Promise(setImmediate);
    expect(shop.asked.map(({ subgraph }) => subgraph)).toEqual(['catalogue', 'reviews']);
  });

  test('who takes no parts gets the whole answer, for the same fetches as without @defer', async () => {
    const shop = openShop();
    const { data } = await shop.run(query);
    const asked = shop.asked.map(({ body }) => body);
    await shop.run('{ products { upc ... { stars } } }');
    expect(data).toMatchObject({ products: [{ stars: 5 }, { stars: 5 }, { stars: 5 }] });
    expect(shop.asked.map(({ body }) => body)).toEqual(asked);
  });
});

describe('nulls and errors', () => {
  test('a null that must not be stops at the fragment, whose errors stand on its part; nothing within it comes', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews' ? '{"data":{"_entities":[{"stars":4},{"stars":null},{"stars":1}]}}' : undefined;
    const query = '{ products { upc ... @defer { stars ... @defer(label: "in") { name } } } }';
    const [first, second, third] = await shop.parts(query, 'deferSpec');
    expect(first).not.toHaveProperty('errors');
    const error = {
      message: 'Cannot return null for non-nullable field Product.stars.',
      path: ['products', 1, 'stars'],
      extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' },
    };
    expect(second?.incremental).toEqual([
      { path: ['products', 0], data: { stars: 4 } },
      { path: ['products', 1], data: null, errors: [error] },
      { path: ['products', 2], data: { stars: 1 } },
    ]);
    expect(third?.incremental?.map(({ path }) => path)).toEqual([
      ['products', 0],
      ['products', 2],
    ]);
    const payloads = await shop.parts(query, 'incrementalSpec');
    expect(payloads[1]?.completed).toEqual([{ id: '0' }, { id: '2', errors: [error] }, { id: '4' }]);
    expect(merged(payloads).data).toEqual({
      products: [{ upc: 'p1', stars: 4, name: 'Ware 1' }, { upc: 'p2' }, { upc: 'p3', stars: 1, name: 'Ware 3' }],
    });
  });

  test('what a subgraph reports of a deferred field stands on its part, once, also where the first part’s fetch brought it', async () => {
    const box = new LocalFederation({
      only: { typeDefs: 'type Query { box: Box } type Box { width: Int height: Int }' },
    });
    box.intercept = () =>
      '{"data":{"box":{"width":1,"height":null}},"errors":[{"message":"too high","path":["box","height"]}]}';
    for (const format of FORMATS) {
      const [first, second] = await box.parts('{ box { width ... @defer { height } } }', format);
      expect(first).not.toHaveProperty('errors');
      expect(second?.incremental?.[0]).toMatchObject({
        data: { height: null },
        errors: [{ message: 'too high', path: ['box', 'height'] }],
      });
    }
  });

  test('a fetch that fails is told where its fields are missing, and on no other part', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) => {
      if (subgraph === 'reviews') throw new Error('down');
      return undefined;
    };
    for (const format of FORMATS) {
      const payloads = await shop.parts('{ product(upc: "p1") { upc ... @defer { name reviews { id } } } }', format);
      expect(payloads[0]).not.toHaveProperty('errors');
      expect(merged(payloads).errors.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
        [['product', 'reviews'], 'SUBGRAPH_UNAVAILABLE'],
      ]);
    }
  });

  test('under a parent that came back null nothing is delivered', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews' ? '{"data":{"_entities":[{"stars":null},{"stars":1},{"stars":1}]}}' : undefined;
    const payloads = await shop.parts('{ products { upc stars ... @defer { name } } }', 'deferSpec');
    expect(payloads[0]?.data).toEqual({ products: [null, { upc: 'p2', stars: 1 }, { upc: 'p3', stars: 1 }] });
    expect(payloads[1]?.incremental?.map(({ path }) => path)).toEqual([
      ['products', 1],
      ['products', 2],
    ]);
  });

  const broken = () => {
    const why = () => {
      throw new Error('why');
    };
    const typeDefs = `
      type Query { must: N! may: N other: M list: [P] }
      type M { s: Int t: Int }
      type N { v: Int w: Int! }
      type P { n: N }`;
    const Query = {
      must: () => ({ v: 1 }),
      may: () => ({ v: 1 }),
      other: () => ({ s: 1, t: 2 }),
      list: () => [{ n: {} }],
    };
    return new LocalFederation({ only: { typeDefs, resolvers: { Query, N: { w: why } } } });
  };
  const told = (payloads: readonly Payload[]) => merged(payloads).errors.map(({ message, path }) => [message, path]);

  test.each(FORMATS)(
    'a deferred field’s null that has cost the first part all is told once, at its place: %s',
    async (format) => {
      const payloads = await broken().parts('{ must { v ... @defer { w } } }', format);
      expect(told(payloads)).toEqual([['why', ['must', 'w']]]);
    },
  );

  test.each(FORMATS)('what is deferred at an object that a null has cost is told with the null: %s', async (format) => {
    const first = await broken().parts('{ may { v ... @defer { w } } other { s ... @defer { t } } }', format);
    expect(first[0]).toMatchObject({ data: { may: null, other: { s: 1 } }, errors: [{ path: ['may', 'w'] }] });
    expect(told(first)).toEqual([['why', ['may', 'w']]]);
    const later = await broken().parts(
      '{ other { s } ... @defer(label: "L") { list { n { v ... @defer(label: "W") { w } } } } }',
      format,
    );
    expect(later[0]).not.toHaveProperty('errors');
    expect(told(later)).toEqual([['why', ['list', 0, 'n', 'w']]]);
  });
});
