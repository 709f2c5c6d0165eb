import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { DEVELOPMENT } from '../../gateway/clients/client.ts';
import { introduceGateway } from '../../system/introduce-gateway.ts';
import { post } from '../kit/gateway.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';

const introduced = introduceGateway({});
const key = claimsKeyOf(createPrivateKey(String(introduced.GATEWAY_CLAIMS_KEY)));
type Subgraph = 'content' | 'commerce';

describe('subgraphs of a system', () => {
  let system: TestSystem;

  beforeAll(async () => {
    system = await startSystem(introduced as Record<string, string>);
  });

  afterAll(async () => {
    await system[Symbol.asyncDispose]();
  });

  /** What the gateway would say to a subgraph. @param now milliseconds since 1970 */
  const claimsFor = (subgraph: Subgraph, by = key, now = Date.now()) =>
    new ClaimsMinter(by, () => now).claimsOf(DEVELOPMENT).tokenFor(subgraph);

  async function entities(of: Subgraph, claims: string | undefined) {
    const type = of === 'content' ? 'Note' : 'Product';
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { title } } }`;
    const variables = { of: [{ __typename: type, id: `${type.toLowerCase()}_1` }] };
    const response = await fetch(`${system.urls[of]}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(claims !== undefined && { 'x-redcat-claims': claims }) },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  }

  test('answer what the gateway says to each of them', async () => {
    const query = '{ note(id: "note_1") { title productLinks(first: 1) { nodes { product { title } } } } }';
    const { data, errors } = await post(system.urls.gateway, { query });
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ note: { productLinks: { nodes: [{ product: { title: expect.any(String) } }] } } });
    for (const of of ['content', 'commerce'] as const) {
      expect(await entities(of, claimsFor(of))).toMatchObject({
        status: 200,
        text: expect.stringContaining('"title"'),
      });
    }
  });

  for (const of of ['content', 'commerce'] as const) {
    const other = of === 'content' ? 'commerce' : 'content';
    const attempts: Record<string, () => string | undefined> = {
      'nothing that says who asks': () => undefined,
      [`what the gateway said to ${other}`]: () => claimsFor(other),
      'what the gateway said two minutes ago': () => claimsFor(of, key, Date.now() - 120_000),
      'what somebody else signed': () => claimsFor(of, claimsKeyOf(generateKeyPairSync('ed25519').privateKey)),
    };
    for (const [what, claims] of Object.entries(attempts)) {
      test(`${of} answers no entities to ${what}`, async () => {
        const { status, text } = await entities(of, claims());
        expect(status).toBe(401);
        expect(text).not.toContain('title');
      });
    }
  }

  test('answer nobody else by another way either', async () => {
    const { content, commerce } = system.urls;
    for (const url of [`${content}/feed/product-links`, `${commerce}/feed/conversions`, `${commerce}/events`]) {
      expect([url, (await fetch(url)).status]).toEqual([url, 401]);
    }
    const socket = new WebSocket(`${commerce.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const { promise, resolve } = Promise.withResolvers<unknown>();
    socket.on('unexpected-response', (_request, { statusCode }) => resolve(statusCode));
    socket.on('open', () => resolve('open'));
    socket.on('error', () => undefined);
    expect(await promise).toBe(401);
    socket.terminate();
  });
});
