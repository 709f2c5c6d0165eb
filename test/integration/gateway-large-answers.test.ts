import { text } from 'node:stream/consumers';
import { ApolloServer } from '@apollo/server';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { redcatGateway } from '../../gateway/apollo.ts';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { composeLocal } from '../kit/federation.ts';
import { settings, supergraphFile } from '../kit/gateway.ts';
import { startRawServer } from '../kit/subgraph.ts';

const LIMIT = 20_000;
const BIO = 'x'.repeat(1000);
const author = { __typename: 'User', id: '1' };
const posts = Array.from({ length: 10 }, (_, id) => ({ id: `${id}`, author }));

/** Ten posts of one author, whose thousand characters come once from the one subgraph, and stand ten times in the answer of each name. */
const typeDefs = {
  posts: `
    type Query { posts: [Post] count: Int }
    type Mutation { publish: [Post] }
    type Subscription { published: [Post] }
    type Post { id: ID! author: User }
    type User @key(fields: "id") { id: ID! }`,
  users: `
    type User @key(fields: "id") { id: ID! bio: String rank: Int! }`,
};
const NAMES = ['a', 'b', 'c'];
const bios = (names: readonly string[]) => names.map((name) => `${name}: bio`).join(' ');
const tooLarge = { message: expect.stringContaining(`${LIMIT} characters`), extensions: { code: 'ANSWER_TOO_LARGE' } };
/** What is told where the limit is not named. */
const lost = { extensions: { code: 'ANSWER_TOO_LARGE' } };

describe('An answer longer than GATEWAY_ANSWER_CHARACTERS', () => {
  const opened = new AsyncDisposableStack();
  let url: string;
  let sdl: string;

  beforeAll(async () => {
    const server = opened.use(
      await startRawServer(async (request, response) => {
        const { query } = JSON.parse(await text(request));
        const names = [...query.matchAll(/(\w+):\s*bio/g)].map((match) => [match[1], BIO]);
        const user = { rank: 1, bio: BIO, ...Object.fromEntries(names) };
        if (query.startsWith('subscription')) {
          response.setHeader('content-type', 'text/event-stream');
          const message = `event: next\ndata: ${JSON.stringify({ data: { published: posts } })}\n\n`;
          response.end(`${message}${message}event: complete\ndata:\n\n`);
          return;
        }
        const data = query.includes('_entities') ? { _entities: [user] } : { posts, publish: posts, count: 7 };
        response.setHeader('content-type', 'application/json').end(JSON.stringify({ data }));
      }),
    );
    const subgraphs = Object.fromEntries(Object.entries(typeDefs).map(([name, sdl]) => [name, { typeDefs: sdl }]));
    sdl = composeLocal(subgraphs).replaceAll(/http:\/\/\w+\.test\//g, server.origin);
    const file = opened.use(await supergraphFile(sdl));
    const env = { GATEWAY_ANSWER_CHARACTERS: `${LIMIT}`, GATEWAY_SUBSCRIPTIONS: 'sse' };
    const gateway = await startGateway(readConfig(settings(file, env), {}), pino({ level: 'silent' }));
    opened.defer(() => gateway.close());
    url = `${gateway.url}/graphql`;
  });
  afterAll(() => opened.disposeAsync());

  async function ask(query: string, accept = 'application/json'): Promise<{ status: number; body: string }> {
    const headers = { 'content-type': 'application/json', accept };
    const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query }) });
    return { status: response.status, body: await response.text() };
  }

  test('is not told, and the next one is', async () => {
    const { status, body } = await ask(`{ count posts { author { ${bios(NAMES)} } } }`);
    expect([status, JSON.parse(body)]).toMatchObject([200, { data: null, errors: [tooLarge] }]);
    const { data } = JSON.parse((await ask('{ count posts { author { a: bio } } }')).body);
    expect(data.posts.at(-1)).toEqual({ author: { a: BIO } });
  });

  test('says so of a mutation that was carried out', async () => {
    const { body } = await ask(`mutation { publish { author { ${bios(NAMES)} } } }`);
    expect(JSON.parse(body)).toMatchObject({ data: null, errors: [tooLarge] });
  });

  test.each(['deferSpec=20220824', 'incrementalSpec=v0.2'])(
    'loses the deferred parts for which there is no room: %s',
    async (format) => {
      const part = (name: string) => `... @defer(label: "${name}") { posts { author { ${name}: bio } } }`;
      const { body } = await ask(`{ count ${NAMES.map(part).join(' ')} }`, `multipart/mixed;${format}`);
      const parts = body.split('\r\n\r\n').flatMap((chunk) => (chunk.startsWith('{') ? [chunk.split('\r\n')[0]] : []));
      const told = parts.map((chunk) => JSON.parse(chunk ?? ''));
      expect(told[0]).toMatchObject({ data: { count: 7 } });
      expect(told.at(-1)).toMatchObject({ hasNext: false });
      expect(body.length).toBeLessThan(2 * LIMIT);
      expect(body.split(BIO).length - 1).toBe(10);
      expect(body.match(/"code":"ANSWER_TOO_LARGE"/g)).toHaveLength(2);
    },
  );

  test('is one message of a subscription, which goes on', async () => {
    const subscribed = `subscription { published { author { ${bios(NAMES)} } } }`;
    const { body } = await ask(subscribed, 'text/event-stream');
    const messages = [...body.matchAll(/event: next\ndata: (.*)\n/g)].map((match) => JSON.parse(match[1] ?? ''));
    expect(messages).toMatchObject([
      { data: null, errors: [tooLarge] },
      { data: null, errors: [tooLarge] },
    ]);
    expect(body).toContain('event: complete');
  });

  test('is not told by the drop-in either', async () => {
    const gateway = redcatGateway({ supergraphSdl: sdl, answerLimit: LIMIT });
    const logger = { debug() {}, info() {}, warn() {}, error() {} };
    const server = new ApolloServer({ gateway, logger });
    await server.start();
    const query = `{ posts { author { ${bios(NAMES)} } } }`;
    const { body } = await server.executeOperation({ query });
    expect(body).toMatchObject({ singleResult: { data: null, errors: [lost] } });
    await server.stop();
  });
});
