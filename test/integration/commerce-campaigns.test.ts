import { Registry } from 'prom-client';
import { describe, expect, test } from 'vitest';
import { createRecorder } from '../../subgraphs/commerce/conversions/recording/recorder.ts';
import { EventDays } from '../../subgraphs/commerce/store/events/event-days.ts';
import { campaignsOf, cny, shownSent } from '../kit/commerce/campaigns.ts';
import { paidSent, tapSent } from '../kit/commerce/events.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const NOON = Date.parse('2025-05-07T04:00:00.000Z');

describeOnDatabases('campaigns', (fresh) => {
  const commerce = useCommerce(fresh);
  const campaigns = campaignsOf(commerce);
  const codesOf = async (...events: Parameters<typeof shownSent>[0][]) =>
    (await commerce().record(...events.map(shownSent))).results.map(({ outcome, error }) => error?.code ?? outcome);

  test('are begun as a draft, once for each idempotency key', async () => {
    const input = { idempotencyKey: 'first', endsOn: '2025-05-31' };
    const [one, two] = await Promise.all([campaigns.create(input), campaigns.create(input)]);
    expect(one).toMatchObject({ campaign: { status: 'DRAFT', spent: { amount: '0.00' } }, userErrors: [] });
    expect(two).toEqual(one);
    const other = await campaigns.create({ ...input, name: '另一个' });
    expect(other.userErrors).toEqual([{ field: ['idempotencyKey'], code: 'IDEMPOTENCY_KEY_REUSED' }]);
  });

  test.each([
    [{ shopId: 'shop_9' }, 'shopId', 'SHOP_UNKNOWN'],
    [{ name: 'a\nb' }, 'name', 'CAMPAIGN_NAME_INVALID'],
    [{ name: '' }, 'name', 'CAMPAIGN_NAME_INVALID'],
    [{ merchantBudget: cny('-1') }, 'merchantBudget', 'MONEY_INVALID'],
    [{ merchantBudget: cny('0.001') }, 'merchantBudget', 'MONEY_INVALID'],
    [{ startsOn: '2025-05-06' }, 'startsOn', 'CAMPAIGN_DAYS_INVALID'],
    [{ endsOn: '2025-05-06' }, 'endsOn', 'CAMPAIGN_DAYS_INVALID'],
    [{ idempotencyKey: '键' }, 'idempotencyKey', 'IDEMPOTENCY_KEY_INVALID'],
  ])('are refused with the field at fault: %o', async (input, field, code) => {
    expect(await campaigns.create(input)).toEqual({ campaign: null, userErrors: [{ field: [field], code }] });
  });

  test('boost notes that lead into the shop, within both budgets', async () => {
    const { campaignId } = await campaigns.running('60.00', '40.00', { budget: cny('70.00') });
    const codes = async (input: object) => (await campaigns.boost(campaignId, input)).userErrors;
    expect(await codes({ budget: cny('30.01') })).toEqual([{ field: ['budget'], code: 'BUDGET_EXCEEDED' }]);
    expect(await codes({ budget: cny('30.00'), fundedBy: 'MARKETPLACE' })).toEqual([]);
    expect(await codes({ budget: cny('500.00'), fundedBy: 'CONTENT_PLATFORM' })).toEqual([]);
    expect(await codes({ noteId: 'note_3' })).toEqual([{ field: ['noteId'], code: 'NOTE_NOT_LINKED' }]);
    expect(await codes({ budget: cny('0') })).toEqual([{ field: ['budget'], code: 'MONEY_INVALID' }]);
    expect(await codes({ fundedBy: null })).toEqual([{ field: ['fundedBy'], code: 'PARTY_REQUIRED' }]);
    const { data } = await commerce().ask(
      `{ _entities(representations: [{ __typename: "Note", id: "note_1" }]) { ... on Note { boosts { nodes { fundedBy campaign { id } } } } }
        shop(id: "shop_1") { campaigns { nodes { id boosts(first: 2) { nodes { budget { amount } } pageInfo { hasNextPage endCursor } } } } } }`,
    );
    const [page] = data.shop.campaigns.nodes;
    expect(page.boosts.nodes.map(({ budget }: { budget: { amount: string } }) => budget.amount).sort()).toHaveLength(2);
    const rest = await campaigns.read(
      campaignId,
      `boosts(first: 2, after: "${page.boosts.pageInfo.endCursor}") { nodes { id } pageInfo { hasNextPage } }`,
    );
    expect(rest.boosts).toMatchObject({ nodes: [{}], pageInfo: { hasNextPage: false } });
    expect(data._entities[0].boosts.nodes).toHaveLength(3);
  });

  test('spend what impressions cost from both budgets in proportion, and the content platform’s boosts beside them', async () => {
    const { campaignId, boostId } = await campaigns.running('60.00', '30.00', { budget: cny('90.00') });
    commerce().now = new Date(NOON + 1_000);
    const { boost } = await campaigns.boost(campaignId, { fundedBy: 'CONTENT_PLATFORM', budget: cny('5.00') });
    expect(
      await codesOf(
        { eventId: '1', boostId },
        { eventId: '1', boostId },
        { eventId: '2', boostId, cost: '0.01' },
        { eventId: '3', boostId: boost.id, cost: '5.00' },
        { eventId: '4', boostId: boost.id, cost: '0.01' },
      ),
    ).toEqual(['ACCEPTED', 'DUPLICATE', 'ACCEPTED', 'ACCEPTED', 'EVENT_BUDGET_SPENT']);
    expect(await campaigns.read(campaignId)).toMatchObject({
      merchantSpent: { amount: '0.68' },
      marketplaceSpent: { amount: '0.33' },
      contentPlatformSpent: { amount: '5.00' },
      spent: { amount: '6.01' },
    });
    const { boosts } = await campaigns.read(campaignId, 'boosts { nodes { impressions spent { amount } } }');
    expect(boosts.nodes).toEqual([
      { impressions: 2, spent: { amount: '1.01' } },
      { impressions: 1, spent: { amount: '5.00' } },
    ]);
  });

  test('get back what a correction or a retraction takes from a cost', async () => {
    const { campaignId, boostId } = await campaigns.running('2.00', '2.00', { budget: cny('4.00') });
    expect(await codesOf({ eventId: '1', boostId, cost: '4.00' })).toEqual(['ACCEPTED']);
    expect(await codesOf({ eventId: '2', boostId, cost: '3.00' })).toEqual(['EVENT_BUDGET_SPENT']);
    const tooMuch = { eventId: 'c0', boostId, cost: '4.01', correctsEventId: '1' };
    expect(await codesOf(tooMuch, { eventId: 'c1', boostId, correctsEventId: '1' })).toEqual([
      'EVENT_BUDGET_SPENT',
      'ACCEPTED',
    ]);
    expect(await codesOf({ eventId: '2', boostId, cost: '3.00' })).toEqual(['ACCEPTED']);
    expect(await campaigns.read(campaignId)).toMatchObject({ spent: { amount: '4.00' } });
    const { results } = await commerce().record({
      eventId: 'r',
      stage: 'IMPRESSION',
      correctsEventId: '2',
      retract: true,
    });
    expect(results[0]?.outcome).toBe('ACCEPTED');
    expect(await campaigns.read(campaignId)).toMatchObject({
      merchantSpent: { amount: '0.50' },
      marketplaceSpent: { amount: '0.50' },
    });
  });

  test('take no cost of what was not shown for their sake, and say why', async () => {
    const { campaignId, boostId } = await campaigns.running('9.00', '0.00', { budget: cny('9.00') });
    expect(
      await codesOf(
        { eventId: '1', boostId, sourceId: 'note_2' },
        { eventId: '2', boostId: 'boost_none' },
        { eventId: '3', boostId, cost: '0.001' },
        { eventId: '4', boostId, stage: 'READ' },
        { eventId: '5', boostId, occurredAt: '2025-05-06T12:00:00+08:00' },
      ),
    ).toEqual([
      'EVENT_BOOST_MISMATCH',
      'EVENT_BOOST_UNKNOWN',
      'EVENT_COST_INVALID',
      'EVENT_BOOST_INVALID',
      'EVENT_BOOST_INACTIVE',
    ]);
    commerce().now = new Date(NOON + 60_000);
    await campaigns.update(campaignId, { status: 'PAUSED' });
    const later = '2025-05-07T12:01:00+08:00';
    expect(await codesOf({ eventId: '6', boostId }, { eventId: '7', boostId, occurredAt: later })).toEqual([
      'ACCEPTED',
      'EVENT_BOOST_INACTIVE',
    ]);
    expect(await campaigns.read(campaignId)).toMatchObject({ status: 'PAUSED', spent: { amount: '1.00' } });
  });

  test('take no cost of what was shown while they were a draft or paused, whenever it is told', async () => {
    const at = (minute: number) => new Date(NOON + minute * 60_000);
    const { campaign } = await campaigns.create();
    const { boost } = await campaigns.boost(campaign.id);
    for (const [minute, status] of [
      [10, 'ACTIVE'],
      [20, 'PAUSED'],
      [30, 'ACTIVE'],
      [40, 'PAUSED'],
    ] as const) {
      commerce().now = at(minute);
      await campaigns.update(campaign.id, { status });
    }
    commerce().now = at(50);
    const shown = [5, 10, 19, 20, 29, 30, 39, 40].map((minute) => ({
      eventId: `at-${minute}`,
      boostId: boost.id,
      occurredAt: at(minute).toISOString(),
    }));
    const inactive = 'EVENT_BOOST_INACTIVE';
    expect(await codesOf(...shown)).toEqual([
      inactive,
      'ACCEPTED',
      'ACCEPTED',
      inactive,
      inactive,
      'ACCEPTED',
      'ACCEPTED',
      inactive,
    ]);
    const ended = await campaigns.create();
    const never = await campaigns.boost(ended.campaign.id);
    await campaigns.update(ended.campaign.id, { status: 'ENDED' });
    expect(await codesOf({ eventId: 'never', boostId: never.boost.id })).toEqual([inactive]);
  });

  test('never spend more than either budget, however many write at once', async () => {
    const { campaignId, boostId } = await campaigns.running('33.33', '16.68', { budget: cny('50.01') });
    const { db } = commerce().database;
    // Past a budget a transaction would fail, and be gone about again: writers have to wait for each other before that.
    const failed: unknown[] = [];
    const recorders = Array.from({ length: 6 }, () =>
      createRecorder({
        recording: { db, days: new EventDays(db), clock: () => new Date(NOON) },
        pullLinks: async () => false,
        mostWaiting: 10_000,
        registry: new Registry(),
        log: { error: (error) => failed.push(error) },
      }),
    );
    const batches = recorders.flatMap((recorder, writer) =>
      Array.from({ length: 5 }, (_, batch) =>
        recorder.record(
          Array.from({ length: 10 }, (_, index) => ({
            platformId: 'platform_taobao',
            receivedAt: NOON,
            sent: shownSent({ eventId: `${writer}-${batch}-${index}`, boostId, cost: index % 2 ? '0.37' : '0.29' }),
          })),
        ),
      ),
    );
    const verdicts = (await Promise.all(batches)).flat();
    expect(failed).toEqual([]);
    const rejected = verdicts.filter(({ outcome }) => outcome === 'REJECTED');
    expect(new Set(rejected.map((verdict) => 'rejection' in verdict && verdict.rejection.code))).toEqual(
      new Set(['EVENT_BUDGET_SPENT']),
    );
    const read = await campaigns.read(campaignId);
    const fen = (money: { amount: string }) => Math.round(Number(money.amount) * 100);
    expect(fen(read.merchantSpent)).toBeLessThanOrEqual(3_333);
    expect(fen(read.marketplaceSpent)).toBeLessThanOrEqual(1_668);
    const left = 5_001 - fen(read.spent);
    expect(left).toBeGreaterThanOrEqual(0);
    expect(left).toBeLessThan(37);
    const { rows } = { rows: await db.selectFrom('boost_costs').selectAll().execute() };
    expect(rows).toHaveLength(verdicts.length - rejected.length);
    expect(rows.reduce((sum, row) => sum + row.merchant_fen + row.marketplace_fen, 0)).toBe(fen(read.spent));
    const { boosts } = await campaigns.read(campaignId, 'boosts { nodes { impressions spent { amount } } }');
    expect(boosts.nodes).toEqual([{ impressions: rows.length, spent: read.spent }]);
  });

  test('tell what their boosted notes led to, and what each yuan brought, in each model', async () => {
    const { campaignId, boostId } = await campaigns.running('10.00', '10.00', { budget: cny('20.00') });
    await commerce().record(
      shownSent({ eventId: 's', boostId, cost: '10.00' }),
      tapSent({ eventId: 't1' }),
      tapSent({ eventId: 't2', productLinkId: 'link_12', occurredAt: '2025-05-07T12:00:01+08:00' }),
      paidSent({ eventId: 'p', occurredAt: '2025-05-07T12:00:02+08:00' }),
    );
    const figures = (model: string) =>
      `conversion(model: ${model}) { linkClicks orders creditedOrders netSales { amount } withheld byDay { day orders } } returnOnAdSpend(model: ${model})`;
    const day = (orders: number) => [{ day: '2025-05-07', orders }];
    expect(await campaigns.read(campaignId, figures('LAST_CLICK'))).toEqual({
      conversion: {
        linkClicks: 1,
        orders: 0,
        creditedOrders: '0.000000',
        netSales: { amount: '0.00' },
        withheld: null,
        byDay: day(0),
      },
      returnOnAdSpend: '0.0000',
    });
    expect(await campaigns.read(campaignId, figures('FIRST_CLICK'))).toMatchObject({
      conversion: { orders: 1, creditedOrders: '1.000000', netSales: { amount: '129.00' }, byDay: day(1) },
      returnOnAdSpend: '12.9000',
    });
    expect(await campaigns.read(campaignId, figures('LINEAR'))).toMatchObject({
      conversion: { orders: 1, creditedOrders: '0.500000', netSales: { amount: '64.50' } },
      returnOnAdSpend: '6.4500',
    });
    const { conversion } = await campaigns.read(
      campaignId,
      'conversion(range: { from: "2025-04-01", to: "2025-04-30" }) { linkClicks orders }',
    );
    expect(conversion).toEqual({ linkClicks: 0, orders: 0 });
  });

  describe('without any boost', () => {
    test('have nothing spent, and no return', async () => {
      const { campaign } = await campaigns.create();
      expect(await campaigns.read(campaign.id, 'returnOnAdSpend conversion { linkClicks }')).toEqual({
        returnOnAdSpend: null,
        conversion: { linkClicks: 0 },
      });
    });
  });
});
