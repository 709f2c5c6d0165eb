import { describe, expect, test } from 'vitest';
import type { Stage } from '../../../../../subgraphs/world/commerce/event.ts';
import { periodEvents } from '../../../../../subgraphs/world/commerce/period-events.ts';
import { quotaOf } from '../../../../../subgraphs/world/random/quota.ts';
import { countDirt } from '../../../../../subgraphs/world/truth/dirt.ts';
import { readLedger } from '../../../../../subgraphs/world/truth/ledger.ts';
import { makeWorld } from '../../../../../subgraphs/world/world.ts';

const now = new Date('2026-01-15T12:00:00.000Z');
const STAGES: Stage[] = ['READ', 'ENGAGE', 'SEARCH', 'LINK_CLICK', 'SHOP_VISIT', 'ORDER_PAID'];

describe.each(['S', 'M'] as const)('at %s', (scale) => {
  const world = makeWorld({ scale, seed: 5, now });
  const { dirt: shares } = world.plan.quotas;

  describe.each(['Y0', 'Y1'] as const)('in %s', (key) => {
    const period = world.periods[key];
    const events = () => periodEvents(period, period.engagements);
    const dirt = countDirt(events());
    const visits = Object.values(period.period.groups).reduce(
      (sum, group) => sum + group.clickingBuyers + group.visitors,
      0,
    );
    const clicks = Object.values(period.period.groups).reduce((sum, group) => sum + group.clickers, visits);
    const sizes: Partial<Record<Stage, number>> = {
      READ: period.reads.count,
      ENGAGE: period.engagements.count,
      SEARCH: period.searches?.count ?? 0,
      LINK_CLICK: clicks,
      SHOP_VISIT: visits,
      ORDER_PAID: dirt.orders,
    };

    test.each(STAGES)('%s events come late and by wrong clocks in exact numbers', (stage) => {
      const size = sizes[stage] ?? 0;
      expect(dirt.outOfOrder[stage] ?? 0).toBe(quotaOf(shares.outOfOrder, size));
      expect(dirt.over72HoursLate[stage] ?? 0).toBe(quotaOf(shares.over72HoursLate, size));
      expect(dirt.over7DaysLate[stage] ?? 0).toBe(quotaOf(shares.over7DaysLate, size));
      if (stage === 'READ' || stage === 'ENGAGE' || stage === 'SEARCH')
        expect(dirt.clockSkewed[stage] ?? 0).toBe(quotaOf(shares.clockSkew, size));
    });

    test('orders are split, refunded, clawed back and told twice in exact numbers', () => {
      expect(dirt.splitOrders).toBe(quotaOf(shares.splitOrders, dirt.orders));
      expect(dirt.refundedOrders).toBe(quotaOf(shares.refundedOrders, dirt.orders));
      expect(dirt.refundedAfterSettlement).toBe(quotaOf(shares.refundedAfterSettlement, dirt.refundedOrders));
      expect(dirt.duplicateOrderEvents.ORDER_PAID).toBe(quotaOf(shares.duplicateOrderEvents, dirt.orders));
      expect(dirt.duplicateOrderEvents.ORDER_PLACED).toBe(quotaOf(shares.duplicateOrderEvents, dirt.orders));
      expect(dirt.duplicateOrderEvents.REFUND).toBe(quotaOf(shares.duplicateOrderEvents, dirt.refundedOrders));
    });

    test('taps by no person and taps of people who denied consent are as many as the quotas say', () => {
      expect(readLedger(events(), world.catalog).counts.invalidClicks).toBe(quotaOf(shares.invalidClicks, clicks));
      const denied = Object.values(period.period.groups).reduce((sum, group) => sum + group.deniedJourneys, 0);
      expect(dirt.deniedEvents.LINK_CLICK).toBe(denied);
    });

    test('nothing is told of the days with the data gap', () => {
      expect(dirt.eventsInDataGap).toBe(0);
    });
  });
});

test('who buys without ever clicking is credited to nobody', () => {
  const { periods } = makeWorld({ scale: 'M', seed: 5, now });
  const { buyers, readers } = periods.Y1;
  const unclicked = new Set<number>();
  for (let ordinal = 0; ordinal < buyers.count; ordinal += 1) {
    const { clickAt, read } = buyers.at(ordinal);
    if (clickAt === null) unclicked.add(read.person);
    expect(readers.buysUnclicked(read.person)).toBe(clickAt === null);
  }
  expect(unclicked.size).toBeGreaterThan(100);
});
