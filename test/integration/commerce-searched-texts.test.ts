import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { askAs, KNOWN_GATEWAY, partner } from '../kit/commerce/callers.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { personOf, searchIdOf } from '../kit/commerce/market.ts';
import { startCommerce, type TestCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const SCOPES = ['conversion:read', 'event:write'];
const COMPANY = partner('content', SCOPES, {
  own_platform: ['platform_xiaohongshu'],
  own_shop: ['*'],
  own_author: ['*'],
});
const MERCHANT = partner('merchant', SCOPES, { own_shop: ['shop_1'] });

const APRIL = { from: '2025-04-08', to: '2025-05-07' };
/** 30 days and 72 hours after April's end. */
const FINAL_AT = Date.parse('2025-06-10T00:00:00+08:00');
const RECORD = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted results { error { code } } } }`;
const ASKED = `query($of: [_Any!]!, $range: DateRange) { _entities(representations: $of) { ... on Search {
  conversion(range: $range) { linkClicks orders netSales { amount } withheld byDay { day } freshness { finality } } } } }`;

describeOnDatabases('what followed a searched text', (fresh) => {
  let commerce: TestCommerce;

  beforeAll(async () => {
    commerce = await startCommerce(await fresh(), { ...KNOWN_GATEWAY, COMMERCE_MIN_PEOPLE: '3' });
    commerce.now = new Date('2025-05-07T10:00:00.000Z');
    await record(COMPANY, ...taps('防晒', [1, 2, 3]), ...taps('帐篷', [4, 5]), ...taps('围巾', [6, 7], 'link_21'));
    await record(COMPANY, ...taps('跑鞋', [8, 9]), ...taps('跑鞋', [10], 'link_21'));
    await record(
      MERCHANT,
      paidSent({ eventId: 'paid', personKey: personOf(1), occurredAt: '2025-05-07T13:00:00+08:00' }),
    );
    await record(MERCHANT, ...taps('帐篷', [1_001, 1_002, 1_003]));
  });
  afterAll(() => commerce.close());

  const taps = (text: string, persons: readonly number[], productLinkId = 'link_11') =>
    persons.map((person) =>
      tapSent({ eventId: `tap-${person}`, personKey: personOf(person), searchId: searchIdOf(text), productLinkId }),
    );

  async function record(caller: typeof COMPANY, ...events: readonly SentEvent[]): Promise<void> {
    const { data } = await askAs(commerce.url, caller, RECORD, { events });
    expect(data.eventsRecord).toEqual({ accepted: events.length, results: events.map(() => ({ error: null })) });
  }

  async function told(caller: typeof COMPANY, text: string, range: object | null = APRIL) {
    const of = [{ __typename: 'Search', id: searchIdOf(text), text }];
    const { data, codes } = await askAs(commerce.url, caller, ASKED, { of, range });
    return codes.length > 0 ? codes : data._entities[0].conversion;
  }

  const NOTHING = { linkClicks: null, orders: null, netSales: null, byDay: null };

  test('is told of a month once it is FINAL, to the companies with its money; and of the newest such month without a range', async () => {
    commerce.now = new Date(FINAL_AT - 1);
    expect(await told(COMPANY, '防晒')).toMatchObject({ ...NOTHING, withheld: 'PERIOD_OPEN' });
    expect(await told(COMPANY, '防晒', null)).toMatchObject({ ...NOTHING, withheld: 'TOO_FEW_PEOPLE' });
    commerce.now = new Date(FINAL_AT);
    const all = { linkClicks: 3, orders: 1, netSales: { amount: '129.00' }, withheld: null, byDay: null };
    // Of another person's search for the same text, however they spelled it.
    for (const text of ['防晒', ' 防晒'])
      expect(await told(COMPANY, text)).toEqual({ ...all, freshness: { finality: 'FINAL' } });
    expect(await told(COMPANY, '防晒', null)).toMatchObject(all);
    expect(await told(MERCHANT, '防晒')).toMatchObject({ ...all, netSales: null, withheld: 'POLICY' });
  });

  test('says nothing of an event that comes later', async () => {
    commerce.now = new Date(FINAL_AT + 1);
    const before = await told(MERCHANT, '防晒');
    const late = { personKey: personOf(2), occurredAt: '2025-05-07T14:00:00+08:00' };
    await record(MERCHANT, paidSent({ eventId: 'late', ...late }));
    await record(COMPANY, ...taps('防晒', [20]));
    expect(await told(MERCHANT, '防晒')).toEqual(before);
  });

  test('is withheld while too few did anything whom a platform told of in its own name, wherever they went', async () => {
    commerce.now = new Date(FINAL_AT);
    for (const text of ['帐篷', '围巾', '没人搜过'])
      for (const caller of [COMPANY, MERCHANT])
        expect(await told(caller, text)).toMatchObject({ ...NOTHING, withheld: 'TOO_FEW_PEOPLE' });
  });

  test('is withheld from a merchant where it led into another’s shop as well', async () => {
    commerce.now = new Date(FINAL_AT);
    expect(await told(MERCHANT, '跑鞋')).toMatchObject({ ...NOTHING, withheld: 'POLICY' });
    expect(await told(COMPANY, '跑鞋')).toMatchObject({ linkClicks: 3, withheld: null });
  });

  test('is told of no other range', async () => {
    for (const [from, to] of [
      ['2025-05-05', '2025-05-05'],
      ['2025-05-05', '2025-05-11'],
      ['2025-04-08', '2025-05-06'],
    ])
      expect(await told(COMPANY, '防晒', { from, to })).toEqual(['RANGE_NO_PERIOD']);
  });
});
