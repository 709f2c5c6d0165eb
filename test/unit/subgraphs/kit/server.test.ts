import { once } from 'node:events';
import { connect } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { InputError } from '../../../../subgraphs/kit/errors.ts';
import { createMetrics } from '../../../../subgraphs/kit/metrics.ts';
import { createSubgraphServer } from '../../../../subgraphs/kit/server.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar DateTime scalar Date scalar URL scalar BigInt scalar Decimal
  enum Mood { GLAD SAD }
  input MoodInput { mood: Mood! = GLAD, on: Date, texts: [String!]! = ["a"] }
  interface Node { id: ID! }
  type Note implements Node @key(fields: "id") { id: ID! mood: Mood }
  type Query { notes: [Node] mood(input: MoodInput!): String, failing: String }
`;

const note = async ({ id }: { id: string }) => {
  if (id.startsWith('bad')) throw new InputError('ID_INVALID', `${id} is none`);
  return id === 'none' ? null : { id };
};

const resolvers = {
  Node: { __resolveType: () => 'Note' },
  Note: { __resolveReference: note },
  Query: {
    mood: (_root: unknown, { input }: { input: object }) => JSON.stringify(input),
    failing: () => Promise.reject(new Error('SELECT * FROM secrets at /srv/app.ts')),
  },
};

describe('a subgraph', () => {
  let app: FastifyInstance;
  let url = '';
  let ready = true;

  const create = () =>
    createSubgraphServer({
      name: 'moods',
      typeDefs,
      resolvers,
      contextOf: () => ({}),
      checkReady: async () => {
        if (!ready) throw new Error('the database at 10.0.0.7 is away');
      },
      logLevel: 'silent',
      metrics: createMetrics(),
    });

  beforeAll(async () => {
    app = await create();
    url = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterAll(() => app.close());

  // biome-ignore lint/suspicious/noExplicitAny: the shape of an answer is what the test looks at
  async function ask(body: object): Promise<any> {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    return response.json();
  }

  test('answers each entity in its place, whatever becomes of the others, compiled or not', async () => {
    const query = 'query($them: [_Any!]!) { _entities(representations: $them) { ... on Note { id } } }';
    for (const ids of [
      ['a', 'bad_1', 'b'],
      ['a', 'none', 'bad_1'],
      ['bad_1', 'bad_2'],
    ]) {
      const them = ids.map((id) => ({ __typename: 'Note', id }));
      for (const _time of [1, 2, 3]) {
        const { data, errors } = await ask({ query, variables: { them } });
        expect(data._entities).toEqual(ids.map((id) => (/bad|none/.test(id) ? null : { id })));
        const wrong = ids.flatMap((id, index) => (id.startsWith('bad') ? [['_entities', index]] : []));
        expect(errors.map((error: { path: unknown }) => error.path)).toEqual(wrong);
      }
    }
  });

  test('gives an input its defaults, compiled or not', async () => {
    const query = 'query($input: MoodInput!) { mood(input: $input) }';
    for (const _time of [1, 2, 3]) {
      expect(await ask({ query, variables: { input: {} } })).toEqual({
        data: { mood: '{"mood":"GLAD","texts":["a"]}' },
      });
      expect(await ask({ query, variables: { input: { mood: 'SAD', on: '2025-05-07', texts: [] } } })).toEqual({
        data: { mood: '{"mood":"SAD","on":"2025-05-07","texts":[]}' },
      });
    }
  });

  test('refuses wrong variables with a code, compiled or not', async () => {
    const query = 'query($input: MoodInput!) { mood(input: $input) }';
    for (const _time of [1, 2, 3]) {
      for (const [input, code] of [
        [{ mood: 'ANGRY' }, 'BAD_REQUEST'],
        [{ on: '2025-02-30' }, 'BAD_USER_INPUT'],
        [{ weather: 'fine' }, 'BAD_REQUEST'],
        [null, 'BAD_REQUEST'],
      ]) {
        expect(await ask({ query, variables: { input } })).toMatchObject({
          data: null,
          errors: [{ extensions: { code } }],
        });
      }
    }
  });

  test('runs the operation that is named, however often another of the same document ran', async () => {
    const query = 'query A { a: __typename } query B { b: __typename }';
    for (const _time of [1, 2, 3]) {
      expect(await ask({ query, operationName: 'A' })).toEqual({ data: { a: 'Query' } });
      expect(await ask({ query, operationName: 'B' })).toEqual({ data: { b: 'Query' } });
    }
  });

  test('masks what fails inside', async () => {
    for (const _time of [1, 2, 3]) {
      const answer = await ask({ query: '{ failing }' });
      expect(answer).toMatchObject({
        data: { failing: null },
        errors: [{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }],
      });
      expect(JSON.stringify(answer)).not.toMatch(/SELECT|srv/);
    }
  });

  test('is ready while its database answers, and says no more than that', async () => {
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    ready = false;
    const away = await fetch(`${url}/readyz`);
    ready = true;
    expect(away.status).toBe(503);
    expect(await away.json()).toEqual({ status: 'not ready' });
    expect((await fetch(`${url}/livez`)).status).toBe(200);
  });

  test('serves metrics for Prometheus', async () => {
    const response = await fetch(`${url}/metrics`);
    expect(response.headers.get('content-type')).toContain('text/plain');
    expect(await response.text()).toContain('# TYPE sql_statements_total counter');
  });

  test('closes though a client holds a connection over which it asked nothing', async () => {
    const other = await create();
    const { port } = new URL(await other.listen({ host: '127.0.0.1', port: 0 }));
    const held = connect(Number(port), '127.0.0.1');
    await once(held, 'connect');
    await Promise.all([once(held, 'close'), other.close()]);
  });
});
