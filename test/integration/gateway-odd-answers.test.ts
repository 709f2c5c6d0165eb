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
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@inaccessible"])
  scalar Any
  interface Node { id: ID! title: String }
  type Note implements Node { id: ID! title: String }
  type Draft implements Node @inaccessible { id: ID! title: String }
  type Query { nodes: [Node] any: Any count: Int }
  type Mutation { pay: Int any: Any }
`);
const nodes = [
  { __typename: 'Note', id: '1', title: 'told' },
  { __typename: 'Draft', id: '2', title: 'untold' },
];
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const data = `{"data":{"nodes":${JSON.stringify(nodes)},"any":${deep},"count":7,"pay":1}}`;

describe('A subgraph’s odd answer', () => {
  const opened = new AsyncDisposableStack();
  let url: string;

  beforeAll(async () => {
    const server = opened.use(
      await startRawServer(async (request, response) => {
        await text(request);
        response.setHeader('content-type', 'application/json').end(data);
      }),
    );
    const { supergraphSdl = '' } = composeServices([{ name: 'a', url: `${server.origin}/graphql`, typeDefs }]);
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

  test('is told on a part that is deferred, too', async () => {
    const answer = await ask('{ count ... @defer { any } }', 'multipart/mixed;incrementalSpec=v0.2');
    expect(answer).toContain('"path":["any"],"extensions":{"code":"SUBGRAPH_RESPONSE_INVALID"');
    expect(answer).toContain('"completed":[{"id":"0"}],"hasNext":false');
  });
});
