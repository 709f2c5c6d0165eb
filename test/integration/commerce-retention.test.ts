import { expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { rebuild } from '../../subgraphs/commerce/conversions/keeping/rebuild.ts';
import { retireDays } from '../../subgraphs/commerce/conversions/keeping/retire-days.ts';
import { UnsealableDayError } from '../../subgraphs/commerce/store/events/check-kept.ts';
import { eventDays, makeEventDays } from '../../subgraphs/commerce/store/events/event-days.ts';
import { sealDay, sealedDays } from '../../subgraphs/commerce/store/events/sealed-days.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { forgetEvents, personOf, searchIdOf } from '../kit/commerce/market.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

/** What follows from events. */
const TABLES = [
  'clicks',
  'outcomes',
  'reads',
  'searches',
  'orders',
  'order_facts',
  'refunds',
  'click_days',
  'outcome_days',
  'product_units',
  'search_shops',
  'conversions',
] as const;

/** What else is left of events. */
const LEFT = [
  'event_identities',
  'corrections',
  'conversions',
  'outcomes',
  'reads',
  'searches',
  'order_facts',
  'refunds',
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
      // The groups' ids go on however often all is forgotten.
      all[table] = rows.map((row) => JSON.stringify({ ...row, group_id: null })).sort();
    }
    return all;
  }

  /** Two days of one person's journey: a click and half an order on the first, the rest and a refund of the first on the second. */
  async function recordTwoDays() {
    // Another test may have dropped it.
    await makeEventDays(db(), ['2025-05-02']);
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

  test('stay while anything is missing that follows from them alone', async () => {
    await recordTwoDays();
    await commerce().record(
      {
        eventId: 'read',
        stage: 'READ',
        occurredAt: '2025-05-05T09:00:00+08:00',
        personKey: personOf(1),
        sourceId: 'note_1',
      },
      { eventId: 'search', stage: 'SEARCH', occurredAt: '2025-05-05T09:00:00+08:00', personKey: personOf(1) },
      line('3', 5, '3', 'ORDER_PLACED'),
      visitSent({ eventId: 'visit-2', occurredAt: '2025-05-05T10:30:00+08:00' }),
    );
    commerce().now = new Date('2025-05-05T04:00:01Z');
    await commerce().record({ eventId: 'undo', stage: 'LINK_CLICK', correctsEventId: 'tap-2', retract: true });
    await sealDay(db(), '2025-05-05');
    for (const table of LEFT) {
      const rows = await db().selectFrom(table).selectAll().execute();
      await db().deleteFrom(table).execute();
      await expect(sealDay(db(), '2025-05-05'), table).rejects.toThrow(table);
      await db()
        .insertInto(table)
        .values(rows as never)
        .execute();
    }
    await sealDay(db(), '2025-05-05');
    await db().updateTable('clicks').set({ retired_at: null }).where('event_id', '=', 'tap-2').execute();
    await expect(sealDay(db(), '2025-05-05')).rejects.toThrow('corrections');
    await db().deleteFrom('sealed_days').execute();
  });

  test('are corrected and taken back when they are gone as if they were there; and so it is rebuilt', async () => {
    const read = (eventId: string, more: SentEvent = {}): SentEvent => ({
      eventId,
      stage: 'READ',
      occurredAt: '2025-05-02T09:00:00+08:00',
      personKey: personOf(2),
      sourceId: 'note_1',
      ...more,
    });
    const correctLater = async (dropped: boolean) => {
      await recordTwoDays();
      commerce().now = new Date('2025-05-02T04:00:01Z');
      const visit = visitSent({ eventId: 'visit-2', personKey: personOf(2), occurredAt: '2025-05-02T10:30:00+08:00' });
      await commerce().record(read('read'), read('read-2', { occurredAt: '2025-05-02T08:00:00+08:00' }), visit);
      if (dropped) await retireDays(db(), new Date('2025-05-08T04:00:00Z'), 3);
      commerce().now = new Date('2025-05-08T04:00:00Z');
      const { results } = await commerce().record(
        tapSent({
          eventId: 'fix',
          correctsEventId: 'tap-1',
          occurredAt: '2025-05-02T10:00:00+08:00',
          productLinkId: 'link_12',
        }),
        { eventId: 'undo', stage: 'SHOP_VISIT', correctsEventId: 'visit-1', retract: true },
        { ...line('fix', 2, '1'), correctsEventId: '1', order: { ...line('fix', 2, '1').order, amount: '80.00' } },
        { eventId: 'undo-read', stage: 'READ', correctsEventId: 'read', retract: true },
        read('fix-read', { correctsEventId: 'read-2', sourceId: 'note_2' }),
        read('fix-again', { correctsEventId: 'fix-read' }),
      );
      expect(results.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
        ...Array(5).fill('ACCEPTED'),
        'EVENT_CORRECTS_CORRECTION',
      ]);
      return tables();
    };
    const kept = await correctLater(false);
    await forgetEvents(commerce().database);
    const dropped = await correctLater(true);
    expect(await eventDays(db())).not.toContain('2025-05-02');
    expect(dropped).toEqual(kept);
    await rebuild(db());
    expect(await tables()).toEqual(kept);
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
