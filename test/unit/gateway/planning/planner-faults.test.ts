import { parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { LocalFederation } from '../../../kit/federation.ts';

const text = (value: unknown) => () => value;

describe('introspection in a fragment with a condition', () => {
  const one = { a: { typeDefs: 'type Query { ping: String }', resolvers: { Query: { ping: text('pong') } } } };
  const query =
    'query ($x: Boolean!) { ping ... @include(if: $x) { __type(name: "Query") { name } ...S } } fragment S on Query { __schema { queryType { name } } }';

  test('is answered with the data, at which the planner alone fails', async () => {
    const federation = new LocalFederation(one);
    expect((await federation.run(query, { x: true })).data).toEqual({
      ping: 'pong',
      __type: { name: 'Query' },
      __schema: { queryType: { name: 'Query' } },
    });
    expect((await federation.run(query, { x: false })).data).toEqual({ ping: 'pong' });
  });
});

describe('a context whose field another subgraph brings', () => {
  const bank = {
    people: {
      typeDefs: 'type Query { user: User } type User @key(fields: "id") { id: ID! }',
      resolvers: { Query: { user: text({ id: '7' }) } },
    },
    locales: {
      typeDefs: 'type User @key(fields: "id") { id: ID! locale: String }',
      resolvers: { User: { locale: text('en') } },
    },
    accounts: {
      typeDefs: `
        type User @key(fields: "id") @context(name: "user") { id: ID! locale: String @external account: Account }
        type Account @key(fields: "id") { id: ID! balance(locale: String @fromContext(field: "$user { locale }")): String }`,
      resolvers: {
        User: { account: text({ id: 'a' }) },
        Account: { balance: (_: unknown, { locale }: { locale?: string }) => `in ${locale}` },
      },
    },
  };

  test('is asked first, though the planner would ask both at once', async () => {
    const federation = new LocalFederation(bank);
    expect((await federation.run('{ user { account { balance } } }')).data).toEqual({
      user: { account: { balance: 'in en' } },
    });
    expect(federation.asked.map(({ subgraph }) => subgraph)).toEqual(['people', 'locales', 'accounts']);
  });

  test('what takes nothing from it is still asked side by side', async () => {
    const federation = new LocalFederation(bank);
    await federation.run('{ user { account { id } locale } }');
    const prepared = await federation.snapshot.prepareWhole({
      id: 'x',
      document: parse('{ user { account { id } locale } }'),
    });
    expect(JSON.stringify(prepared.planned.plans)).toContain('"Parallel"');
  });
});

describe('a fragment with a condition on a type of an interface object', () => {
  const media = {
    library: {
      typeDefs: `type Query { ping: String } interface Titled { title: String } interface Media @key(fields: "id") { id: ID! }
        type Book implements Media & Titled @key(fields: "id") { id: ID! title: String }`,
      resolvers: {
        Media: { __resolveReference: ({ id }: { id: string }) => ({ __typename: 'Book', id }) },
        Book: { title: text('Notes') },
      },
    },
    scores: {
      typeDefs: 'type Query { best: [Media] } type Media @interfaceObject @key(fields: "id") { id: ID! score: Int }',
      resolvers: { Query: { best: text([{ id: '1' }]) } },
    },
  };
  const query =
    'query ($no: Boolean!) { best { id ... on Book { ...T @skip(if: $no) } } } fragment T on Titled { title }';

  test('is planned, though the planner fails at it', async () => {
    const federation = new LocalFederation(media);
    expect((await federation.run(query, { no: false })).data).toEqual({ best: [{ id: '1', title: 'Notes' }] });
    expect(await federation.run(query, { no: true })).toEqual({ data: { best: [{ id: '1' }] } });
  });
});
