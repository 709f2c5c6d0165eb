import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import type { Grants } from '../../gateway/guard/grants.ts';
import { parseAnswer } from '../../gateway/subgraphs/transport/parse-answer.ts';
import { LocalFederation } from '../kit/federation.ts';

/** Two subgraphs: a catalogue, of which parts are protected, and reviews, which lead back into it. */
const catalogue = `
  type Query {
    product(id: ID!): Product
    products: [Product!]!
    order(id: ID!): Order
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    found: [Found]
    priced: [Priced!]
    ledger: Ledger!
    secret: String @authenticated
  }
  type Mutation { orderCancel(id: ID!): Order restock: Int @requiresScopes(scopes: [["stock:write"]]) touch: Int }
  type Subscription { sold: Product stocked: Product @authenticated }
  interface Node { id: ID! }
  interface Priced { price: Int cost: Int }
  union Found = Product | Order
  type Product implements Node & Priced @key(fields: "id") {
    id: ID!
    name: String @shareable
    price: Int
    cost: Int @requiresScopes(scopes: [["cost:read"], ["stock:write", "price:read"]])
    weight: Int @requiresScopes(scopes: [["stock:read"]])
    margin: Int! @policy(policies: [["own_shop"]])
    orders: [Order!]
    grade: Grade
  }
  type Gift implements Priced { price: Int cost: Int }
  type Order implements Node @key(fields: "id") @requiresScopes(scopes: [["order:read"]]) {
    id: ID!
    total: Int
    product: Product
  }
  enum Grade @authenticated { A B }
  type Ledger { balance: Int! @authenticated }
`;

const reviews = `
  type Query { reviews: [Review!] }
  type Review @key(fields: "id") {
    id: ID!
    text: String
    product: Product @provides(fields: "name")
    order: Order
  }
  type Product @key(fields: "id") {
    id: ID!
    name: String @external
    weight: Int @external
    reviews: [Review!]
    shipping: Int @requires(fields: "weight") @requiresScopes(scopes: [["stock:read"]])
    note: String
  }
  type Order @key(fields: "id") { id: ID! review: Review }
`;

const products = ['p1', 'p2'].map((id) => ({
  __typename: 'Product',
  id,
  name: `name of ${id}`,
  price: 10,
  cost: 4,
  weight: 3,
  margin: 6,
  grade: 'A',
}));
const order = { __typename: 'Order', id: 'o1', total: 20, product: products[0] };
const named = (id: string) => [...products, order].find((each) => each.id === id) ?? null;
const review = { id: 'r1', text: 'good', product: products[0], order };
const byId = (reference: { id: string }) => named(reference.id);
const typename = { __resolveType: ({ __typename }: { __typename: string }) => __typename };

function shop(): LocalFederation {
  return new LocalFederation({
    catalogue: {
      typeDefs: catalogue,
      resolvers: {
        Query: {
          product: (_: unknown, { id }: { id: string }) => named(id),
          products: () => products,
          order: () => order,
          node: (_: unknown, { id }: { id: string }) => named(id),
          nodes: (_: unknown, { ids }: { ids: string[] }) => ids.map(named),
          found: () => [products[0], order],
          priced: () => [products[0], { __typename: 'Gift', price: 1, cost: 0 }],
          ledger: () => ({ balance: 7 }),
          secret: () => 's3cret',
        },
        Mutation: { orderCancel: () => order, restock: () => 1, touch: () => 2 },
        Node: typename,
        Priced: typename,
        Found: typename,
        Product: { __resolveReference: byId, orders: () => [order] },
        Order: { __resolveReference: byId },
      },
    },
    reviews: {
      typeDefs: reviews,
      resolvers: {
        Query: { reviews: () => [review] },
        Review: { __resolveReference: () => review },
        Product: {
          __resolveReference: (given: object) => given,
          reviews: () => [review],
          shipping: ({ weight }: { weight: number }) => weight * 2,
          note: () => 'a note',
        },
        Order: { __resolveReference: (given: object) => given, review: () => review },
      },
    },
  });
}

/** What a caller holds. */
function holding(scopes: readonly string[], policies: readonly string[] = []): Grants {
  return { authenticated: true, scopes: new Set(scopes), policies: new Set(policies) };
}

const STRANGER: Grants = { authenticated: false, scopes: new Set(), policies: new Set() };
const NOBODY = holding([]);

interface Attempt {
  readonly name: string;
  readonly query: string;
  readonly grants: Grants;
  readonly data: unknown;
  /** Where errors stand, each with its code. */
  readonly errors: readonly string[];
  /** Words that no question to a subgraph has. */
  readonly never: readonly string[];
  /** How many questions subgraphs are asked. */
  readonly questions?: number;
}

const federation = shop();

async function attempt({ query, grants }: Pick<Attempt, 'query' | 'grants'>) {
  const { data, errors = [] } = await federation.run(query, {}, grants);
  return {
    data,
    errors: errors.map(({ path = [], extensions }) => `${path.join('.')} ${extensions.code}`),
    asked: federation.asked.map((question) => question.query),
  };
}

const attempts: Attempt[] = [
  {
    name: 'a root field, alone',
    query: '{ secret }',
    grants: STRANGER,
    data: { secret: null },
    errors: ['secret UNAUTHENTICATED'],
    never: ['secret'],
    questions: 0,
  },
  {
    name: 'a field behind an alias and in a fragment on the interface',
    query: '{ product(id: "p1") { name: weight ...F } } fragment F on Priced { price c: cost }',
    grants: NOBODY,
    data: { product: { name: null, price: 10, c: null } },
    errors: ['product.name FIELD_FORBIDDEN', 'product.c FIELD_FORBIDDEN'],
    never: ['weight', 'cost'],
  },
  {
    name: 'the only field of an object',
    query: '{ product(id: "p1") { weight } none: product(id: "p9") { weight } }',
    grants: NOBODY,
    data: { product: { weight: null }, none: null },
    errors: ['product.weight FIELD_FORBIDDEN'],
    never: ['weight'],
  },
  {
    name: 'a field that must not be null, in a list',
    query: '{ product(id: "p1") { margin } products { id margin } }',
    grants: NOBODY,
    data: null,
    errors: ['product.margin FIELD_FORBIDDEN', 'products.0.margin FIELD_FORBIDDEN'],
    never: ['margin'],
  },
  {
    name: 'a field on an interface, of which one type refuses it',
    query: '{ priced { price cost } }',
    grants: NOBODY,
    data: {
      priced: [
        { price: 10, cost: null },
        { price: 1, cost: 0 },
      ],
    },
    errors: ['priced.0.cost FIELD_FORBIDDEN'],
    never: [],
  },
  {
    name: 'a type by its field, with __typename alone',
    query: '{ order(id: "o1") { __typename } product(id: "p1") { id orders { t: __typename } } }',
    grants: NOBODY,
    data: { order: null, product: { id: 'p1', orders: null } },
    errors: ['order FIELD_FORBIDDEN', 'product.orders FIELD_FORBIDDEN'],
    never: ['order'],
  },
  {
    name: 'a type by its global id',
    query: '{ node(id: "o1") { __typename id ... on Order { total } } own: node(id: "p1") { __typename id } }',
    grants: NOBODY,
    data: { node: null, own: { __typename: 'Product', id: 'p1' } },
    errors: ['node FIELD_FORBIDDEN'],
    never: ['total', 'Order'],
  },
  {
    name: 'a type by its global id, with nothing asked of other types',
    query: '{ node(id: "o1") { ... on Order { id total product { name } } } }',
    grants: STRANGER,
    data: { node: null },
    errors: ['node UNAUTHENTICATED'],
    never: ['total', 'Order', 'name'],
  },
  {
    name: 'a type among nodes',
    query:
      '{ nodes(ids: ["p1", "o1", "p2"]) { id ...P ...O } } fragment P on Product { price } fragment O on Order { total }',
    grants: NOBODY,
    data: { nodes: [{ id: 'p1', price: 10 }, null, { id: 'p2', price: 10 }] },
    errors: ['nodes.1 FIELD_FORBIDDEN'],
    never: ['total', 'Order'],
  },
  {
    name: 'a type in a union',
    query: '{ found { __typename ... on Order { id } ... on Node { id } ... on Product { name } } }',
    grants: NOBODY,
    data: { found: [{ __typename: 'Product', id: 'p1', name: 'name of p1' }, null] },
    errors: ['found.1 FIELD_FORBIDDEN'],
    never: ['Order'],
  },
  {
    name: 'nested references and @provides',
    query: '{ reviews { product { name weight cost } order { id total review { text } } } }',
    grants: NOBODY,
    data: { reviews: [{ product: { name: 'name of p1', weight: null, cost: null }, order: null }] },
    errors: [
      'reviews.0.product.weight FIELD_FORBIDDEN',
      'reviews.0.product.cost FIELD_FORBIDDEN',
      'reviews.0.order FIELD_FORBIDDEN',
    ],
    never: ['weight', 'cost', 'order', 'total'],
  },
  {
    name: 'an entity of another subgraph, of which all is refused',
    query: '{ products { name shipping } }',
    grants: NOBODY,
    data: {
      products: [
        { name: 'name of p1', shipping: null },
        { name: 'name of p2', shipping: null },
      ],
    },
    errors: ['products.0.shipping FIELD_FORBIDDEN', 'products.1.shipping FIELD_FORBIDDEN'],
    never: ['shipping', 'weight', '_entities'],
    questions: 1,
  },
  {
    name: 'a leaf of a type that asks for a credential',
    query: '{ product(id: "p1") { grade } }',
    grants: STRANGER,
    data: { product: { grade: null } },
    errors: ['product.grade UNAUTHENTICATED'],
    never: ['grade'],
  },
  {
    name: 'a null that goes up to the root',
    query: '{ ledger { balance } }',
    grants: STRANGER,
    data: null,
    errors: ['ledger.balance UNAUTHENTICATED'],
    never: ['balance'],
  },
  {
    name: 'fields under conditions, of which nothing is left',
    query:
      '{ product(id: "p1") { weight @include(if: true) cost @skip(if: true) } a: product(id: "p2") @skip(if: false) { weight } }',
    grants: NOBODY,
    data: { product: { weight: null }, a: { weight: null } },
    errors: ['product.weight FIELD_FORBIDDEN', 'a.weight FIELD_FORBIDDEN'],
    never: ['weight', 'cost'],
  },
  {
    name: 'a mutation among others',
    query: 'mutation { touch restock orderCancel(id: "o1") { id } again: touch }',
    grants: NOBODY,
    data: { touch: 2, restock: null, orderCancel: null, again: 2 },
    errors: ['restock FIELD_FORBIDDEN', 'orderCancel FIELD_FORBIDDEN'],
    never: ['restock', 'orderCancel'],
  },
  {
    name: 'a mutation alone',
    query: 'mutation { restock }',
    grants: NOBODY,
    data: { restock: null },
    errors: ['restock FIELD_FORBIDDEN'],
    never: ['restock'],
    questions: 0,
  },
];

describe('what callers may not read is null with an error, and never asked for', () => {
  test.each(attempts)('$name', async (each) => {
    const { data, errors, asked } = await attempt(each);
    expect(data).toEqual(each.data);
    expect(errors).toEqual(each.errors);
    for (const word of each.never) expect(asked.join('\n')).not.toMatch(new RegExp(`\\b${word}\\b`));
    if (each.questions !== undefined) expect(asked).toHaveLength(each.questions);
  });

  test('what a field needs internally is fetched, whoever may read it', async () => {
    const data = { product: { shipping: 6, weight: 3, cost: null } };
    const given = await attempt({
      query: '{ product(id: "p1") { shipping weight cost } }',
      grants: holding(['stock:read']),
    });
    expect(given).toMatchObject({ data, errors: ['product.cost FIELD_FORBIDDEN'] });
  });

  test.each([
    { scopes: ['cost:read'], sees: true },
    { scopes: ['stock:write'], sees: false },
    { scopes: ['price:read', 'stock:write'], sees: true },
  ])('alternatives of scopes: $scopes', async ({ scopes, sees }) => {
    const { data } = await attempt({ query: '{ product(id: "p1") { cost } }', grants: holding(scopes) });
    expect(data).toEqual({ product: { cost: sees ? 4 : null } });
  });

  test('a policy that holds lets the field be read', async () => {
    const { data } = await attempt({ query: '{ products { margin } }', grants: holding([], ['own_shop']) });
    expect(data).toEqual({ products: [{ margin: 6 }, { margin: 6 }] });
  });

  test('callers of whom the same may be read share a plan, others do not', async () => {
    const source = { id: 'x', document: parse('{ order(id: "o1") { id } product(id: "p1") { weight } }') };
    const of = (grants: Grants) => federation.snapshot.prepare(source, undefined, grants);
    expect(await of(holding(['order:read', 'other']))).toBe(await of(holding(['order:read', 'cost:read'])));
    expect(await of(holding(['order:read']))).not.toBe(await of(holding(['stock:read'])));
    expect(await of(STRANGER)).not.toBe(await of(NOBODY));
    expect(await of(holding(['order:read', 'stock:read']))).toBe(await federation.snapshot.prepareWhole(source));
  });
});

describe('subscriptions', () => {
  const prepared = (query: string) =>
    federation.snapshot.prepare({ id: query, document: parse(query) }, undefined, STRANGER);

  test('of a refused field there is none', async () => {
    const subscription = await prepared('subscription { mine: stocked { id } }');
    expect(subscription.refusedRoots()).toMatchObject([{ path: ['mine'], extensions: { code: 'UNAUTHENTICATED' } }]);
    expect((await prepared('subscription { sold { id weight } }')).refusedRoots()).toEqual([]);
  });

  test('each message has null where something is refused, which the subgraph is not asked for', async () => {
    const subscription = await prepared('subscription { sold { id weight note } }');
    expect(subscription.question({}).body).not.toMatch(/weight/);
    const message = parseAnswer('catalogue', 200, Buffer.from('{"data":{"sold":{"__typename":"Product","id":"p1"}}}'));
    const { data, errors } = await subscription.execute({}, federation.ask, { message });
    expect(JSON.parse(data ?? '')).toEqual({ sold: { id: 'p1', weight: null, note: 'a note' } });
    expect(errors).toMatchObject([{ path: ['sold', 'weight'] }]);
  });
});

describe('in parts', () => {
  test('what is deferred is refused in its part', async () => {
    const query = `{ product(id: "p1") { name ... @defer(label: "a") { weight note } ... @defer(label: "b") { cost } }
      node(id: "o1") { id ... on Order @defer(label: "c") { total } } }`;
    const payloads = await federation.parts(query, 'incrementalSpec', {}, NOBODY);
    expect(JSON.stringify(payloads)).toMatchInlineSnapshot(
      `"[{"errors":[{"message":"Reading objects of type Order needs the scope order:read.","path":["node"],"extensions":{"code":"FIELD_FORBIDDEN"}}],"data":{"product":{"name":"name of p1"},"node":null},"pending":[{"id":"0","path":["product"],"label":"a"},{"id":"1","path":["product"],"label":"b"}],"hasNext":true},{"incremental":[{"errors":[{"message":"Reading Product.cost needs the scope cost:read, or the scopes stock:write and price:read.","path":["product","cost"],"extensions":{"code":"FIELD_FORBIDDEN"}}],"data":{"cost":null},"id":"1"}],"completed":[{"id":"1"}],"hasNext":true},{"incremental":[{"errors":[{"message":"Reading Product.weight needs the scope stock:read.","path":["product","weight"],"extensions":{"code":"FIELD_FORBIDDEN"}}],"data":{"weight":null,"note":"a note"},"id":"0"}],"completed":[{"id":"0"}],"hasNext":false}]"`,
    );
    expect(federation.asked.map((question) => question.query).join('\n')).not.toMatch(/weight|cost|total|Order/);
  });
});
