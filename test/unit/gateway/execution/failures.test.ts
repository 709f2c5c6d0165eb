import { describe, expect, test } from 'vitest';
import { countOf } from '../../../../gateway/execution/answer-errors.ts';
import { toldErrors } from '../../../../gateway/execution/told-errors.ts';
import { LocalFederation } from '../../../kit/federation.ts';
import { openShop } from './shop.ts';

describe('7. error paths', () => {
  test('an entity’s error is told wherever de-duplication placed the entity, without locations', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews'
        ? '{"data":{"_entities":[{"reviews":null},{"reviews":[]}]},"errors":[{"message":"broken","path":["_entities",0,"reviews"],"locations":[{"line":1,"column":9}],"extensions":{"code":"BROKEN"}}]}'
        : undefined;
    const { errors } = await shop.run('{ shelves { goods: reviews { id } } }');
    expect(errors).toEqual(
      [
        { message: 'broken', path: ['shelves', 0, 0, 'goods'], extensions: { code: 'BROKEN', subgraph: 'reviews' } },
        { message: 'broken', path: ['shelves', 2, 1, 'goods'], extensions: { code: 'BROKEN', subgraph: 'reviews' } },
      ].map((error) => ({ ...error, path: error.path.map((step) => (step === 'goods' ? 'reviews' : step)) })),
    );
  });

  test('a path in which a server wrote indices as text is understood', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews'
        ? '{"data":{"_entities":[{"reviews":null}]},"errors":[{"message":"m","path":["_entities","0","reviews"]}]}'
        : undefined;
    const { errors } = await shop.run('{ product(upc: "p1") { reviews { id } } }');
    expect(errors?.map(({ path }) => path)).toEqual([['product', 'reviews']]);
  });

  test.each([
    ['no name', ['a b']],
    ['a negative index', ['product', -1]],
    ['a broken index', ['product', 1.5]],
    ['an index that is too large', ['product', 1e300]],
    ['more steps than a document has', Array(1001).fill('product')],
  ])('a path with %s is none', async (_name, path) => {
    const shop = openShop();
    shop.intercept = () => JSON.stringify({ data: { product: null }, errors: [{ message: 'm', path }] });
    const { errors } = await shop.run('{ product(upc: "p1") { name } }');
    expect(errors?.map((error) => error.path)).toEqual([undefined]);
  });
});

describe('very many errors', () => {
  const products = (upc: (index: number) => string) =>
    JSON.stringify({
      data: { products: Array.from({ length: 3000 }, (_, index) => ({ __typename: 'Product', upc: upc(index) })) },
    });

  test('of an entity that stands at thousands of places are noted at a thousand, and the rest as one', async () => {
    const shop = openShop();
    const broken = { message: 'm', path: ['_entities', 0, 'stars'] };
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews'
        ? JSON.stringify({ data: { _entities: [{ stars: null }] }, errors: Array(5).fill(broken) })
        : products(() => 'p1');
    const { data, errors } = await shop.execute('{ products { stars } }');
    expect(JSON.parse(data ?? '')).toEqual({ products: Array(3000).fill(null) });
    expect(errors).toHaveLength(1001);
    expect(errors[999]?.path).toEqual(['products', 999, 'stars']);
    expect(errors[1000]).toMatchObject({ foreign: true, count: 5 });
    expect(toldErrors(errors, 'r').at(-1)?.message).toBe('905 more errors are not told.');
  });

  test('of one answer are noted up to a thousand, and no null of the rest is an error of its own', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph, variables }) => {
      if (subgraph !== 'reviews') return products((index) => `p${index}`);
      const entities = (variables.representations as unknown[]).map(() => ({ stars: null }));
      const reported = entities.map((_, index) => ({ message: 'm', path: ['_entities', index, 'stars'] }));
      return JSON.stringify({ data: { _entities: entities }, errors: reported });
    };
    const { errors } = await shop.execute('{ products { stars } }');
    expect(errors).toHaveLength(1001);
    expect(countOf(errors)).toBe(3000);
  });
});

describe('an entity that failed as a whole', () => {
  const failing = '{"data":{"_entities":[null,{"reviews":[]}]},"errors":[{"message":"no","path":["_entities",0]}]}';

  test('is told at each of its fields that are missing, and at nothing that is there', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? failing : undefined);
    const { data, errors } = await shop.run('{ shelves { upc price reviews { id } shipping } }');
    const failed = { upc: 'p1', reviews: null, shipping: null };
    expect(data).toMatchObject({ shelves: [[failed, null], null, [{ upc: 'p2', reviews: [] }, failed]] });
    expect(errors?.map(({ path }) => path)).toEqual(
      [
        ['shelves', 0, 0],
        ['shelves', 2, 1],
      ].flatMap((place) => [
        [...place, 'reviews'],
        [...place, 'shipping'],
      ]),
    );
  });

  test.each(['5', '"x"', '[{"reviews":[]}]'])(
    'is told where it is %s and no object, and null is no failure',
    async (entity) => {
      const shop = openShop();
      shop.intercept = ({ subgraph }) =>
        subgraph === 'reviews' ? `{"data":{"_entities":[${entity},null]}}` : undefined;
      const { data, errors } = await shop.run('{ shelves { upc reviews { id } } }');
      expect(data).toMatchObject({
        shelves: [[{ reviews: null }, null], null, [{ reviews: null }, { reviews: null }]],
      });
      expect(errors?.map(({ path, extensions }) => [path, extensions?.code])).toEqual([
        [['shelves', 0, 0, 'reviews'], 'SUBGRAPH_RESPONSE_INVALID'],
        [['shelves', 2, 1, 'reviews'], 'SUBGRAPH_RESPONSE_INVALID'],
      ]);
    },
  );

  test('is told at the entity where it cost no field', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews' ? failing.replace('null,', '{"reviews":[]},') : undefined;
    const { errors } = await shop.run('{ shelves { upc reviews { id } } }');
    expect(errors?.map(({ path }) => path)).toEqual([
      ['shelves', 0, 0],
      ['shelves', 2, 1],
    ]);
  });
});

describe('13. partial failure', () => {
  const failures: [string, string, string][] = [
    ['HTML', '<html>oops</html>', 'SUBGRAPH_RESPONSE_INVALID'],
    ['cut JSON', '{"data":{"_entities":[{"revi', 'SUBGRAPH_RESPONSE_INVALID'],
    ['no data and no error', '{"data":null}', 'SUBGRAPH_RESPONSE_INVALID'],
    ['an array', '[]', 'SUBGRAPH_RESPONSE_INVALID'],
    ['data: null with an error', '{"data":null,"errors":[{"message":"no","extensions":{"code":"NO"}}]}', 'NO'],
    ['an error without a path', '{"errors":[{"message":"no","extensions":{"code":"NO"}}]}', 'NO'],
    ['errors that are none', '{"data":{},"errors":[null,7]}', 'DOWNSTREAM_SERVICE_ERROR'],
  ];
  for (const [name, text, code] of failures) {
    test(`${name} costs the subgraph’s fields, each with an error, and nothing else`, async () => {
      const shop = openShop();
      shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? text : undefined);
      const { data, errors } = await shop.run('{ products { upc reviews { id } } ping }');
      const bare = ['p1', 'p2', 'p3'].map((upc) => ({ upc, reviews: null }));
      expect(data).toEqual({ products: bare, ping: 'nothing' });
      const told = new Set(errors?.map(({ extensions }) => extensions.code));
      expect([...told]).toEqual([code]);
      expect(errors?.filter(({ path }) => path).map(({ path }) => path)).toEqual(
        [0, 1, 2].map((index) => ['products', index, 'reviews']),
      );
    });
  }

  test('a transport that throws, at the root: every field of the fetch is null with an error', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) => {
      if (subgraph === 'catalogue') throw new Error('connect ECONNREFUSED 10.0.0.1');
      return undefined;
    };
    const { data, errors } = await shop.run('{ products { upc } ping latest { text product { name } } }');
    expect(data).toEqual({ products: null, ping: null, latest: { text: 'latest', product: { name: null } } });
    expect(errors?.map(({ path }) => path)).toEqual([['products'], ['ping'], ['latest', 'product', 'name']]);
    expect(JSON.stringify(errors)).not.toContain('10.0.0.1');
  });

  test('a fetch that could not start because an earlier one failed says so at its fields', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph, query }) =>
      subgraph === 'catalogue' && query.includes('_entities') ? 'no' : undefined;
    const { data, errors } = await shop.run('{ latest { product { shipping } } }');
    expect(data).toEqual({ latest: { product: { shipping: null } } });
    expect(errors?.map(({ path, extensions }) => [path, extensions.subgraph])).toEqual([
      [['latest', 'product', 'shipping'], 'catalogue'],
    ]);
  });

  describe('a null that leaves a subgraph without data, its reason being told', () => {
    const broken = () => {
      throw new Error('broken');
    };
    const reason = { message: 'broken', extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', subgraph: 'strict' } };
    const strict = {
      typeDefs: 'type Query { must: Int! @shareable other: Int @shareable }',
      resolvers: { Query: { must: broken } },
    };

    test('is told once', async () => {
      const federation = new LocalFederation({ strict });
      expect(await federation.run('{ must other }')).toEqual({ data: null, errors: [{ ...reason, path: ['must'] }] });
    });

    test('is told at the other fields that are missing for it, where the supergraph lets them be null', async () => {
      const lenient = { typeDefs: 'type Query { must: Int @shareable }' };
      const federation = new LocalFederation({ strict, lenient });
      expect(await federation.run('{ must other }')).toEqual({
        data: { must: null, other: null },
        errors: [
          { ...reason, path: ['must'] },
          { ...reason, path: ['other'] },
        ],
      });
    });
  });

  test('a failure of which no field of the answer is missing is told once, at no field', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'catalogue' ? '{"data":{"product":null},"errors":[{"message":"odd"}]}' : undefined;
    const { errors } = await shop.run('{ product(upc: "p1") { upc } }');
    expect(errors?.map(({ path }) => path)).toEqual([undefined]);
  });
});

describe('15. size', () => {
  test('hundreds of levels do not overflow the stack', async () => {
    const shop = openShop();
    const levels = 250;
    const query = `{ latest { ${'product { reviews(first: 1) { '.repeat(levels)} id ${'} }'.repeat(levels)} } }`;
    const { data, errors } = await shop.run(query);
    expect(errors).toBeUndefined();
    let depth = 0;
    for (let at: unknown = data; typeof at === 'object' && at !== null; at = Object.values(at)[0]) depth++;
    expect(depth).toBe(levels * 3 + 2);
  });

  test('values of a custom scalar may nest by the hundred, also within what another fetch requires', async () => {
    const federation = new LocalFederation({
      a: { typeDefs: 'scalar Any type Query { thing: Thing } type Thing @key(fields: "id") { id: ID! any: Any }' },
      b: {
        typeDefs:
          'scalar Any type Thing @key(fields: "id") { id: ID! any: Any @external depth: Int @requires(fields: "any") }',
        resolvers: { Thing: { depth: ({ any }: { any: unknown }) => JSON.stringify(any).indexOf(']') } },
      },
    });
    const nested = `${'['.repeat(2000)}${']'.repeat(2000)}`;
    federation.intercept = ({ subgraph }) =>
      subgraph === 'a' ? `{"data":{"thing":{"__typename":"Thing","id":"1","any":${nested}}}}` : undefined;
    const { data } = await federation.execute('{ thing { any depth } }');
    expect(data).toBe(`{"thing":{"any":${nested},"depth":2000}}`);
  });

  test('a list of 200,000 objects and 20 MB passes, also where each object is asked for elsewhere', async () => {
    const shop = openShop();
    const products = Array.from({ length: 200_000 }, (_, index) => `{"upc":"p${index}","name":"${'x'.repeat(80)}"}`);
    shop.intercept = () => `{"data":{"products":[${products.join()}]}}`;
    const answer = await shop.execute('{ products { upc name } }');
    expect(answer.errors).toEqual([]);
    expect(answer.data).toHaveLength(products.join().length + '{"products":[]}'.length);
    const typed = products.map((text) => text.replace('{', '{"__typename":"Product",'));
    shop.intercept = ({ subgraph, variables }) =>
      subgraph === 'catalogue'
        ? `{"data":{"products":[${typed.join()}]}}`
        : `{"data":{"_entities":[${(variables.representations as object[]).map(() => '{"stars":5}').join()}]}}`;
    const { data, errors } = await shop.execute('{ products { stars } }');
    expect(errors).toEqual([]);
    expect(data).toHaveLength(200_000 * '{"stars":5},'.length - 1 + '{"products":[]}'.length);
  });
});
