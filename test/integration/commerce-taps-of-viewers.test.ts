import { createHmac, generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, DEVELOPMENT } from '../../gateway/clients/client.ts';
import { paidSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { jumpCodeOf } from '../kit/commerce/market.ts';
import { PHONE } from '../kit/commerce/taps.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const SHARED_KEY = 'the key that the platforms share';
const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);
const OPEN = `mutation($input: ProductLinkOpenInput!) { productLinkOpen(input: $input) { click { id } userErrors { code } } }`;

const viewer = (subject: string): Client => ({ ...ANONYMOUS, kind: 'viewer', name: 'app', subject });

let commerce: TestCommerce;

beforeAll(async () => {
  commerce = await startCommerce(
    { pglite: await createPGlite() },
    { COMMERCE_CLAIMS_KEYS: JSON.stringify({ keys: [key.publicJwk] }), COMMERCE_PERSON_KEY: SHARED_KEY },
  );
});
afterAll(() => commerce.close());

const headers = (client: Client) => ({ 'x-redcat-claims': minter.claimsOf(client).tokenFor('commerce') });
const figures = () => readFigures(commerce.database.db);
const jump = (client: Client) =>
  fetch(`${commerce.url}/l/${jumpCodeOf('link_11')}`, {
    redirect: 'manual',
    headers: { ...PHONE, ...headers(client) },
  });
const kept = () =>
  commerce.database.db.selectFrom('clicks').select(['person', 'invalid']).orderBy('occurred_at').execute();

async function post(client: Client, query: string, variables: object) {
  const response = await fetch(`${commerce.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers(client) },
    body: JSON.stringify({ query, variables }),
  });
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
  return (await response.json()) as any;
}

test('a tap at a link’s address is the verified viewer’s: a second one within a second is invalid traffic, another’s is not', async () => {
  for (const who of [viewer('ann'), viewer('ann'), viewer('bob'), ANONYMOUS, ANONYMOUS]) {
    expect((await jump(who)).status).toBe(302);
  }
  await expect.poll(async () => (await kept()).length).toBe(5);
  const taps = await kept();
  expect(taps.filter(({ invalid }) => invalid)).toHaveLength(1);
  expect(new Set(taps.map(({ person }) => person && Buffer.from(person).toString('hex')))).toEqual(
    new Set([...['ann', 'bob'].map((who) => createHmac('sha256', SHARED_KEY).update(who).digest('hex')), null]),
  );
  expect(await figures()).toMatchObject({ 'LINK link_11 2025-05-07 clicks': 4 });
});

test('what the person buys is credited to it without the click’s id', async () => {
  commerce.now = new Date(commerce.now.getTime() + 60_000);
  const personKey = createHmac('sha256', SHARED_KEY).update('eve').digest('hex');
  const { data } = await post(viewer('eve'), OPEN, { input: { productLinkId: 'link_11', client: 'WECHAT' } });
  expect(data.productLinkOpen.userErrors).toEqual([]);
  const paid = paidSent({ eventId: 'paid', personKey, occurredAt: '2025-05-07T12:01:30+08:00' });
  const sent = await post(
    DEVELOPMENT,
    'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }',
    { events: [paid] },
  );
  expect(sent.data.eventsRecord.accepted).toBe(1);
  expect(await figures()).toMatchObject({ 'LINK link_11 2025-05-07 orders_24h': 1 });
});

test('a name that two viewers give to their taps names a tap of each', async () => {
  const input = { productLinkId: 'link_11', client: 'WECHAT', idempotencyKey: 'one' };
  const clicks = [];
  for (const who of ['fay', 'gus', 'fay']) {
    const { data } = await post(viewer(who), OPEN, { input });
    clicks.push(data.productLinkOpen.click.id);
  }
  expect(clicks[2]).toBe(clicks[0]);
  expect(clicks[1]).not.toBe(clicks[0]);
});
