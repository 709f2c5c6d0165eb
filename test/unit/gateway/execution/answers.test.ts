import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../kit/federation.ts';
import { openShop } from './shop.ts';

describe('5. entities', () => {
  test('a list of another length than was asked for is an error, and nothing of it is used', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? '{"data":{"_entities":[{"reviews":[]}]}}' : undefined);
    const { data, errors } = await shop.run('{ products { upc reviews { id } } }');
    expect(data).toMatchObject({ products: [{ upc: 'p1', reviews: null }, { reviews: null }, { reviews: null }] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual(
      [0, 1, 2].map((index) => [['products', index, 'reviews'], 'SUBGRAPH_RESPONSE_INVALID']),
    );
  });

  test('an entity without `__typename` keeps the one it had', async () => {
    const federation = new LocalFederation(media);
    federation.intercept = ({ subgraph }) =>
      subgraph === 'scores' ? '{"data":{"_entities":[{"score":1},{"score":2}]}}' : undefined;
    const { data } = await federation.run('{ media { __typename score } }');
    expect(data).toEqual({
      media: [
        { __typename: 'Book', score: 1 },
        { __typename: 'Film', score: 2 },
      ],
    });
  });

  test('an entity that is not found is null where that may be', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) => (subgraph === 'reviews' ? '{"data":{"_entities":[null]}}' : undefined);
    expect(await shop.run('{ product(upc: "p1") { upc reviews { id } } }')).toEqual({
      data: { product: { upc: 'p1', reviews: null } },
    });
  });
});

describe('6. own properties only', () => {
  test('`__proto__` and `constructor` are data', async () => {
    const shop = openShop();
    const query = '{ product(upc: "p1") { __proto__: name constructor: stars toString: reviews { id } } }';
    const text = await shop.execute(query);
    expect(text.data).toBe(
      '{"product":{"__proto__":"Ware 1","constructor":5,"toString":[{"id":"p1-ann"},{"id":"p1-bob"}]}}',
    );
  });

  test('what no subgraph sent is null, though every object inherits it', async () => {
    const shop = openShop();
    shop.intercept = () => '{"data":{"product":{}}}';
    expect(await shop.run('{ product(upc: "p1") { constructor: name valueOf: price } }')).toEqual({
      data: { product: { constructor: null, valueOf: null } },
    });
  });
});

describe('9. the answer follows the client’s selection', () => {
  test('order of fields, merged duplicates and aliases', async () => {
    const shop = openShop();
    const query = `query ($yes: Boolean = true) {
      product(upc: "p1") { stars b: name ...P reviews(first: 1) { text } upc again: upc @skip(if: $yes) }
      product(upc: "p1") { name reviews(first: 1) { author { name } id } }
    } fragment P on Product { price __typename reviews(first: 1) { id } }`;
    expect((await shop.execute(query)).data).toBe(
      '{"product":{"stars":5,"b":"Ware 1","price":100,"__typename":"Product","reviews":[{"id":"p1-ann","text":"by ann","author":{"name":"ANN"}}],"upc":"p1","name":"Ware 1"}}',
    );
  });

  test('a null that violates non-null is an error with a path, and goes up to the nearest nullable parent', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews' ? '{"data":{"_entities":[{"stars":4},{"stars":null},{"stars":1}]}}' : undefined;
    const { data, errors } = await shop.run('{ products { stars } }');
    expect(data).toEqual({ products: [{ stars: 4 }, null, { stars: 1 }] });
    expect(errors).toMatchObject([
      { message: 'Cannot return null for non-nullable field Product.stars.', path: ['products', 1, 'stars'] },
    ]);
  });

  test('a null at an item that is never null takes the list with it', async () => {
    const shop = openShop();
    shop.intercept = () => '{"data":{"product":{"tags":["a",null]}}}';
    const { data, errors } = await shop.run('{ product(upc: "p1") { tags } }');
    expect(data).toEqual({ product: { tags: null } });
    expect(errors?.[0]?.path).toEqual(['product', 'tags', 1]);
  });

  test('an error that a subgraph reported is not told twice where its null goes up', async () => {
    const shop = openShop();
    shop.intercept = ({ subgraph }) =>
      subgraph === 'reviews'
        ? '{"data":{"_entities":[null]},"errors":[{"message":"no stars","path":["_entities",0,"stars"]}]}'
        : undefined;
    const { data, errors } = await shop.run('{ product(upc: "p1") { stars } }');
    expect(data).toEqual({ product: null });
    expect(errors?.map(({ message, path }) => [message, path])).toEqual([['no stars', ['product', 'stars']]]);
  });
});

describe('10. leaves are checked and serialised by their type', () => {
  const leaves = {
    only: {
      typeDefs:
        'scalar Any type Query { int: Int float: Float text: String flag: Boolean id: ID color: Color colors: [Color] any: Any } enum Color { RED GREEN @inaccessible }',
    },
  };
  const ask = async (fields: string, data: string) => {
    const federation = new LocalFederation(leaves);
    federation.intercept = () => `{"data":${data}}`;
    return federation.run(`{ ${fields} }`);
  };

  test('values that fit pass; an integer ID becomes text', async () => {
    const { data, errors } = await ask(
      'int float text flag id color any',
      '{"int":-5,"float":1.5,"text":"a\\"\\n中","flag":false,"id":7,"color":"RED","any":{"__proto__":[1,null]}}',
    );
    expect(errors).toBeUndefined();
    expect(JSON.stringify(data)).toBe(
      '{"int":-5,"float":1.5,"text":"a\\"\\n中","flag":false,"id":"7","color":"RED","any":{"__proto__":[1,null]}}',
    );
  });

  test('values that do not fit are null with an error at their path', async () => {
    const { data, errors } = await ask('int float text flag id', '{"int":1.5,"float":"1","text":1,"flag":0,"id":{}}');
    expect(data).toEqual({ int: null, float: null, text: null, flag: null, id: null });
    expect(errors?.map(({ path }) => path?.[0])).toEqual(['int', 'float', 'text', 'flag', 'id']);
  });

  test('an enum value that is inaccessible is null with an error; so is an object where a list should be', async () => {
    const { data, errors } = await ask('color colors', '{"color":"GREEN","colors":["RED","GREEN"]}');
    expect(data).toEqual({ color: null, colors: ['RED', null] });
    expect(errors?.map(({ path }) => path)).toEqual([['color'], ['colors', 1]]);
    expect((await ask('colors', '{"colors":{"length":1}}')).data).toEqual({ colors: null });
  });
});

describe('11. introspection', () => {
  test('runs on the API schema, together with data', async () => {
    const shop = openShop();
    const query = `query ($t: String!) { a: __type(name: $t) { name ...F } ping __schema { queryType { name } } }
      fragment F on __Type { fields(includeDeprecated: true) { name } }`;
    const { data } = await shop.run(query, { t: 'Review' });
    expect(data).toMatchObject({ a: { name: 'Review' }, ping: 'nothing', __schema: { queryType: { name: 'Query' } } });
    const { data: hidden } = await shop.run('{ __type(name: "_Entity") { name } __typename }');
    expect(hidden).toEqual({ __type: null, __typename: 'Query' });
    expect(shop.asked).toHaveLength(0);
  });
});

describe('8. conditions', () => {
  test('honour variable defaults, and a fetch that they leave out is not made', async () => {
    const shop = openShop();
    const query = 'query ($deep: Boolean = false) { product(upc: "p1") { upc stars @include(if: $deep) } }';
    expect(await shop.run(query)).toEqual({ data: { product: { upc: 'p1' } } });
    expect(shop.asked).toHaveLength(1);
    expect(await shop.run(query, { deep: true })).toEqual({ data: { product: { upc: 'p1', stars: 5 } } });
  });

  const everywhere = [0, 1, 2].map((index) => ['products', index]);
  const none = { products: [null, null, null], ping: 'nothing' };
  test.each([
    ['{ products { upc name @include(if: $x) } ping }', none, everywhere],
    ['{ products { upc stars @skip(if: $x) } ping }', none, everywhere],
    ['{ products { upc ... @include(if: $x) { reviews { id } } } ping }', none, everywhere],
    [
      '{ latest { product { stars ... on Product @skip(if: $x) { name } } } }',
      { latest: { product: null } },
      [['latest', 'product']],
    ],
    ['{ product(upc: "p1") { name @skip(if: true) @include(if: $x) upc } }', { product: { upc: 'p1' } }, undefined],
    ['{ nobody { upc @skip(if: $x) } }', { nobody: null }, undefined],
    ['{ ping products @skip(if: $x) { upc } }', null, [undefined]],
    ['{ ping ...P } fragment P on Query { products @include(if: $x) { upc } }', null, [undefined]],
  ])('that are null fail at the object on which they stand: %s', async (selection, data, paths) => {
    const answer = await openShop().run(`query ($x: Boolean = true) ${selection}`, { x: null });
    expect(answer.data).toEqual(data);
    expect(answer.errors?.map(({ path }) => path)).toEqual(paths);
  });

  test('a field all of whose selections are left out is an empty object, not null', async () => {
    const shop = openShop();
    const query =
      'query ($x: Boolean!, $y: Boolean!) { product(upc: "p1") @include(if: $x) { name @include(if: $y) } }';
    expect(await shop.run(query, { x: true, y: false })).toEqual({ data: { product: {} } });
    expect(await shop.run(query, { x: false, y: true })).toEqual({ data: {} });
  });

  test('a skipped field’s required fields do not keep its neighbours from being fetched', async () => {
    const shop = openShop();
    const query = 'query ($no: Boolean!) { product(upc: "p1") { shipping @skip(if: $no) stars } }';
    expect(await shop.run(query, { no: true })).toEqual({ data: { product: { stars: 5 } } });
    expect(await shop.run(query, { no: false })).toEqual({ data: { product: { shipping: 101, stars: 5 } } });
  });

  test('an object of which only what is left out would be asked is not asked for, and its neighbours are', async () => {
    const federation = new LocalFederation(keyed);
    const query = 'query ($x: Boolean!) { all { ... on Book { score } ... on Film @include(if: $x) { score } } }';
    expect(await federation.run(query, { x: false })).toEqual({ data: { all: [{ score: 1 }, {}] } });
    expect(federation.asked.at(-1)?.variables).toMatchObject({ representations: [{ __typename: 'Book', id: '1' }] });
    expect(await federation.run(query, { x: true })).toEqual({ data: { all: [{ score: 1 }, { score: 2 }] } });
  });

  test('nor is one of whose type a plan requires no key', async () => {
    const federation = new LocalFederation(halves);
    const query = `query ($no: Boolean = true, $x: Boolean = false) { half { ... on Book { ...Of @skip(if: $no) extra } } }
      fragment Of on Half { ... on Film { id ... on Half @include(if: $x) { label } } extra }`;
    expect(await federation.run(query)).toEqual({ data: { half: {} } });
    const sent = federation.asked.flatMap(({ variables }) => variables.representations ?? []);
    expect(sent).toEqual([{ __typename: 'Half', id: '1' }]);
  });
});

/** An interface, and a subgraph that knows it as one type. */
const halves = {
  types: {
    typeDefs: `interface Half @key(fields: "id") { id: ID! label: String }
      type Book implements Half @key(fields: "id") { id: ID! label: String }
      type Film implements Half @key(fields: "id") { id: ID! label: String }`,
    resolvers: { Half: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Film', id }) } },
  },
  extras: {
    typeDefs: `type Query { half: Half } type Half @interfaceObject @key(fields: "id") { id: ID! extra: Int }`,
    resolvers: { Query: { half: () => ({ id: '1' }) }, Half: { extra: () => 1 } },
  },
};

/** Types that stand together and have different keys. */
const keyed = {
  library: {
    typeDefs: `type Query { all: [Work] } union Work = Book | Film
      type Book @key(fields: "id") { id: ID! } type Film @key(fields: "reel") { reel: ID! }`,
    resolvers: {
      Query: {
        all: () => [
          { __typename: 'Book', id: '1' },
          { __typename: 'Film', reel: '2' },
        ],
      },
    },
  },
  scores: {
    typeDefs: `type Book @key(fields: "id") { id: ID! score: Int } type Film @key(fields: "reel") { reel: ID! score: Int }`,
    resolvers: {
      Book: { score: ({ id }: { id: string }) => Number(id) },
      Film: { score: ({ reel }: { reel: string }) => Number(reel) },
    },
  },
};

const media = {
  library: {
    typeDefs: `type Query { media: [Media] } interface Media @key(fields: "id") { id: ID! }
      type Book implements Media @key(fields: "id") { id: ID! } type Film implements Media @key(fields: "id") { id: ID! }`,
    resolvers: {
      Query: {
        media: () => [
          { __typename: 'Book', id: '1' },
          { __typename: 'Film', id: '2' },
        ],
      },
      Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: id === '1' ? 'Book' : 'Film', id }) },
    },
  },
  scores: {
    typeDefs: 'type Query { best: Media } type Media @interfaceObject @key(fields: "id") { id: ID! score: Int }',
    resolvers: { Query: { best: () => ({ id: '2' }) }, Media: { score: ({ id }: { id: string }) => Number(id) * 10 } },
  },
};

describe('4. rewrites', () => {
  test('input: a representation names the interface that the subgraph knows as an object', async () => {
    const federation = new LocalFederation(media);
    expect((await federation.run('{ media { __typename score } }')).data).toEqual({
      media: [
        { __typename: 'Book', score: 10 },
        { __typename: 'Film', score: 20 },
      ],
    });
    expect(federation.asked[1]?.variables.representations).toEqual([
      { __typename: 'Media', id: '1' },
      { __typename: 'Media', id: '2' },
    ]);
  });

  test('output: fields that could not merge in one fetch come back under their own keys', async () => {
    const typed = (name: string, type: string) => `type ${name} @key(fields: "id") { id: ID! value: ${type} }`;
    const federation = new LocalFederation({
      a: {
        typeDefs: `type Query { any: [Any] } union Any = A | B ${typed('A', 'Int')} ${typed('B', 'String')}`,
        resolvers: {
          Query: {
            any: () => [
              { __typename: 'A', id: 1, value: 1 },
              { __typename: 'B', id: 2, value: 'two' },
            ],
          },
        },
      },
      b: {
        typeDefs: `${['A', 'B'].map((name) => `type ${name} @key(fields: "id") { id: ID! value: ${name === 'A' ? 'Int' : 'String'} @external more: String @requires(fields: "value") }`).join(' ')}`,
        resolvers: {
          A: { more: ({ value }: { value: number }) => `A ${value}` },
          B: { more: ({ value }: { value: string }) => `B ${value}` },
        },
      },
    });
    const { data } = await federation.run('{ any { ... on A { more } ... on B { more } } }');
    expect(data).toEqual({ any: [{ more: 'A 1' }, { more: 'B two' }] });
    expect(federation.asked[0]?.query).toContain('__alias_');
  });
});

describe('an interface object', () => {
  test('gets its type from whoever knows it', async () => {
    const federation = new LocalFederation(media);
    expect((await federation.run('{ best { __typename id score } }')).data).toEqual({
      best: { __typename: 'Film', id: '2', score: 20 },
    });
  });

  test('need not be known by its type where fragments have nothing for any of its types', async () => {
    const federation = new LocalFederation(media);
    const { data, errors } = await federation.run('{ best { ... on Book { ... on Media { ... on Film { id } } } } }');
    expect({ data, errors }).toEqual({ data: { best: {} }, errors: undefined });
  });

  test('is asked on by its own type, though who knows it only as an object told the interface’s last', async () => {
    const federation = new LocalFederation({
      books: {
        typeDefs: `type Query { book: Book } interface Media @key(fields: "id") { id: ID! }
          type Book implements Media @key(fields: "id") { id: ID! price: Int @external rate: Int @external tax: Int @requires(fields: "price rate") }`,
        resolvers: {
          Query: { book: () => ({ id: '1' }) },
          Book: { tax: ({ price, rate }: { price: number; rate: number }) => price / rate },
        },
      },
      prices: {
        typeDefs: 'type Book @key(fields: "id") { id: ID! price: Int }',
        resolvers: { Book: { price: () => 70 } },
      },
      rates: {
        typeDefs: 'type Book @key(fields: "id") { id: ID! rate: Int }',
        resolvers: { Book: { rate: () => 10 } },
      },
      scores: {
        typeDefs: 'type Query { none: Int } type Media @interfaceObject @key(fields: "id") { id: ID! score: Int }',
        resolvers: { Media: { score: () => 5 } },
      },
    });
    expect((await federation.run('{ book { score __typename tax } }')).data).toEqual({
      book: { score: 5, __typename: 'Book', tax: 7 },
    });
  });

  test('gets its type where such objects lead to each other through lists', async () => {
    const chain = {
      library: {
        ...media.library,
        typeDefs: media.library.typeDefs.replace('type Query { media: [Media] }', 'type Query { none: Int }'),
      },
      scores: {
        typeDefs:
          'type Query { best: [Media] } type Media @interfaceObject @key(fields: "id") { id: ID! score: Int next: [Media] }',
        resolvers: {
          Query: { best: () => [{ id: '2' }, { id: '1' }] },
          Media: {
            score: ({ id }: { id: string }) => Number(id) * 10,
            next: ({ id }: { id: string }) => (id === '1' ? [{ id: '2' }, { id: '1' }] : []),
          },
        },
      },
    };
    const {
      resolvers: { Media },
    } = media.library;
    const federation = new LocalFederation({ ...chain, library: { ...chain.library, resolvers: { Media } } });
    const query = '{ best { next { ... on Book { next { ... on Book { score } id } } id } } }';
    expect((await federation.run(query)).data).toEqual({
      best: [{ next: [] }, { next: [{ id: '2' }, { next: [{ id: '2' }, { score: 10, id: '1' }], id: '1' }] }],
    });
  });

  describe('of which one type needs what another field requires', () => {
    const scores = {
      typeDefs: `type Media @interfaceObject @key(fields: "id") {
        id: ID! score: Int title: String @external label: String @requires(fields: "title") }`,
      resolvers: {
        Media: {
          score: ({ id }: { id: string }) => Number(id) * 10,
          label: ({ title }: { title: string }) => title.toUpperCase(),
        },
      },
    };
    const best = [
      { __typename: 'Book', id: '1', title: 'one' },
      { __typename: 'Film', id: '2', title: 'two' },
    ];
    const library = (title: string) => ({
      typeDefs: `
        type Query { best: [Media] }
        interface Media @key(fields: "id") { id: ID! ${title} }
        type Book implements Media @key(fields: "id") { id: ID! ${title} }
        type Film implements Media @key(fields: "id") { id: ID! ${title} }`,
      resolvers: { Query: { best: () => best } },
    });
    const titles = {
      typeDefs: 'type Media @interfaceObject @key(fields: "id") { id: ID! title: String }',
      resolvers: { Media: { title: ({ id }: { id: string }) => best.find((each) => each.id === id)?.title } },
    };

    test.each([
      ['the same fetch', { library: library('title: String'), scores }],
      ['a fetch of its own', { library: library(''), titles, scores }],
    ])('gives the other types their fields, where that comes with %s', async (_name, subgraphs) => {
      const federation = new LocalFederation(subgraphs);
      const query = '{ best { ... on Book { label } ... on Film { score } } }';
      expect((await federation.run(query)).data).toEqual({ best: [{ label: 'ONE' }, { score: 20 }] });
    });

    test('is not asked of objects whose required field failed', async () => {
      const federation = new LocalFederation({ library: library(''), titles, scores });
      federation.intercept = ({ subgraph }) =>
        subgraph === 'titles' ? '{"errors":[{"message":"no titles"}],"data":{"_entities":[null]}}' : undefined;
      const { data, errors } = await federation.run('{ best { ... on Book { label } ... on Film { id } } }');
      expect(data).toEqual({ best: [{ label: null }, { id: '2' }] });
      expect(errors).toHaveLength(1);
      expect(federation.asked.map(({ subgraph }) => subgraph)).toEqual(['library', 'titles']);
    });
  });

  test('whose type no fetch can tell is null with an error', async () => {
    const federation = new LocalFederation(media);
    federation.intercept = ({ subgraph }) => (subgraph === 'library' ? '{"data":{"_entities":[null]}}' : undefined);
    const { data, errors } = await federation.run('{ best { __typename id } }');
    expect(data).toEqual({ best: null });
    expect(errors).toMatchObject([
      { path: ['best'], message: 'No subgraph told which type of Media this object has.' },
    ]);
  });
});
