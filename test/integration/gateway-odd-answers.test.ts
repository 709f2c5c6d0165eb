import { text } from 'node:stream/consumers';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { settings, supergraphFile } from '../kit/gateway.ts';
import { startRawServer } from '../kit/subgraph.ts';

const typeDefs = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible", "@key"])
  scalar Any
  type Thing @key(fields: "code") { code: Any! }
  interface Node { id: ID! title: String }
  type Note implements Node { id: ID! title: String }
  type Draft implements Node @inaccessible { id: ID! title: String }
  type Query { nodes: [Node] any: Any count: Int list: [Any] things: [Thing] twins: [Thing!]! grid: [[Node]] }
  type Mutation { pay: Int any: Any }
`);
const names = parse(`
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])
  scalar Any
  type Thing @key(fields: "code") { code: Any! name: String }
`);
const nodes = [
  { __typename: 'Note', id: '1', title: 'told' },
  { __typename: 'Draft', id: '2', title: 'untold' },
];
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const things = `[{"__typename":"Thing","code":${deep}},{"__typename":"Thing","code":"plain"}]`;
const data = `{"data":{"nodes":${JSON.stringify(nodes)},"any":${deep},"count":7,"pay":1,"list":[1,${deep},3],"things":${things},"twins":${things},"grid":[[${JSON.stringify(nodes[0])}],${deep}]}}`;

describe('A subgraph’s odd answer', () => {
  const opened = new AsyncDisposableStack();
  let url: string;

  beforeAll(async () => {
    const server = opened.use(
      await startRawServer(async (request, response) => {
        const { variables = {} } = JSON.parse(await text(request));
        const count = variables.representations?.length;
        const named = JSON.stringify({ data: { _entities: Array(count ?? 0).fill({ name: 'named' }) } });
        response.setHeader('content-type', 'application/json').end(count === undefined ? data : named);
      }),
    );
    const { supergraphSdl = '' } = composeServices([
      { name: 'a', url: `${server.origin}/graphql`, typeDefs },
      { name: 'b', url: `${server.origin}/graphql`, typeDefs: names },
    ]);
    const file = opened.use(await supergraphFile(supergraphSdl));
    const gateway = await startGateway(readConfig(settings(file, {}), {}), pino({ level: 'silent' }));
    opened.defer(() => gateway.close());
    url = `${gateway.url}/graphql`;
  });
  afterAll(() => opened.disposeAsync());

  async function ask(query: string, accept = 'application/json'): Promise<string> {
    const headers = { 'content-type': 'application/json', accept };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return response.text();
  }

  test.each(['{ nodes { id title } }', '{ nodes { __typename id title } }', '{ nodes { id ... on Note { title } } }'])(
    'tells nothing of objects of an inaccessible type: %s',
    async (query) => {
      const answer = await ask(query);
      expect(JSON.parse(answer)).toMatchObject({
        data: { nodes: [{ id: '1', title: 'told' }, null] },
        errors: [{ path: ['nodes', 1], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }],
      });
      expect(answer).not.toContain('untold');
    },
  );

  test.each(['{ count any }', 'mutation { pay any }'])(
    'loses the value alone that nests too deep to be written: %s',
    async (query) => {
      expect(JSON.parse(await ask(query))).toMatchObject({
        data: { any: null },
        errors: [{ path: ['any'], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }],
      });
    },
  );

  test('loses the item alone of a list of leaves that nests too deep', async () => {
    expect(JSON.parse(await ask('{ count list }'))).toMatchObject({
      data: { count: 7, list: [1, null, 3] },
      errors: [{ path: ['list', 1], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }],
    });
  });

  test('loses the object alone that stands in more lists than its type has', async () => {
    expect(JSON.parse(await ask('{ count grid { id } }'))).toMatchObject({
      data: { count: 7, grid: [[{ id: '1' }], [null]] },
      errors: [{ path: ['grid', 1, 0], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID' } }],
    });
  });

  test('loses what would be asked for by a key that nests too deep, and nothing else', async () => {
    expect(JSON.parse(await ask('{ count things { name } twins { name } }'))).toMatchObject({
      data: { count: 7, things: [{ name: null }, { name: 'named' }], twins: [{ name: null }, { name: 'named' }] },
      errors: [
        { path: ['things', 0, 'name'], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID', subgraph: 'a' } },
        { path: ['twins', 0, 'name'], extensions: { code: 'SUBGRAPH_RESPONSE_INVALID', subgraph: 'a' } },
      ],
    });
  });

  test('is told on a part that is deferred, too', async () => {
    const answer = await ask('{ count ... @defer { any } }', 'multipart/mixed;incrementalSpec=v0.2');
    expect(answer).toContain('"path":["any"],"extensions":{"code":"SUBGRAPH_RESPONSE_INVALID"');
    expect(answer).toContain('"completed":[{"id":"0"}],"hasNext":false');
  });
});
