import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { DEVELOPMENT } from '../../gateway/clients/client.ts';
import { introduceGateway } from '../../system/introduce-gateway.ts';
import { post } from '../kit/gateway.ts';
import { wsClient } from '../kit/live.ts';
import { startSystem, type TestSystem } from '../kit/test-system.ts';
import { type TestIssuer, testIssuer } from '../kit/viewers.ts';

const introduced = introduceGateway({});
const key = claimsKeyOf(createPrivateKey(String(introduced.GATEWAY_CLAIMS_KEY)));
type Subgraph = 'content' | 'commerce';

let issuer: TestIssuer;
let system: TestSystem;

beforeAll(async () => {
  issuer = await testIssuer();
  const settings = { ...issuer.settings, GATEWAY_VIEWER_LEVEL: 'open', GATEWAY_SUBSCRIPTION_LINGER_MS: '0' };
  system = await startSystem({ ...(introduced as Record<string, string>), ...settings });
});

afterAll(async () => {
  await system[Symbol.asyncDispose]();
  await issuer[Symbol.asyncDispose]();
});

describe('subgraphs of a system', () => {
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
    const { data, errors } = await post(system.urls.gateway, { query }, issuer.headers({ sub: 'reader' }));
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

describe('of a note that several look at', () => {
  const NOTE = `query($id: ID!) { note(id: $id) {
    author { id } conversion { linkClicks netSales { amount } withheld }
    productLinks { nodes { product { shop { id } } conversion { linkClicks withheld } } } } }`;
  const LIVE =
    'subscription($id: ID!) { noteConversionUpdated(noteId: $id) { title conversion { linkClicks withheld } } }';

  interface Figures {
    readonly linkClicks: number | null;
    readonly withheld: string | null;
  }

  interface Seen {
    readonly author: { readonly id: string };
    readonly conversion: Figures;
    readonly productLinks: {
      readonly nodes: readonly {
        readonly product: { readonly shop: { readonly id: string } };
        readonly conversion: Figures;
      }[];
    };
  }

  interface Live {
    readonly data: { readonly noteConversionUpdated: { readonly conversion: Figures } };
  }

  const claimsOf = (sub: string, rows: object) => ({
    sub,
    scope: 'conversion:read gateway:metrics',
    redcat_rows: rows,
  });
  const STAFF = { own_shop: ['*'] };
  const POLICY = { linkClicks: null, withheld: 'POLICY' };
  let id = '';
  let whole: Seen;

  async function seenWith(rows: object, of: string = id): Promise<Seen> {
    const asked = { query: NOTE, variables: { id: of } };
    const { data, errors } = await post(system.urls.gateway, asked, issuer.headers(claimsOf('one', rows)));
    expect(errors).toEqual([]);
    return data?.note as Seen;
  }

  const shopsOf = ({ productLinks }: Seen) => productLinks.nodes.map(({ product }) => product.shop.id);

  beforeAll(async () => {
    for (let number = 1; number < 50 && !whole; number++) {
      const note = await seenWith(STAFF, `note_${number}`);
      if (new Set(shopsOf(note)).size < 2) continue;
      [id, whole] = [`note_${number}`, note];
    }
  });

  test('a merchant sees what led into its own shop', async () => {
    const [shop = ''] = shopsOf(whole);
    const seen = await seenWith({ own_shop: [shop] });
    let clicks = 0;
    for (const [index, { product, conversion }] of seen.productLinks.nodes.entries()) {
      if (product.shop.id !== shop) expect(conversion).toEqual(POLICY);
      else expect(conversion).toEqual(whole.productLinks.nodes[index]?.conversion);
      clicks += conversion.linkClicks ?? 0;
    }
    expect(seen.conversion).toMatchObject({ linkClicks: clicks, withheld: null });
  });

  test('its author sees all, and another author nothing', async () => {
    expect(await seenWith({ own_author: [whole.author.id] })).toEqual(whole);
    expect((await seenWith({ own_author: ['author_of_others'] })).conversion).toMatchObject(POLICY);
    expect((await seenWith({})).conversion).toMatchObject(POLICY);
  });

  test('those who may see the same of its figures share one subscription', async () => {
    const [shop = ''] = shopsOf(whole);
    const viewers = [STAFF, { own_shop: [shop] }, {}, { own_list: ['list_1'] }].flatMap((rows) => [rows, rows, rows]);
    const clients = viewers.map((rows, index) =>
      wsClient(system.urls.gateway, { connectionParams: issuer.headers(claimsOf(`viewer-${index}`, rows)) }),
    );
    const told = await Promise.all(
      clients.map(async (client) => {
        const { value } = await client.iterate({ query: LIVE, variables: { id } }).next();
        return (value as Live).data.noteConversionUpdated.conversion;
      }),
    );
    const { linkClicks } = (await seenWith({ own_shop: [shop] })).conversion;
    expect(told.map((each) => each.linkClicks)).toEqual([
      ...Array(3).fill(whole.conversion.linkClicks),
      ...Array(3).fill(linkClicks),
      ...Array(6).fill(null),
    ]);
    const metrics = await fetch(`${system.urls.gateway}/metrics`, { headers: issuer.headers(claimsOf('ops', {})) });
    expect(await metrics.text()).toContain('gateway_upstream_subscriptions{subgraph="commerce"} 3');
    await Promise.all(clients.map((client) => client.dispose()));
  });
});
