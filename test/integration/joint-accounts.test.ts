import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { PlatformArrivals } from '../../subgraphs/commerce/accounts/platform-arrivals.ts';
import { askAs, claimsHeader, hearAs, KNOWN_GATEWAY, partner } from '../kit/commerce/callers.ts';
import { tapSent, visitSent } from '../kit/commerce/events.ts';
import { personOf } from '../kit/commerce/market.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import type { SubgraphProcess } from '../kit/subgraph-process.ts';

const SCOPES = ['shop:read', 'shop:write', 'order:read', 'conversion:read', 'conversion:feed', 'event:write'];
const MERCHANT = partner('merchant', SCOPES, { own_shop: ['shop_1'] });
const OTHER = partner('other-merchant', SCOPES, { own_shop: ['shop_2'] });
const CONTENT = partner('xhs', SCOPES, { own_platform: ['platform_xiaohongshu'] });
const MARKET = partner('taobao', SCOPES, { own_platform: ['platform_taobao'] });
const AGENCY = partner('agency', SCOPES, { joint_shop: ['shop_1'] });
const STAFF = partner('staff', SCOPES, { own_shop: ['*'] });
const BOTH = partner('both', SCOPES, { own_platform: ['platform_taobao', 'platform_xiaohongshu'] });
const PARTIES = [MERCHANT, CONTENT, MARKET];

const CHANGE = (verb: 'Grant' | 'Revoke') => `mutation($shopId: ID!, $party: JointParty) {
  changed: jointAccount${verb}(input: { shopId: $shopId, party: $party }) { jointAccount { status } userErrors { code field } } }`;
const FIGURES = '{ shop(id: "shop_1") { conversion { linkClicks } } }';
const ACCOUNT = `{ shop(id: "shop_1") { jointAccount {
  id status createdAt grants { party revokedAt grantedBy revokedBy } history { party revokedAt } } } }`;

describeOnDatabases('a joint account', (fresh, isShared) => {
  let commerce: TestCommerce;
  let url = '';

  beforeAll(async () => {
    const source = await fresh();
    if ('url' in source) url = source.url;
    commerce = await startCommerce(source, { ...KNOWN_GATEWAY, COMMERCE_LIVE_INTERVAL_MS: '3600000' });
    const sent = [
      tapSent({ eventId: 'a', personKey: personOf(1) }),
      tapSent({ eventId: 'b', personKey: personOf(2), productLinkId: 'link_21' }),
      visitSent({ eventId: 'c', personKey: personOf(1) }),
    ];
    await record(...sent);
  });
  afterAll(() => commerce.close());
  beforeEach(async () => {
    await commerce.database.db.deleteFrom('joint_grants').execute();
    // What is kept of accounts knows nothing of rows that a test takes away.
    await change('Grant', MERCHANT);
    await change('Revoke', MERCHANT);
    await commerce.database.db.deleteFrom('joint_grants').execute();
  });

  const record = (...events: object[]) =>
    askAs(
      commerce.url,
      partner('everyone', SCOPES, { own_shop: ['*'] }),
      'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }',
      { events },
    );
  const change = async (verb: 'Grant' | 'Revoke', client = MERCHANT, more: object = {}, origin = commerce.url) => {
    const { data, codes } = await askAs(origin, client, CHANGE(verb), { shopId: 'shop_1', ...more });
    expect(codes).toEqual([]);
    return data.changed.userErrors[0]?.code ?? data.changed.jointAccount.status;
  };
  const open = async () => {
    for (const party of PARTIES) await change('Grant', party);
  };
  const seen = async (client = AGENCY, origin = commerce.url) => {
    const { data, codes } = await askAs(origin, client, FIGURES);
    return codes[0] ?? data.shop.conversion;
  };
  const feed = (query = '', client = AGENCY) =>
    fetch(`${commerce.url}/feed/conversions?${query}`, { headers: claimsHeader(client) });

  test('is found by reference by its parties alone', async () => {
    await open();
    const query = `query($of: [_Any!]!) { _entities(representations: $of) { ... on JointAccount { status } } }`;
    const found = (client: typeof MERCHANT) =>
      askAs(commerce.url, client, query, { of: [{ __typename: 'JointAccount', id: 'account_1' }] });
    for (const party of PARTIES) {
      expect(await found(party)).toMatchObject({ data: { _entities: [{ status: 'ACTIVE' }] }, codes: [] });
    }
    expect((await found(OTHER)).codes).toEqual(['NOT_FOUND']);
  });

  test('is ACTIVE while all three parties’ grants stand, and keeps what each did', async () => {
    expect((await askAs(commerce.url, MERCHANT, ACCOUNT)).data.shop.jointAccount).toBeNull();
    expect(await change('Grant', MERCHANT)).toBe('PENDING');
    commerce.now = new Date('2025-05-07T05:00:00.000Z');
    expect(await change('Grant', CONTENT)).toBe('PENDING');
    expect(await change('Grant', MARKET)).toBe('ACTIVE');
    expect(await change('Grant', MARKET)).toBe('ACTIVE');
    commerce.now = new Date('2025-05-07T06:00:00.000Z');
    expect(await change('Revoke', CONTENT)).toBe('SUSPENDED');
    expect(await change('Revoke', MERCHANT)).toBe('SUSPENDED');
    expect(await change('Revoke', MARKET)).toBe('REVOKED');
    expect(await change('Revoke', MARKET)).toBe('REVOKED');
    expect(await change('Grant', MARKET)).toBe('SUSPENDED');
    commerce.now = new Date('2025-05-07T04:00:00.000Z');
    const revoked = '2025-05-07T06:00:00.000Z';
    expect((await askAs(commerce.url, MERCHANT, ACCOUNT)).data.shop.jointAccount).toEqual({
      id: 'account_1',
      status: 'SUSPENDED',
      createdAt: '2025-05-07T04:00:00.000Z',
      grants: [
        { party: 'CONTENT_PLATFORM', revokedAt: revoked, grantedBy: null, revokedBy: null },
        { party: 'MARKETPLACE', revokedAt: null, grantedBy: null, revokedBy: null },
        { party: 'MERCHANT', revokedAt: revoked, grantedBy: 'merchant', revokedBy: 'merchant' },
      ],
      history: [
        { party: 'MARKETPLACE', revokedAt: null },
        { party: 'MARKETPLACE', revokedAt: revoked },
        { party: 'CONTENT_PLATFORM', revokedAt: revoked },
        { party: 'MERCHANT', revokedAt: revoked },
      ],
    });
  });

  test('has each party grant and take back its own part alone', async () => {
    expect(await change('Grant', OTHER)).toBe('PARTY_FORBIDDEN');
    expect(await change('Grant', AGENCY)).toBe('PARTY_FORBIDDEN');
    expect(await change('Grant', STAFF)).toBe('PARTY_FORBIDDEN');
    expect(await change('Grant', MERCHANT, { party: 'MARKETPLACE' })).toBe('PARTY_FORBIDDEN');
    expect(await change('Revoke', MERCHANT)).toBe('GRANT_UNKNOWN');
    expect(await change('Grant', BOTH)).toBe('PARTY_REQUIRED');
    expect(await change('Grant', BOTH, { party: 'MARKETPLACE' })).toBe('PENDING');
    expect(await change('Grant', MARKET, { shopId: 'shop_3' })).toBe('PARTY_FORBIDDEN');
    expect(await change('Grant', MERCHANT, { shopId: 'shop_9' })).toBe('SHOP_UNKNOWN');
    expect(await change('Grant', MERCHANT, { shopId: 'note_1' })).toBe('ID_INVALID');
    const { codes } = await askAs(commerce.url, OTHER, ACCOUNT);
    expect(codes).toEqual(['ROW_FORBIDDEN']);
  });

  test('takes a bounded number of grants a day from each party', async () => {
    for (let turn = 0; turn < 20; turn++) {
      expect(await change('Grant', MERCHANT)).toBe(turn === 0 ? 'PENDING' : 'PENDING');
      expect(await change('Revoke', MERCHANT)).toBe('REVOKED');
    }
    expect(await change('Grant', MERCHANT)).toBe('GRANTS_TOO_MANY');
    expect(await change('Grant', CONTENT)).toBe('SUSPENDED');
  });

  test('lets a partner see what the merchant sees, of this shop alone, and at the next query no more', async () => {
    expect(await seen()).toBe('ROW_FORBIDDEN');
    expect(await (await feed()).text()).not.toContain('shop_1');
    await open();
    expect(await seen()).toEqual(await seen(MERCHANT));
    expect((await askAs(commerce.url, AGENCY, FIGURES.replace('shop_1', 'shop_2'))).codes).toEqual(['ROW_FORBIDDEN']);
    const told = await (await feed()).text();
    expect([told.includes('"shop_1"'), told.includes('"shop_2"')]).toEqual([true, false]);
    for (const party of PARTIES) {
      await change('Revoke', party);
      expect(await seen()).toBe('ROW_FORBIDDEN');
      expect(await seen(MERCHANT)).toMatchObject({ linkClicks: 1 });
      const { data } = await askAs(commerce.url, AGENCY, '{ conversions { nodes { id } } }');
      expect(data.conversions.nodes).toEqual([]);
      await change('Grant', party);
      expect(await seen()).toMatchObject({ linkClicks: 1 });
    }
  });

  test('tells a partner’s subscription to the shop that it is over, once, and narrows the one to a note', async () => {
    await open();
    const shop = hearAs(
      commerce.url,
      AGENCY,
      'subscription { shopConversionUpdated(shopId: "shop_1") { conversion { linkClicks } } }',
    );
    const note = hearAs(
      commerce.url,
      AGENCY,
      'subscription { noteConversionUpdated(noteId: "note_1") { conversion { linkClicks withheld } } }',
    );
    expect((await shop.next()).value).toEqual({ shopConversionUpdated: { conversion: { linkClicks: 1 } } });
    expect((await note.next()).value).toEqual({
      noteConversionUpdated: { conversion: { linkClicks: 1, withheld: null } },
    });
    await change('Revoke', CONTENT);
    expect((await shop.next()).value).toBe('ROW_FORBIDDEN');
    expect((await shop.next()).done).toBe(true);
    const narrowed = { linkClicks: null, withheld: 'POLICY' };
    expect((await note.next()).value).toEqual({ noteConversionUpdated: { conversion: narrowed } });
    await change('Grant', CONTENT);
    const figures = async () => (await note.next()).value as { noteConversionUpdated: { conversion: object } };
    await expect.poll(async () => (await figures()).noteConversionUpdated.conversion).toMatchObject({ linkClicks: 1 });
    await note.return(undefined);
  });

  test('ends a feed that a partner follows, with the cursor at which to go on', async () => {
    await open();
    const response = await feed('follow=true');
    const [beginning, whole] = response.body?.tee() ?? [];
    await beginning?.getReader().read();
    await change('Revoke', MARKET);
    const lines = (await new Response(whole).text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { cursor: string; shopId?: string });
    expect(new Set(lines.flatMap(({ shopId }) => shopId ?? []))).toEqual(new Set(['shop_1']));
    const last = lines.at(-1)?.cursor ?? '';
    await change('Grant', MARKET);
    const rest = await (await feed(`after=${encodeURIComponent(last)}`)).text();
    expect(rest.trim().split('\n')).toHaveLength(1);
  });

  test('has what a partner tells of the shop taken while it is ACTIVE', async () => {
    const send = async (eventId: string) => {
      const query =
        'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { results { outcome } } }';
      const events = [visitSent({ eventId, personKey: null })];
      return (await askAs(commerce.url, AGENCY, query, { events })).data.eventsRecord.results[0].outcome;
    };
    const post = async (eventId: string) => {
      const headers = { ...claimsHeader(AGENCY), 'content-type': 'application/json' };
      const body = JSON.stringify([visitSent({ eventId, personKey: null })]);
      const response = await fetch(`${commerce.url}/events`, { method: 'POST', headers, body });
      return ((await response.json()) as { accepted: number }).accepted;
    };
    expect([await send('x'), await post('x')]).toEqual(['REJECTED', 0]);
    await open();
    expect([await send('y'), await post('z')]).toEqual(['ACCEPTED', 1]);
  });

  test('tells of data gaps, which platforms declare for themselves, and so do figures of a range with one', async () => {
    await open();
    const DECLARE = `mutation($input: DataGapDeclareInput!) { dataGapDeclare(input: $input) {
      dataGap { startedAt endedAt reason declared platform { id } } userErrors { code } } }`;
    const gap = { platformId: 'platform_taobao', startedAt: '2025-05-02T00:00:00.000Z', reason: '系统维护' };
    const declare = async (client = MARKET, more: object = {}) => {
      const { data } = await askAs(commerce.url, client, DECLARE, { input: { ...gap, ...more } });
      return data.dataGapDeclare.userErrors[0]?.code ?? data.dataGapDeclare.dataGap;
    };
    expect(await declare(MERCHANT)).toBe('PLATFORM_FORBIDDEN');
    expect(await declare(CONTENT)).toBe('PLATFORM_FORBIDDEN');
    expect(await declare(MARKET, { startedAt: '2030-01-01T00:00:00.000Z' })).toBe('GAP_INVALID');
    expect(await declare(MARKET, { endedAt: gap.startedAt })).toBe('GAP_INVALID');
    expect(await declare(MARKET, { reason: ' ' })).toBe('GAP_INVALID');
    expect(await declare()).toMatchObject({ endedAt: null, declared: true, platform: { id: 'platform_taobao' } });
    expect(await declare(MARKET, { endedAt: '2025-05-04T00:00:00.000Z' })).toMatchObject({ reason: '系统维护' });
    const gaps = '{ startedAt endedAt }';
    const query = `{ shop(id: "shop_1") { jointAccount { dataGaps ${gaps} }
      during: conversion(range: { from: "2025-05-03", to: "2025-05-03" }) { dataGaps ${gaps} }
      before: conversion(range: { from: "2025-04-03", to: "2025-05-01" }) { dataGaps ${gaps} }
      ever: conversion { dataGaps ${gaps} } } }`;
    const told = [{ startedAt: gap.startedAt, endedAt: '2025-05-04T00:00:00.000Z' }];
    expect((await askAs(commerce.url, AGENCY, query)).data.shop).toEqual({
      jointAccount: { dataGaps: told },
      during: { dataGaps: told },
      before: { dataGaps: [] },
      ever: { dataGaps: told },
    });
    const reports = (day: string, week: string) => `{ shop(id: "shop_1") {
      funnel(range: ${day}) { dataGaps ${gaps} } audience(range: ${day}) { dataGaps ${gaps} }
      repurchase(range: ${day}) { dataGaps ${gaps} } incrementality(range: ${week}) { dataGaps ${gaps} } }
      yearly: upliftReport(range: ${day}, basis: YEAR_OVER_YEAR, shopId: "shop_1") { dataGaps ${gaps} }
      exposed: upliftReport(range: ${week}, basis: EXPOSED_VS_CONTROL, shopId: "shop_1") { dataGaps ${gaps} } }`;
    const seenIn = async (day: string, week: readonly [string, string]) => {
      const [own, long] = [`{ from: "${day}", to: "${day}" }`, `{ from: "${week[0]}", to: "${week[1]}" }`];
      const { shop, ...uplift } = (await askAs(commerce.url, AGENCY, reports(own, long))).data;
      return [...Object.values(shop), ...Object.values(uplift)];
    };
    expect(await seenIn('2025-05-03', ['2025-04-28', '2025-05-04'])).toEqual(Array(6).fill({ dataGaps: told }));
    expect(await seenIn('2025-05-05', ['2025-05-05', '2025-05-11'])).toEqual(Array(6).fill({ dataGaps: [] }));
    const AFTER_A_YEAR = '{ from: "2026-05-03", to: "2026-05-03" }';
    const later = `{ upliftReport(range: ${AFTER_A_YEAR}, basis: YEAR_OVER_YEAR, shopId: "shop_1") { dataGaps ${gaps} }
      shop(id: "shop_1") { commissionTotals { dataGaps ${gaps} } }
      _entities(representations: [{ __typename: "SearchInsights", from: "2025-05-02", to: "2025-05-02" }]) {
        ... on SearchInsights { dataGaps ${gaps} } } }`;
    expect((await askAs(commerce.url, MERCHANT, later)).data).toEqual({
      upliftReport: { dataGaps: told },
      shop: { commissionTotals: { dataGaps: told } },
      _entities: [{ dataGaps: told }],
    });
  });

  test('notices where events of a platform stop coming, until they come again', async () => {
    const { db } = commerce.database;
    const arrivals = new PlatformArrivals();
    const HOUR = 3_600_000;
    const gaps = async () => {
      const rows = await db.selectFrom('data_gaps').selectAll().where('declared_by', 'is', null).execute();
      return rows.map(({ started_at, ended_at }) => [
        started_at.getTime() / HOUR,
        ended_at && ended_at.getTime() / HOUR,
      ]);
    };
    arrivals.note('platform_taobao', 1_000 * HOUR);
    arrivals.note('platform_taobao', 1_001 * HOUR);
    await arrivals.look(db, new Date(1_002 * HOUR), 6 * HOUR);
    expect(await gaps()).toEqual([]);
    for (const hour of [1_008, 1_009]) await arrivals.look(db, new Date(hour * HOUR), 6 * HOUR);
    expect(await gaps()).toEqual([[1_001, null]]);
    arrivals.note('platform_taobao', 1_010 * HOUR);
    await arrivals.look(db, new Date(1_011 * HOUR), 6 * HOUR);
    expect(await gaps()).toEqual([[1_001, 1_010]]);
  });

  if (isShared) {
    describe('of several processes', () => {
      let other: SubgraphProcess;
      let there = '';

      beforeAll(async () => {
        other = runCommerce({ ...KNOWN_GATEWAY, COMMERCE_DATABASE_URL: url, COMMERCE_LIVE_INTERVAL_MS: '3600000' });
        there = await other.listening();
      });
      afterAll(() => other[Symbol.asyncDispose]());

      test('holds in each of them within moments, in queries, feeds and subscriptions', async () => {
        await open();
        await expect.poll(() => seen(AGENCY, there)).toMatchObject({ linkClicks: 1 });
        const live = 'subscription { shopConversionUpdated(shopId: "shop_1") { conversion { linkClicks } } }';
        const shop = hearAs(there, AGENCY, live);
        expect((await shop.next()).value).toMatchObject({ shopConversionUpdated: {} });
        const followed = await fetch(`${there}/feed/conversions?follow=true`, { headers: claimsHeader(AGENCY) });
        const reading = followed.text();
        await change('Revoke', MERCHANT);
        expect((await shop.next()).value).toBe('ROW_FORBIDDEN');
        expect((await shop.next()).done).toBe(true);
        await reading;
        await expect.poll(() => seen(AGENCY, there)).toBe('ROW_FORBIDDEN');
      });
    });
  }
});
