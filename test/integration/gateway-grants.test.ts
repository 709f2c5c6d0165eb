import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig } from '../../gateway/config.ts';
import { startGateway } from '../../gateway/main.ts';
import { type TestClients, testClients } from '../kit/clients.ts';
import { post, type SupergraphFile, settings, supergraphFile } from '../kit/gateway.ts';
import { startSubgraph, type TestServer } from '../kit/subgraph.ts';

const typeDefs = `
  extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes", { name: "@authenticated", as: "@known" }])
  type Query { open: Int known: Int @known figures: Int @requiresScopes(scopes: [["figures:read"]]) }
  type Mutation { record: Int @requiresScopes(scopes: [["figures:write"]]) }
  type Subscription { told: Int @known }`;

let clients: TestClients;
let subgraph: TestServer;
let supergraph: SupergraphFile;
let gateway: Awaited<ReturnType<typeof startGateway>>;
let reader: Record<string, string>;
let resolved: string[] = [];

beforeAll(async () => {
  const resolve = (name: string, value: number) => () => {
    resolved.push(name);
    return value;
  };
  const Query = { open: resolve('open', 1), known: resolve('known', 2), figures: resolve('figures', 3) };
  subgraph = await startSubgraph({ typeDefs, resolvers: { Query, Mutation: { record: resolve('record', 4) } } });
  const { supergraphSdl } = composeServices([
    { name: 'one', url: `${subgraph.origin}/graphql`, typeDefs: parse(typeDefs) },
  ]);
  supergraph = await supergraphFile(supergraphSdl ?? '');
  clients = await testClients();
  reader = { 'x-api-key': (await clients.add('reader', { scopes: 'figures:read' })).key };
  const env = { GATEWAY_KEYS: clients.file, GATEWAY_CLAIMS_KEY: 'none', GATEWAY_EXPLAIN: 'on' };
  gateway = await startGateway(readConfig(settings(supergraph, env), {}), pino({ level: 'silent' }));
});

afterAll(async () => {
  await gateway.close();
  await subgraph[Symbol.asyncDispose]();
  await Promise.all([supergraph[Symbol.asyncDispose](), clients[Symbol.asyncDispose]()]);
});

async function asked(query: string, headers = {}) {
  resolved = [];
  const { data, errors } = await post(gateway.url, { query }, headers);
  return { data, codes: errors.map(({ path, extensions }) => `${path} ${extensions.code}`), resolved };
}

const QUERY = '{ open known figures }';

test('what a credential grants is what is answered, and asked for', async () => {
  expect(await asked(QUERY)).toEqual({
    data: { open: 1, known: null, figures: null },
    codes: ['known UNAUTHENTICATED', 'figures UNAUTHENTICATED'],
    resolved: ['open'],
  });
  expect(await asked(QUERY, reader)).toEqual({
    data: { open: 1, known: 2, figures: 3 },
    codes: [],
    resolved: ['open', 'known', 'figures'],
  });
  expect(await asked('mutation { record }', reader)).toEqual({
    data: { record: null },
    codes: ['record FIELD_FORBIDDEN'],
    resolved: [],
  });
});

test('equal requests at once are answered to each as it is granted', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) => post(gateway.url, { query: QUERY }, index % 2 === 0 ? reader : {})),
  );
  for (const [index, { data }] of answers.entries()) {
    expect(data).toEqual(index % 2 === 0 ? { open: 1, known: 2, figures: 3 } : { open: 1, known: null, figures: null });
  }
});

test('a request by GET is refused what it may not read', async () => {
  const url = `${gateway.url}/graphql?query=${encodeURIComponent('{ figures open }')}`;
  const got = await fetch(url, { headers: { 'apollo-require-preflight': '1' } });
  expect(await got.json()).toMatchObject({ data: { figures: null, open: 1 } });
});

test('an explanation says what was left out, and why', async () => {
  const headers = { 'content-type': 'application/json', 'x-redcat-explain': 'on', ...reader };
  const body = JSON.stringify({ query: 'mutation { record }' });
  const response = await fetch(`${gateway.url}/graphql`, { method: 'POST', headers, body });
  const { extensions } = (await response.json()) as { extensions: { explain: { text: string; refused: object } } };
  const reason = 'Reading Mutation.record needs the scope figures:write.';
  expect(extensions.explain.refused).toEqual({ 'Mutation.record': reason });
  expect(extensions.explain.text).toContain(`Mutation.record is left out: ${reason}`);
});

test('a subscription is refused before anything is subscribed to', async () => {
  const response = await fetch(`${gateway.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
    body: JSON.stringify({ query: 'subscription { told }' }),
  });
  expect(await response.text()).toContain('UNAUTHENTICATED');
});
