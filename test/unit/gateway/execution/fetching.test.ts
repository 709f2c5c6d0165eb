import { describe, expect, test } from 'vitest';
import { openShop } from './shop.ts';

describe('1. only the variables that a fetch uses are sent', () => {
  test('each fetch gets its own, and defaults stay with the document', async () => {
    const shop = openShop();
    await shop.run(
      'query ($upc: String!, $n: Int = 1, $t: String) { product(upc: $upc) { reviews(first: $n) { id } } ping(text: $t) }',
      {
        upc: 'p1',
        stray: 1,
      },
    );
    const [first, second] = shop.asked;
    expect(first?.variables).toEqual({ upc: 'p1' });
    expect(Object.keys(second?.variables ?? {})).toEqual(['representations']);
    expect(second?.query).toContain('$n:Int=1');
  });

  test('a variable of the client named `representations` does not collide', async () => {
    const shop = openShop();
    const query = 'query ($representations: Int) { product(upc: "p1") { reviews(first: $representations) { id } } }';
    expect(await shop.run(query, { representations: 1 })).toEqual({
      data: { product: { reviews: [{ id: 'p1-ann' }] } },
    });
  });

  test('a variable that the client left out stays out; null stays null', async () => {
    const shop = openShop();
    const query = 'query ($t: String) { ping(text: $t) }';
    await shop.run(query);
    expect(shop.asked[0]?.variables).toEqual({});
    await shop.run(query, { t: null });
    expect(shop.asked[0]?.variables).toEqual({ t: null });
  });
});

describe('2. lists on the way are walked', () => {
  test('nested lists are walked and nulls skipped; equal objects are asked for once and placed everywhere', async () => {
    const shop = openShop();
    const { data } = await shop.run('{ shelves { upc stars } }');
    expect(data).toEqual({
      shelves: [
        [{ upc: 'p1', stars: 5 }, null],
        null,
        [
          { upc: 'p2', stars: 5 },
          { upc: 'p1', stars: 5 },
        ],
      ],
    });
    expect(shop.asked[1]?.variables.representations).toEqual([
      { __typename: 'Product', upc: 'p1' },
      { __typename: 'Product', upc: 'p2' },
    ]);
  });

  test('without representations there is no fetch', async () => {
    const shop = openShop();
    expect(await shop.run('{ nobody { stars } }')).toEqual({ data: { nobody: null } });
    expect(shop.asked).toHaveLength(1);
  });

  test('fetches that differ only in their place are one request', async () => {
    const shop = openShop();
    await shop.run('{ products { upc stars } product(upc: "p2") { stars } shelves { stars } }');
    expect(shop.asked.map(({ subgraph }) => subgraph)).toEqual(['catalogue', 'reviews']);
  });

  test('equal fetches of different operations have equal text: the planner’s index is dropped', async () => {
    const shop = openShop();
    await shop.run('query Named { product(upc: "p1") { stars } }');
    expect(shop.asked.map(({ operationName }) => operationName)).toEqual(['Named__catalogue', 'Named__reviews']);
  });
});

describe('3. `requires` is read against the supergraph', () => {
  test('a key that is inaccessible to clients is sent', async () => {
    const { LocalFederation } = await import('../../../kit/federation.ts');
    const federation = new LocalFederation({
      a: {
        typeDefs: 'type Query { thing: Thing } type Thing @key(fields: "secret") { secret: ID! @inaccessible }',
        resolvers: { Query: { thing: () => ({ secret: 's1' }) } },
      },
      b: {
        typeDefs: 'type Thing @key(fields: "secret") { secret: ID! @inaccessible name: String }',
        resolvers: { Thing: { name: ({ secret }: { secret: string }) => `of ${secret}` } },
      },
    });
    expect(await federation.run('{ thing { name } }')).toEqual({ data: { thing: { name: 'of s1' } } });
  });

  test('a missing required field, a null key and a missing type name each drop the representation', async () => {
    const shop = openShop();
    for (const broken of ['{"__typename":"Product"}', '{"__typename":"Product","upc":null}', '{"upc":"p1"}']) {
      shop.intercept = ({ subgraph }) =>
        subgraph === 'catalogue' ? `{"data":{"products":[${broken},{"__typename":"Product","upc":"p2"}]}}` : undefined;
      const { data } = await shop.run('{ products { shipped: reviews { id } } }');
      expect(shop.asked[1]?.variables.representations).toEqual([{ __typename: 'Product', upc: 'p2' }]);
      expect(data).toMatchObject({ products: [{ shipped: null }, { shipped: [{ id: 'p2-ann' }, { id: 'p2-bob' }] }] });
    }
  });

  test('a null that the supergraph allows is data for the field that requires it; one that it forbids is not', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'catalogue'
        ? '{"data":{"products":[{"__typename":"Product","upc":"p1","price":null,"weight":3},{"__typename":"Product","upc":"p2","price":3,"weight":null}]}}'
        : undefined;
    expect((await shop.run('{ products { shipping } }')).data).toEqual({
      products: [{ shipping: 3 }, { shipping: null }],
    });
  });
});

describe('14. mutations run their root fields in order', () => {
  test('also across subgraphs', async () => {
    const shop = openShop();
    const { data } = await shop.run(
      'mutation { a: restock(upc: "p1") { stars } b: review(upc: "p2", text: "good") { text product { name } } c: rename(upc: "p3", name: "New") { name } }',
    );
    expect(data).toEqual({ a: { stars: 5 }, b: { text: 'good', product: { name: 'Ware 2' } }, c: { name: 'New' } });
    const writes = shop.asked
      .filter(({ kind }) => kind === 'mutation')
      .map(({ query }) => /restock|review|rename/.exec(query)?.[0]);
    expect(writes).toEqual(['restock', 'review', 'rename']);
  });

  const select = (conditions: string) => `mutation ($x: Boolean!) { ${conditions} }`;

  test.each([
    ['restock { upc } review { id } restock { name }', ['restock', 'review'], { upc: 'p1', name: 'Ware 1' }],
    [
      '... on Mutation { restock { upc } ... on Mutation { review { id } restock { name } } }',
      ['restock', 'review'],
      { upc: 'p1', name: 'Ware 1' },
    ],
    ['restock { upc } review { id } restock @skip(if: $x) { name }', ['restock', 'review'], { upc: 'p1' }],
    ['restock @skip(if: $x) { name } restock { upc } review { id }', ['restock', 'review'], { upc: 'p1' }],
    [
      '... @include(if: $x) { restock { upc } review { id } } ... @include(if: $x) { restock { name } }',
      ['restock', 'review'],
      { upc: 'p1', name: 'Ware 1' },
    ],
  ])('each once, where it is met first: %s', async (fields, order, restock) => {
    const shop = openShop();
    const query = select(fields.replaceAll('restock', 'restock(upc: "p1")').replaceAll('review', 'review(upc: "p2")'));
    const { data } = await shop.run(query, { x: true });
    expect(data).toEqual({ restock, review: { id: 'r1' } });
    const writes = shop.asked.filter(({ kind }) => kind === 'mutation');
    expect(writes.flatMap(({ query }) => query.match(/restock|review/g) ?? [])).toEqual(order);
  });

  test('one whose conditions leave open when it runs is refused, and does not run', async () => {
    const shop = openShop();
    const restock = 'restock(upc: "p1")';
    const query = select(`${restock} @include(if: $x) { upc } review(upc: "p2") { id } ${restock} { upc }`);
    await expect(shop.run(query, { x: true })).rejects.toMatchObject({ extensions: { code: 'OPERATION_TOO_COMPLEX' } });
    expect(shop.asked).toEqual([]);
  });
});
