import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, grantsOf } from '../../gateway/clients/client.ts';
import { cny, shownSent } from '../kit/commerce/campaigns.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

/** Which party of a campaign may do what, over HTTP with the gateway's claims. */

const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);
const SCOPES = ['campaign:read', 'campaign:write', 'conversion:read', 'event:write'];

function partner(name: string, rows: Record<string, string[]>): Client {
  return { ...ANONYMOUS, kind: 'partner', name, subject: name, grants: grantsOf(SCOPES, rows), rows };
}

const merchant = partner('merchant', { own_shop: ['shop_1'] });
const other = partner('other', { own_shop: ['shop_2'] });
const marketplace = partner('marketplace', { own_platform: ['platform_taobao'] });
const content = partner('content', { own_shop: ['*'], own_platform: ['platform_xiaohongshu'] });
const strange = partner('strange', { own_platform: ['platform_silent'] });

let commerce: TestCommerce;
let campaignId: string;

beforeAll(async () => {
  const keys = JSON.stringify({ keys: [key.publicJwk] });
  commerce = await startCommerce({ pglite: await createPGlite() }, { COMMERCE_CLAIMS_KEYS: keys });
  const input = {
    shopId: 'shop_1',
    name: '联投',
    merchantBudget: cny('10'),
    startsOn: '2025-05-07',
    idempotencyKey: 'a',
  };
  const refused = await ask(
    other,
    'mutation($input: CampaignCreateInput!) { seen: campaignCreate(input: $input) { userErrors { code } } }',
    { input },
  );
  expect(refused.userErrors).toEqual([{ code: 'SHOP_UNKNOWN' }]);
  const made = await ask(
    merchant,
    'mutation($input: CampaignCreateInput!) { seen: campaignCreate(input: $input) { campaign { id } } }',
    { input },
  );
  campaignId = made.campaign.id;
});

afterAll(() => commerce.close());

// biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
async function ask(client: Client, query: string, variables: object = {}): Promise<any> {
  const headers = {
    'x-redcat-claims': minter.claimsOf(client).tokenFor('commerce'),
    'content-type': 'application/json',
  };
  const body = JSON.stringify({ query, variables });
  const response = await fetch(`${commerce.url}/graphql`, { method: 'POST', headers, body });
  const { data, errors = [] } = (await response.json()) as {
    data: { seen: unknown };
    errors?: { extensions: { code: string } }[];
  };
  return errors[0]?.extensions.code ?? data.seen;
}

const update = async (client: Client, input: object) => {
  const query =
    'mutation($input: CampaignUpdateInput!) { seen: campaignUpdate(input: $input) { userErrors { code } } }';
  const { userErrors } = await ask(client, query, { input: { campaignId, ...input } });
  return userErrors[0]?.code ?? 'done';
};
const boost = async (client: Client, input: object = {}) => {
  const query =
    'mutation($input: BoostAddInput!) { seen: boostAdd(input: $input) { boost { id fundedBy } userErrors { code } } }';
  const given = { campaignId, noteId: 'note_1', budget: cny('1'), idempotencyKey: `${Math.random()}`, ...input };
  const { boost: added, userErrors } = await ask(client, query, { input: given });
  return userErrors[0]?.code ?? added;
};

test('each party sets its own budget, the merchant makes it run, and who is none of them finds nothing', async () => {
  expect(await update(marketplace, { marketplaceBudget: cny('5') })).toBe('done');
  expect(await update(marketplace, { merchantBudget: cny('5') })).toBe('CAMPAIGN_FORBIDDEN');
  expect(await update(merchant, { marketplaceBudget: cny('500') })).toBe('CAMPAIGN_FORBIDDEN');
  expect(await update(marketplace, { status: 'ACTIVE' })).toBe('CAMPAIGN_FORBIDDEN');
  expect(await update(merchant, { status: 'ACTIVE' })).toBe('done');
  for (const nobody of [other, strange]) expect(await update(nobody, { status: 'ENDED' })).toBe('CAMPAIGN_UNKNOWN');
});

test('a boost is its party’s, and nobody adds one in another’s name', async () => {
  expect(await boost(merchant)).toMatchObject({ fundedBy: 'MERCHANT' });
  expect(await boost(marketplace)).toMatchObject({ fundedBy: 'MARKETPLACE' });
  expect(await boost(merchant, { fundedBy: 'CONTENT_PLATFORM' })).toBe('PARTY_REQUIRED');
  expect(await boost(content, { fundedBy: 'CONTENT_PLATFORM' })).toMatchObject({ fundedBy: 'CONTENT_PLATFORM' });
  expect(await boost(other)).toBe('CAMPAIGN_UNKNOWN');
});

test('its parties see it, its results the merchant alone, and others nothing', async () => {
  const seen = (client: Client) =>
    ask(client, 'query($id: ID!) { seen: campaign(id: $id) { id conversion { withheld } } }', { id: campaignId });
  expect(await seen(merchant)).toEqual({ id: campaignId, conversion: { withheld: null } });
  expect(await seen(marketplace)).toEqual({ id: campaignId, conversion: { withheld: 'POLICY' } });
  for (const nobody of [other, strange]) expect(await seen(nobody)).toBeNull();
  const list = '{ seen: shop(id: "shop_1") { campaigns { nodes { id } } } }';
  expect(await ask(marketplace, list)).toEqual({ campaigns: { nodes: [{ id: campaignId }] } });
  expect(await ask(other, list)).toBe('ROW_FORBIDDEN');
});

test('only the content platform tells what a boost costs', async () => {
  const { id } = await boost(merchant);
  const told = async (client: Client, eventId: string) => {
    const query =
      'mutation($events: [EventInput!]!) { seen: eventsRecord(input: { events: $events }) { results { outcome error { code } } } }';
    const { results } = await ask(client, query, { events: [shownSent({ eventId, boostId: id, cost: '0.10' })] });
    return results[0].error?.code ?? results[0].outcome;
  };
  expect(await told(merchant, 'm')).toBe('EVENT_BOOST_FORBIDDEN');
  expect(await told(marketplace, 'p')).toBe('EVENT_BOOST_FORBIDDEN');
  expect(await told(content, 'c')).toBe('ACCEPTED');
});

test('a campaign and its boosts are found by reference by its parties alone', async () => {
  const { id } = await boost(merchant);
  const query = `query($of: [_Any!]!) { seen: _entities(representations: $of) { ... on Boost { id } ... on Campaign { id } } }`;
  for (const reference of [
    { __typename: 'Boost', id },
    { __typename: 'Campaign', id: campaignId },
  ]) {
    const found = (client: Client) => ask(client, query, { of: [reference] });
    for (const party of [merchant, marketplace, content]) expect(await found(party)).toEqual([{ id: reference.id }]);
    for (const nobody of [other, strange]) expect(await found(nobody)).toBe('NOT_FOUND');
  }
});
