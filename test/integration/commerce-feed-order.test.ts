import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import type { SentArrival } from '../../subgraphs/commerce/conversions/intake/admit-events.ts';
import { insertFeedGroup, type NewConversion } from '../../subgraphs/commerce/store/feed/feed-entries.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { forgetEvents, openMarket, personOf } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { createDatabase } from '../kit/postgres.ts';

const postgresUrl = inject('postgresUrl');

describe.skipIf(postgresUrl === null)('the feed’s order is that of the commits', () => {
  let commerce: Database<CommerceTables>;
  let drop: () => Promise<void>;

  beforeAll(async () => {
    const created = await createDatabase(postgresUrl ?? '');
    drop = created.drop;
    commerce = await openCommerceDatabase({ url: created.url });
    await openMarket(commerce.db);
  });
  beforeEach(() => forgetEvents(commerce));
  afterAll(async () => {
    await commerce?.close();
    await drop?.();
  });

  const record = (...sent: SentEvent[]) =>
    recorderInto(commerce.db).record(
      sent.map((event): SentArrival => ({ platformId: 'platform_taobao', receivedAt: Date.now(), sent: event })),
    );

  /** A writer's transaction that has told the feed of conversions and is not committed until `commit` is called. */
  async function openWriter(...eventIds: string[]) {
    const told = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<void>();
    const done = commerce.db.transaction().execute(async (transaction) => {
      await insertFeedGroup(transaction, {
        recordedAt: new Date(),
        added: eventIds.map(conversionNamed),
        credited: [],
        restated: [],
      });
      told.resolve();
      await gate.promise;
    });
    await told.promise;
    return {
      commit: () => {
        gate.resolve();
        return done;
      },
    };
  }

  test('one writer’s open transaction stops neither writers nor readers, and what it tells is not passed', async () => {
    const reader = new FeedReader();
    const names = () => [...reader.held.values()].map(({ eventId }) => eventId);
    const open = await openWriter('held-1', 'held-2');
    for (const eventId of ['a', 'b', 'c']) {
      await record(visitSent({ eventId }));
      await reader.read(commerce.db, 2);
    }
    expect(names()).toEqual(['a', 'b', 'c']);
    await open.commit();
    await record(visitSent({ eventId: 'd' }));
    await reader.read(commerce.db, 1);
    expect(names()).toEqual(['a', 'b', 'c', 'held-1', 'held-2', 'd']);
    expect(new Set(reader.came).size).toBe(reader.came.length);
  });

  test('a transaction that is rolled back leaves no gap that a reader would wait for', async () => {
    await record(visitSent({ eventId: 'before' }));
    const failing = commerce.db.transaction().execute(async (transaction) => {
      const added = [conversionNamed('never')];
      await insertFeedGroup(transaction, { recordedAt: new Date(), added, credited: [], restated: [] });
      throw new Error('rolled back');
    });
    await expect(failing).rejects.toThrow('rolled back');
    await record(visitSent({ eventId: 'after' }));
    const reader = new FeedReader();
    await reader.read(commerce.db, 1);
    expect([...reader.held.values()].map(({ eventId }) => eventId)).toEqual(['before', 'after']);
  });

  test('of writers and readers all at once, each reader sees each version once and all of them', async () => {
    const writers = Array.from({ length: 4 }, async (_, writer) => {
      for (let batch = 0; batch < 12; batch++) {
        const shopId = `shop_${(writer % 2) + 1}`;
        const personKey = personOf(writer);
        await record(
          ...Array.from({ length: 5 }, (__, index) =>
            visitSent({ eventId: `${writer}-${batch}-${index}`, shopId, personKey }),
          ),
        );
      }
    });
    let writing = true;
    const readers = Array.from({ length: 4 }, async (_, index) => {
      const reader = new FeedReader();
      while (writing) await reader.read(commerce.db, index + 2, 3);
      await reader.read(commerce.db, 100);
      return reader;
    });
    await Promise.all(writers);
    writing = false;
    const [first, ...others] = await Promise.all(readers);
    expect(first?.came).toHaveLength(4 * 12 * 5);
    expect(new Set(first?.came).size).toBe(4 * 12 * 5);
    for (const other of others) expect(other.came).toEqual(first?.came);
  });
});

function conversionNamed(eventId: string): NewConversion {
  const none = {
    source_id: null,
    link_id: null,
    note_id: null,
    product_id: null,
    platform_order_id: null,
    line_id: null,
    quantity: null,
    value_fen: null,
  };
  const at = new Date();
  const named = { conversion: crypto.randomUUID(), event_id: eventId, stage: 'SHOP_VISIT', shop_id: 'shop_1' };
  return { ...none, ...named, version: 1, state: 'REPORTED', occurred_at: at, received_at: at };
}
