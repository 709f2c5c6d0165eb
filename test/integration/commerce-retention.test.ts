import { expect, test } from 'vitest';
import { rebuild } from '../../subgraphs/commerce/conversions/rebuild.ts';
import { retireDays } from '../../subgraphs/commerce/conversions/retire-days.ts';
import { eventDays } from '../../subgraphs/commerce/store/event-days.ts';
import { sealDay, sealedDays, UnsealableDayError } from '../../subgraphs/commerce/store/sealed-days.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { searchIdOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

/** What follows from events. */
const TABLES = [
  'clicks',
  'outcomes',
  'orders',
  'order_facts',
  'refunds',
  'click_days',
  'outcome_days',
  'product_units',
  'search_people',
  'search_shops',
  'conversions',
] as const;

const tap = (eventId: string, day: number) =>
  tapSent({ eventId, occurredAt: `2025-05-0${day}T10:00:00+08:00`, searchId: searchIdOf('防晒') });
const line = (eventId: string, day: number, number: string, stage = 'ORDER_PAID') =>
  paidSent(
    { eventId, stage, occurredAt: `2025-05-0${day}T11:00:00+08:00` },
    { platformOrderId: 'split', platformLineId: number, amount: '50.00' },
  );

describeOnDatabases('the raw events of an old day', (fresh) => {
  const commerce = useCommerce(fresh);
  const db = () => commerce().database.db;

  /** All rows, each table's in an order of their own. */
  async function tables() {
    const all: Record<string, string[]> = {};
    for (const table of TABLES) {
      const rows = await db().selectFrom(table).selectAll().execute();
      all[table] = rows.map((row) => JSON.stringify(row)).sort();
    }
    return all;
  }

  /** Two days of one person's journey: a click and half an order on the first, the rest and a refund of the first on the second. */
  async function recordTwoDays() {
    commerce().now = new Date('2025-05-02T04:00:00Z');
    const first = [
      tap('tap-1', 2),
      visitSent({ eventId: 'visit-1', occurredAt: '2025-05-02T10:30:00+08:00' }),
      line('1', 2, '1'),
    ];
    await commerce().record(...first);
    commerce().now = new Date('2025-05-05T04:00:00Z');
    const second = [tap('tap-2', 5), line('2', 5, '2'), line('back', 5, '1', 'REFUND')];
    expect(await commerce().record(...second)).toMatchObject({ accepted: 3 });
    return { first, second };
  }

  test('stay where nothing follows from them, or where they are not those that were sealed', async () => {
    await recordTwoDays();
    await sealDay(db(), '2025-05-05');
    await db().deleteFrom('events').where('event_id', '=', 'back').execute();
    await expect(sealDay(db(), '2025-05-05')).rejects.toThrow(UnsealableDayError);
    await db().deleteFrom('clicks').where('event_id', '=', 'tap-1').execute();
    await expect(retireDays(db(), new Date('2025-05-07T04:00:00Z'), 3)).rejects.toThrow(UnsealableDayError);
    expect(await eventDays(db())).toContain('2025-05-02');
    await db().deleteFrom('sealed_days').execute();
  });

  test('go once they are sealed; sent again they are duplicates, and a rebuild finds every table as it was', async () => {
    const { first } = await recordTwoDays();
    const before = await tables();
    await retireDays(db(), new Date('2025-05-07T04:00:00Z'), 3);
    expect(await eventDays(db())).not.toContain('2025-05-02');
    expect(await eventDays(db())).toContain('2025-05-05');
    expect(await sealedDays(db())).toMatchObject([{ day: '2025-05-02', events: 3 }]);
    expect(await tables()).toEqual(before);
    expect(await commerce().record(...first)).toMatchObject({ accepted: 0, duplicates: 3 });
    expect(await rebuild(db())).toBe(3);
    expect(await tables()).toEqual(before);
    commerce().now = new Date('2025-05-07T04:00:00Z');
    expect(await commerce().record(line('done', 7, '1', 'ORDER_RECEIVED'))).toMatchObject({ accepted: 1 });
    await db().deleteFrom('sealed_days').execute();
  });
});
