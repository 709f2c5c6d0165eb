import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { claimsKeyOf } from '../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, DEVELOPMENT, grantsOf } from '../../gateway/clients/client.ts';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf, searchIdOf } from '../kit/commerce/market.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);
const SCOPES = ['order:read', 'conversion:read', 'conversion:feed', 'event:write'];

/** A partner with these shops. */
function merchant(name: string, ...shops: string[]): Client {
  const rows = { own_shop: shops };
  return { ...ANONYMOUS, kind: 'partner', name, subject: name, grants: grantsOf(SCOPES, rows), rows };
}

const OWNER = merchant('one', 'shop_1');
const OTHER = merchant('two', 'shop_2');

let commerce: TestCommerce;

beforeAll(async () => {
  commerce = await startCommerce(
    { pglite: await createPGlite() },
    {
      COMMERCE_CLAIMS_KEYS: JSON.stringify({ keys: [key.publicJwk] }),
    },
  );
  const sent = [
    tapSent({ eventId: 'tap' }),
    paidSent({ eventId: 'paid' }),
    visitSent({ eventId: 'visit', shopId: 'shop_2' }),
  ];
  expect(await record(DEVELOPMENT, ...sent)).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
});

afterAll(() => commerce.close());

function request(client: Client, path: string, body?: string): Promise<Response> {
  const headers = {
    'x-redcat-claims': minter.claimsOf(client).tokenFor('commerce'),
    ...(body !== undefined && { 'content-type': 'application/json' }),
  };
  return fetch(commerce.url + path, { headers, ...(body !== undefined && { method: 'POST', body }) });
}

// biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
async function ask(client: Client, query: string, variables = {}): Promise<{ data: any; codes: unknown[] }> {
  const response = await request(client, '/graphql', JSON.stringify({ query, variables }));
  const { data, errors = [] } = (await response.json()) as {
    data: unknown;
    errors?: { extensions: { code: string } }[];
  };
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
}

/** What became of each event: its outcome, or why it was rejected. */
async function record(client: Client, ...events: SentEvent[]): Promise<string[]> {
  const query = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { results { outcome error { code } } } }`;
  const { data } = await ask(client, query, { events });
  return data.eventsRecord.results.map(
    (each: { outcome: string; error?: { code: string } }) => each.error?.code ?? each.outcome,
  );
}

async function orderId(): Promise<string> {
  const { data } = await ask(OWNER, '{ shop(id: "shop_1") { orders { nodes { id } } } }');
  return data.shop.orders.nodes[0].id;
}

describe('a merchant', () => {
  test('sees the orders and figures of its own shop, and not another’s', async () => {
    const query = '{ shop(id: "shop_1") { name orders { nodes { id } } conversion { linkClicks } } }';
    const own = await ask(OWNER, query);
    expect(own).toMatchObject({
      data: { shop: { orders: { nodes: [{}] }, conversion: { linkClicks: 1 } } },
      codes: [],
    });
    expect(await ask(OTHER, query)).toEqual({
      data: { shop: { name: own.data.shop.name, orders: null, conversion: null } },
      codes: ['ROW_FORBIDDEN', 'ROW_FORBIDDEN'],
    });
  });

  test('finds another’s order by no id, nor by a reference', async () => {
    const id = await orderId();
    const byId = 'query($id: ID!) { order(id: $id) { id } }';
    const byReference = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id total { amount } } } }`;
    const of = [{ __typename: 'Order', id }];
    expect((await ask(OWNER, byId, { id })).data).toEqual({ order: { id } });
    expect((await ask(OWNER, byReference, { of })).data._entities).toMatchObject([{ id, total: { amount: '129.00' } }]);
    expect((await ask(OTHER, byId, { id })).data).toEqual({ order: null });
    expect(await ask(OTHER, byReference, { of })).toMatchObject({ codes: ['NOT_FOUND'] });
  });

  test('is told of what seeding moved for its own shop alone, by reference, too', async () => {
    const range = { from: '2025-04-28', to: '2025-05-04' };
    const byName = `query($range: DateRange!) { report: upliftReport(range: $range, basis: EXPOSED_VS_CONTROL, shopId: "shop_1") { id } }`;
    const { data } = await ask(OWNER, byName, { range });
    const byReference = `query($of: [_Any!]!) { _entities(representations: $of) { ... on UpliftReport { from } } }`;
    const of = [{ __typename: 'UpliftReport', id: data.report.id }];
    expect(await ask(OWNER, byReference, { of })).toEqual({ data: { _entities: [{ from: range.from }] }, codes: [] });
    expect((await ask(OTHER, byName, { range })).codes).toEqual(['ROW_FORBIDDEN']);
    expect((await ask(OTHER, byReference, { of })).codes).toEqual(['ROW_FORBIDDEN']);
  });

  test('gets no entity straight from the subgraph: not without claims, nor with those for content, of another’s key, or of before', async () => {
    const of = [
      { __typename: 'Order', id: await orderId() },
      { __typename: 'Shop', id: 'shop_1' },
    ];
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id } ... on Shop { orders { nodes { id } } } } }`;
    const body = JSON.stringify({ query, variables: { of } });
    const forged = new ClaimsMinter(claimsKeyOf(generateKeyPairSync('ed25519').privateKey));
    const tokens: Record<string, string | undefined> = {
      'no claims': undefined,
      'claims for content': minter.claimsOf(OWNER).tokenFor('content'),
      'claims by another key': forged.claimsOf(DEVELOPMENT).tokenFor('commerce'),
      'claims that ended': new ClaimsMinter(key, () => Date.now() - 90_000).claimsOf(OWNER).tokenFor('commerce'),
    };
    for (const [what, token] of Object.entries(tokens)) {
      const headers = { 'content-type': 'application/json', ...(token !== undefined && { 'x-redcat-claims': token }) };
      const response = await fetch(`${commerce.url}/graphql`, { method: 'POST', headers, body });
      expect([what, response.status, ((await response.json()) as { data: unknown }).data]).toEqual([what, 401, null]);
    }
    expect((await ask(OWNER, query, { of })).codes).toEqual([]);
  });

  test('is told by the feed of its own shop alone, whatever it asks for, in both of its forms', async () => {
    const query = 'query($filter: ConversionFilter) { conversions(filter: $filter) { nodes { id eventId } } }';
    const told = async (client: Client, filter?: object) =>
      (await ask(client, query, { filter })).data.conversions.nodes.map((each: { eventId: string }) => each.eventId);
    expect(await told(OWNER)).toEqual(['tap', 'paid']);
    expect(await told(OTHER)).toEqual(['visit']);
    expect(await told(OTHER, { shopIds: ['shop_1'] })).toEqual([]);
    expect(await told(DEVELOPMENT)).toEqual(['tap', 'paid', 'visit']);
    const lines = await (await request(OTHER, '/feed/conversions')).text();
    expect(lines).toContain('visit');
    expect(lines).not.toContain('paid');
    expect((await request(ANONYMOUS, '/feed/conversions')).status).toBe(403);
    const { data } = await ask(OWNER, query);
    const reference = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Conversion { eventId } } }`;
    const of = [{ __typename: 'Conversion', id: data.conversions.nodes[0].id }];
    expect((await ask(OWNER, reference, { of })).codes).toEqual([]);
    expect((await ask(OTHER, reference, { of })).codes).toEqual(['NOT_FOUND']);
  });

  test('tells of its own shop alone: events of another shop, link or order are rejected, each for itself', async () => {
    const outcomes = await record(
      OTHER,
      visitSent({ eventId: 'a', shopId: 'shop_1' }),
      tapSent({ eventId: 'b' }),
      paidSent({ eventId: 'c' }),
      visitSent({ eventId: 'd', shopId: 'shop_2' }),
      paidSent({ eventId: 'e', link: 'link_21' }),
    );
    expect(outcomes).toEqual([...Array(3).fill('EVENT_SHOP_FORBIDDEN'), 'ACCEPTED', 'ACCEPTED']);
    const taken = { stage: 'SHOP_VISIT', correctsEventId: 'visit', retract: true };
    expect(await record(OWNER, { ...taken, eventId: 'f' })).toEqual(['EVENT_CORRECTS_UNKNOWN']);
    expect(await record(OTHER, { ...taken, eventId: 'g' })).toEqual(['ACCEPTED']);
  });

  test('sends events over plain HTTP by the same rules', async () => {
    const body = JSON.stringify([visitSent({ eventId: 'h', shopId: 'shop_1' })]);
    expect(await (await request(OTHER, '/events', body)).json()).toMatchObject({ rejected: 1 });
    expect(await (await request(OWNER, '/events', body)).json()).toMatchObject({ accepted: 1 });
    expect((await request(ANONYMOUS, '/events', body)).status).toBe(403);
  });
});

describe('who speaks for a platform', () => {
  const rows = (platform: string) => ({ own_platform: [platform] });
  const speaker = (name: string, platform: string): Client => ({
    ...merchant(name),
    grants: grantsOf(SCOPES, rows(platform)),
    rows: rows(platform),
  });

  test('tells of every shop there, and of none elsewhere', async () => {
    const outcomes = await record(
      speaker('taobao', 'platform_taobao'),
      visitSent({ eventId: 'p1', shopId: 'shop_1' }),
      paidSent({ eventId: 'p2', link: 'link_21' }),
      visitSent({ eventId: 'p3', shopId: 'shop_3' }),
      tapSent({ eventId: 'p4', productLinkId: 'link_31' }),
    );
    expect(outcomes).toEqual(['ACCEPTED', 'ACCEPTED', 'EVENT_PLATFORM_FORBIDDEN', 'EVENT_PLATFORM_FORBIDDEN']);
  });

  test('issues events in its own name: nobody else’s can have theirs', async () => {
    const event = visitSent({ eventId: 'p1', shopId: 'shop_3' });
    const silent = speaker('silent', 'platform_silent');
    expect(await record(silent, event)).toEqual(['ACCEPTED']);
    expect(await record(silent, event)).toEqual(['DUPLICATE']);
    const retraction = { stage: 'SHOP_VISIT', eventId: 'p5', correctsEventId: 'p1', retract: true };
    expect(await record(silent, retraction)).toEqual(['ACCEPTED']);
    expect(await record(speaker('wechat', 'platform_wechat'), { ...retraction, eventId: 'p6' })).toEqual([
      'EVENT_CORRECTS_UNKNOWN',
    ]);
    expect((await ask(OWNER, '{ conversions { nodes { eventId } } }')).data.conversions.nodes).toContainEqual({
      eventId: 'p1',
    });
  });
});

describe('figures of what many share', () => {
  const MODELS = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'];
  const FIGURES =
    'linkClicks shopVisits addToCarts orders creditedOrders newCustomerOrders netSales { amount } conversionRate';
  const RANGE = '{ from: "2025-05-01", to: "2025-05-31" }';
  const AUTHOR = holding({ own_author: ['author_1'] });
  const COMPANY = holding({ own_shop: ['*'] });

  function holding(rows: Record<string, string[]>): Client {
    return { ...ANONYMOUS, kind: 'viewer', name: 'app', subject: 'x', grants: grantsOf(SCOPES, rows), rows };
  }

  beforeAll(async () => {
    const person = (index: number) => ({ personKey: personOf(index) });
    const sent = [
      tapSent({ eventId: 'm1', ...person(7) }),
      tapSent({ eventId: 'm2', productLinkId: 'link_21', ...person(7) }),
      tapSent({ eventId: 'm3', productLinkId: 'link_21', ...person(8), searchId: searchIdOf('跑步鞋') }),
      paidSent({ eventId: 'm4', ...person(7) }),
      paidSent({ eventId: 'm5', link: 'link_21', ...person(8) }),
      paidSent({ eventId: 'm6', link: 'link_21', ...person(7) }, { amount: '7.00' }),
    ];
    expect(await record(DEVELOPMENT, ...sent)).toEqual(sent.map(() => 'ACCEPTED'));
  });

  /** The figures of something in each model, and by day, as a caller sees them. */
  async function seen(client: Client, representation: object, models = MODELS, range: string | null = RANGE) {
    const { __typename: type } = representation as { __typename: string };
    const aliases = models.map(
      (model) => `${model}: conversion(model: ${model}, range: ${range}) { ${FIGURES} byDay { day orders } withheld }`,
    );
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on ${type} { ${aliases.join(' ')} } } }`;
    const { data, codes } = await ask(client, query, { of: [representation] });
    expect(codes).toEqual([]);
    return data._entities[0];
  }

  const note = { __typename: 'Note', id: 'note_1' };
  const link = { __typename: 'ProductLink', id: 'link_21' };
  const product = { __typename: 'Product', id: 'product_21' };

  test('a merchant sees of a note what its own links there did', async () => {
    const own = await seen(DEVELOPMENT, link);
    expect(own.LAST_CLICK).toMatchObject({ linkClicks: 2, orders: 2, withheld: null });
    expect(await seen(OTHER, note)).toEqual(own);
    const whole = await seen(DEVELOPMENT, note);
    expect(whole.LAST_CLICK.orders).toBeGreaterThan(2);
    expect(await seen(merchant('both', 'shop_1', 'shop_2'), note)).toEqual(whole);
    expect(await seen(COMPANY, note)).toEqual(whole);
    expect((await seen(merchant('third', 'shop_3'), note)).LINEAR).toMatchObject({
      linkClicks: 0,
      orders: 0,
      withheld: null,
    });
  });

  test('under READ_THROUGH a merchant sees of a note that leads elsewhere, too, its clicks alone', async () => {
    const { READ_THROUGH: told } = await seen(OTHER, note, ['READ_THROUGH']);
    expect(told).toMatchObject({ linkClicks: 2, orders: null, netSales: null, withheld: 'POLICY' });
  });

  test('an author sees what the own notes and their links did, and no product’s figures', async () => {
    expect(await seen(AUTHOR, note)).toEqual(await seen(DEVELOPMENT, note));
    expect(await seen(AUTHOR, link)).toEqual(await seen(DEVELOPMENT, link));
    expect((await seen(AUTHOR, product)).LINEAR).toMatchObject({ linkClicks: null, withheld: 'POLICY' });
  });

  test('everyone else sees nothing of it, neither its figures nor when they changed', async () => {
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on Note { readToOrderRate conversion { ${FIGURES} withheld freshness { asOf } } } } }`;
    const of = [{ ...note, readCount: 100 }];
    const nothing = { linkClicks: null, orders: null, netSales: null, conversionRate: null, withheld: 'POLICY' };
    for (const client of [holding({}), holding({ own_author: ['author_2'] })]) {
      const { data } = await ask(client, query, { of });
      expect(data._entities[0]).toMatchObject({ readToOrderRate: null, conversion: nothing });
      for (const each of [link, product]) expect((await seen(client, each)).LINEAR).toMatchObject(nothing);
    }
    for (const each of [link, product]) expect((await seen(OWNER, each)).LINEAR).toMatchObject(nothing);
    for (const each of [link, product]) expect((await seen(OTHER, each)).LINEAR).toMatchObject({ linkClicks: 2 });
  });
});

describe('a connected platform', () => {
  const platform = (name: string, sourceType: string): Client => {
    const rows = { own_platform: [`platform_${name}`], own_source: [sourceType] };
    return { ...ANONYMOUS, kind: 'partner', name, subject: name, grants: grantsOf(SCOPES, rows), rows };
  };
  const VIDEO = platform('video', 'clip');
  const MUSIC = platform('music', 'song');
  const click = (eventId: string, link: 'link_11' | 'link_21', more: SentEvent = {}): SentEvent => {
    const { productLinkId: _, ...tap } = tapSent({ eventId, personKey: personOf(9), sourceId: 'clip_1' });
    return { ...tap, platformId: 'platform_taobao', platformProductId: link.replace('link_', 'tb'), ...more };
  };

  test('tells what its own items led to, wherever that was, and nothing else', async () => {
    const read = { stage: 'READ', platformId: undefined, platformProductId: undefined };
    expect(
      await record(
        VIDEO,
        click('one', 'link_11'),
        click('two', 'link_21'),
        click('saw', 'link_11', { ...read, shopId: 'shop_2' }),
        visitSent({ eventId: 'shop' }),
      ),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED', 'EVENT_PLATFORM_FORBIDDEN']);
    for (const stranger of [MUSIC, OWNER]) {
      expect(
        await record(stranger, click('three', 'link_11'), click('seen', 'link_11', { ...read, shopId: 'shop_1' })),
      ).toEqual(Array(2).fill('EVENT_SOURCE_FORBIDDEN'));
    }
    const undo = { eventId: 'undo', stage: 'LINK_CLICK', correctsEventId: 'one', retract: true };
    expect(await record(MUSIC, undo)).toEqual(['EVENT_CORRECTS_UNKNOWN']);
  });

  test('sees what its items did; a merchant what led into its own shops, others nothing', async () => {
    const query = '{ source(id: "clip_1") { conversion { linkClicks withheld } } }';
    const told = async (client: Client) => (await ask(client, query)).data.source.conversion;
    expect(await told(VIDEO)).toEqual({ linkClicks: 2, withheld: null });
    expect(await told(OWNER)).toEqual({ linkClicks: 1, withheld: null });
    for (const stranger of [MUSIC, merchant('none')])
      expect(await told(stranger)).toEqual({ linkClicks: null, withheld: 'POLICY' });
  });
});
