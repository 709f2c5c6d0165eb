import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../kit/federation.ts';

const price = (_: unknown, { currency = 'CNY' }: { currency?: string }) => `${currency} 1`;
const told = ({ price: given }: { price: string }) => `for ${given}`;
const EXTERNAL = 'price(currency: String): String @external';
const needs = (currency: string) => `@requires(fields: "price(currency: \\"${currency}\\")")`;

describe('fields of different types that need one field with different arguments', () => {
  const order = () => ({ id: '1', product: { id: 'p' } });
  const shop = new LocalFederation({
    catalog: {
      typeDefs: `
        type Query { order: Order orders: [Order!] }
        type Mutation { buy: Order }
        type Order @key(fields: "id") { id: ID! product: Product }
        type Product @key(fields: "id") { id: ID! name: String price(currency: String): String maker: Maker }
        type Maker @key(fields: "id") { id: ID! name: String }`,
      resolvers: {
        Query: { order, orders: () => [order(), order()] },
        Mutation: { buy: order },
        Order: { product: () => ({ id: 'p' }) },
        Product: { price, name: () => 'Pen', maker: () => ({ id: 'm' }) },
        Maker: { name: () => 'Ann' },
      },
    },
    sales: {
      typeDefs: `
        type Order @key(fields: "id") {
          id: ID! product: Product @external
          total: String @requires(fields: "product { price(currency: \\"EUR\\") }")
        }
        type Product @key(fields: "id") { id: ID! ${EXTERNAL} label: String ${needs('USD')} stand: Stand ${needs('EUR')} }
        type Stand { place: String product: Product }`,
      resolvers: {
        Order: { total: ({ product }: { product: { price: string } }) => told(product) },
        Product: {
          label: told,
          stand: (product: { price: string }) => ({ place: told(product), product: { id: 'p' } }),
        },
      },
    },
    marks: {
      typeDefs: `type Product @key(fields: "id") { id: ID! label: String @external mark: String @requires(fields: "label") }`,
      resolvers: { Product: { mark: ({ label }: { label: string }) => `marked ${label}` } },
    },
  });

  test.each([
    ['{ order { total product { label } } }', { order: { total: 'for EUR 1', product: { label: 'for USD 1' } } }],
    [
      '{ orders { product { label price } total } }',
      { orders: [1, 2].map(() => ({ product: { label: 'for USD 1', price: 'CNY 1' }, total: 'for EUR 1' })) },
    ],
    [
      '{ order { total product { mark maker { name } } } }',
      { order: { total: 'for EUR 1', product: { mark: 'marked for USD 1', maker: { name: 'Ann' } } } },
    ],
    [
      '{ order { product { label stand { place product { label name } } } } }',
      {
        order: {
          product: { label: 'for USD 1', stand: { place: 'for EUR 1', product: { label: 'for USD 1', name: 'Pen' } } },
        },
      },
    ],
  ])('%s', async (query, data) => {
    expect(await shop.run(query)).toEqual({ data });
  });

  test('are one plan where they stand apart, so that a mutation may ask for them', async () => {
    expect(await shop.run('mutation { buy { total bought: product { label } } }')).toEqual({
      data: { buy: { total: 'for EUR 1', bought: { label: 'for USD 1' } } },
    });
    await expect(shop.run('mutation { buy { total product { label } } }')).rejects.toThrow(
      'A mutation cannot ask together for Order.total and Product.label.',
    );
  });
});

describe('fields of an interface object', () => {
  const best = { __typename: 'Book', id: '1' };
  const media = new LocalFederation({
    library: {
      typeDefs: `
        type Query { best: Media all: [Media!] }
        interface Media @key(fields: "id") { id: ID! price(currency: String): String }
        type Book implements Media @key(fields: "id") { id: ID! price(currency: String): String }`,
      resolvers: {
        Query: { best: () => best, all: () => [best] },
        Media: { __resolveReference: () => best, __resolveType: () => 'Book' },
        Book: { price },
      },
    },
    stalls: {
      typeDefs: `type Media @key(fields: "id") @interfaceObject {
        id: ID! ${EXTERNAL} euros: String ${needs('EUR')} dollars: String ${needs('USD')} }`,
      resolvers: { Media: { euros: told, dollars: told } },
    },
    shops: {
      typeDefs: `type Book @key(fields: "id") { id: ID! ${EXTERNAL} pounds: String ${needs('GBP')} }`,
      resolvers: { Book: { pounds: told } },
    },
  });

  test.each([
    ['{ best { euros dollars } }', { best: { euros: 'for EUR 1', dollars: 'for USD 1' } }],
    ['{ best { ... on Book { euros dollars } } }', { best: { euros: 'for EUR 1', dollars: 'for USD 1' } }],
    [
      '{ all { dollars price(currency: "X") ... on Book { euros } } }',
      { all: [{ dollars: 'for USD 1', price: 'X 1', euros: 'for EUR 1' }] },
    ],
    ['{ best { euros ... on Book { pounds } } }', { best: { euros: 'for EUR 1', pounds: 'for GBP 1' } }],
  ])('%s', async (query, data) => {
    expect(await media.run(query)).toEqual({ data });
  });
});

describe('what contexts select', () => {
  const users = [
    { id: '1', locale: 'de', name: 'Ann' },
    { id: '2', locale: 'zh', name: 'Bo' },
  ];
  const given = (field: string) => `(given: String @fromContext(field: "$user { ${field} }")): String`;
  const resolver = (_: unknown, args: { given?: string }) => args.given;
  const bank = new LocalFederation({
    accounts: {
      typeDefs: `
        type Query { users: [User!]! }
        type User @key(fields: "id") @context(name: "user") {
          id: ID! locale: String name: String rate(to: String): String account: Account }
        type Account @key(fields: "id") { id: ID! balance${given('locale')}
          euros${given('rate(to: \\"EUR\\")')} dollars${given('rate(to: \\"USD\\")')} }`,
      resolvers: {
        Query: { users: () => users },
        User: {
          __resolveReference: ({ id }: { id: string }) => users.find((user) => user.id === id),
          rate: ({ id }: { id: string }, { to }: { to?: string }) => `${id} to ${to}`,
          account: () => ({ id: 'a' }),
        },
        Account: { balance: resolver, euros: resolver, dollars: resolver },
      },
    },
  });
  const all = (of: (user: (typeof users)[number]) => object) => ({ data: { users: users.map(of) } });

  test('is not replaced by a client’s alias, nor the alias by it', async () => {
    const balance = {
      query: '{ users { locale: name account { balance } } }',
      whole: '{ users { locale: account { balance } } }',
    };
    expect(await bank.run(balance.query)).toEqual(
      all(({ name, locale }) => ({ locale: name, account: { balance: locale } })),
    );
    expect(await bank.run(balance.whole)).toEqual(all(({ locale }) => ({ locale: { balance: locale } })));
    const arguments_ = await bank.run('{ users { rate(to: "GBP") account { euros } } }');
    expect(arguments_).toEqual(all(({ id }) => ({ rate: `${id} to GBP`, account: { euros: `${id} to EUR` } })));
  });

  test('is asked with the arguments of each field that takes it', async () => {
    expect(await bank.run('{ users { account { euros dollars balance } } }')).toEqual(
      all(({ id, locale }) => ({ account: { euros: `${id} to EUR`, dollars: `${id} to USD`, balance: locale } })),
    );
  });

  test('is asked of the objects of each type on the way with what fields within that type take', async () => {
    const rate = ({ id }: { id: string }, { to }: { to: string }) => `${id} to ${to}`;
    const told = (_: unknown, { given }: { given?: string }) => given ?? 'of nobody';
    const owner = (name: string) => `type ${name} implements Owner @key(fields: "id") @context(name: "owner") {
      id: ID! rate(to: String): String account: Account }`;
    const taken = (to: string) => `(given: String @fromContext(field: "$owner { rate(to: \\"${to}\\") }")): String`;
    const owners = new LocalFederation({
      owners: {
        typeDefs: `
          interface Owner @key(fields: "id") { id: ID! }
          ${owner('Person')} ${owner('Firm')}
          type Account @key(fields: "id") { id: ID! euros${taken('EUR')} dollars${taken('USD')} }`,
        resolvers: {
          Owner: {
            __resolveReference: ({ id }: { id: string }) => ({ __typename: id === 'p' ? 'Person' : 'Firm', id }),
          },
          Person: { rate, account: () => ({ id: 'a' }) },
          Firm: { rate, account: () => ({ id: 'b' }) },
          Account: { euros: told, dollars: told },
        },
      },
      list: {
        typeDefs: 'type Query { owners: [Owner!]! } type Owner @interfaceObject @key(fields: "id") { id: ID! }',
        resolvers: { Query: { owners: () => [{ id: 'p' }, { id: 'f' }] } },
      },
    });
    const of = (person: string, firm: string) =>
      `{ owners { ... on Person { account { ${person} } } ... on Firm { account { ${firm} } } } }`;
    const euros = (id: string) => ({ euros: `${id} to EUR` });
    const dollars = (id: string) => ({ dollars: `${id} to USD` });
    const one = { account: { ...dollars('f'), ...euros('f') } };
    expect((await owners.run(of('euros', 'dollars euros'))).data).toEqual({ owners: [{ account: euros('p') }, one] });
    const both = { owners: [{ account: { ...euros('p'), ...dollars('p') } }, one] };
    expect((await owners.run(of('euros dollars', 'dollars euros'))).data).toEqual(both);
    expect((await owners.run(of('euros', 'dollars'))).data).toEqual({
      owners: [{ account: euros('p') }, { account: dollars('f') }],
    });
  });
});
