import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ApolloClient, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildManifest } from '../../gateway/commands/operations/build.ts';
import { publish } from '../../gateway/commands/operations/publish.ts';
import { REGISTRY } from '../../gateway/operations/registry/stored-registry.ts';
import { openDocument } from '../../gateway/store/open-document.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { type LiveWorld, liveSupergraph, NOTE, startLive } from '../kit/live.ts';

const TITLE = 'query Title($id: ID!) { note(id: $id) { id title author { name } } }';
const RELAY = 'query RelayTitle(\n  $id: ID!\n) {\n  note(id: $id) {\n    id\n    title\n  }\n}\n';
const relayId = createHash('md5').update(RELAY).digest('hex');
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

describe('clients of persisted operations, as they are', () => {
  let clients: TestClients;
  let folder: string;
  let world: LiveWorld;
  const keys: Record<string, string> = {};

  beforeAll(async () => {
    clients = await testClients();
    folder = await mkdtemp(join(tmpdir(), 'redcat-persisted-'));
    const path = (name: string) => join(folder, name);
    for (const level of ['open', 'ids-only', 'safelist']) keys[level] = (await clients.add(level, { level })).key;
    await writeFile(join(clients.operations, 'Title.graphql'), TITLE);
    await writeFile(join(clients.operations, 'Note.graphql'), NOTE);
    await writeFile(
      path('supergraph.graphql'),
      liveSupergraph({ counter: 'http://127.0.0.1:1', titles: 'http://127.0.0.1:1' }),
    );
    await buildManifest([clients.operations], { out: path('manifest.json'), typename: true });
    await writeFile(path('relay.json'), JSON.stringify({ [relayId]: RELAY }));
    const store = openDocument(path('operations.json'), REGISTRY);
    const flags = { owner: 'web', supergraph: path('supergraph.graphql') };
    await publish(store, [path('manifest.json'), path('relay.json')], flags);
    world = await startLive({
      GATEWAY_KEYS: clients.file,
      GATEWAY_CLAIMS_KEY: 'none',
      GATEWAY_OPERATIONS: path('operations.json'),
    });
  });

  afterAll(async () => {
    await world[Symbol.asyncDispose]();
    await clients[Symbol.asyncDispose]();
    await rm(folder, { recursive: true });
  });

  const run = async (program: string, ...given: string[]) => {
    const args = [`test/kit/${program}.mjs`, world.gateway.url, keys['ids-only'] ?? '', ...given];
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout);
  };
  const title = {
    note: { __typename: 'Note', id: '1', title: '红楼梦', author: { __typename: 'Author', name: '曹雪芹' } },
  };

  test('Apollo Client asks and subscribes by the ids of its manifest, by POST and GET, and never sends a text', async () => {
    const { answers, message, sent } = await run('apollo-manifest-client', join(folder, 'manifest.json'), TITLE, NOTE);
    expect(answers).toEqual([title, title]);
    expect(message).toMatchObject({ noteCounted: { title: '红楼梦', clicks: 0 } });
    const methods = ['POST', 'GET', 'POST'];
    expect(sent).toEqual(methods.map((method) => ({ method, hasText: false })));
  });

  test.each(['open', 'safelist'])(
    'Apollo Client of automatic persisted queries sends its text once more where that may be: %s',
    async (level) => {
      const texts: boolean[] = [];
      const http = new HttpLink({
        uri: `${world.gateway.url}/graphql`,
        headers: { 'x-api-key': keys[level] ?? '' },
        fetch: (input, init) => {
          texts.push(String(init?.body).includes('"query"'));
          return fetch(input, init);
        },
      });
      const link = new PersistedQueryLink({ sha256 }).concat(http);
      const client = new ApolloClient({ cache: new InMemoryCache(), link });
      const query = gql(level === 'open' ? TITLE.replace('Title', 'Adhoc') : TITLE);
      for (let time = 0; time < 2; time++) {
        expect((await client.query({ query, variables: { id: '1' }, fetchPolicy: 'network-only' })).data).toEqual(
          title,
        );
      }
      expect(texts).toEqual(level === 'open' ? [false, true, false] : [false, false]);
      client.stop();
    },
  );

  test('Relay asks by the id that its compiler made', async () => {
    expect(await run('relay-client', relayId)).toEqual({ note: { id: '1', title: '红楼梦' } });
  });
});
