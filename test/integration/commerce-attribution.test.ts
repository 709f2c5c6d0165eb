import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SentArrival } from '../../subgraphs/commerce/conversions/admit-events.ts';
import { orderIdOf } from '../../subgraphs/commerce/conversions/event-name.ts';
import { rebuild } from '../../subgraphs/commerce/conversions/rebuild.ts';
import { loadEvents } from '../../subgraphs/commerce/store/load-events.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { events } from '../kit/commerce/arbitrary-events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { forgetEvents, openMarket } from '../kit/commerce/market.ts';
import { breakTiesBy, figuresOf } from '../kit/commerce/oracle.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';

breakTiesBy((platformOrderId) => orderIdOf('platform_taobao', platformOrderId));

/** Events in any order, cut into batches anywhere. */
const batches = events.chain((all) =>
  fc.record({
    all: fc.constant(all),
    shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
    size: fc.integer({ min: 1, max: 20 }),
  }),
);

describeOnDatabases('attribution of what was recorded', (fresh) => {
  let commerce: Database<CommerceTables>;

  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
    await openMarket(commerce.db);
  });
  afterAll(() => commerce?.close());

  async function record(arrivals: readonly SentArrival[], size: number) {
    for (let at = 0; at < arrivals.length; at += size) {
      const verdicts = await recorderInto(commerce.db).record(arrivals.slice(at, at + size));
      for (const verdict of verdicts)
        expect(verdict).toMatchObject({ outcome: expect.stringMatching(/ACCEPTED|DUPLICATE/) });
    }
  }

  /** What stands in the tables that follow from events, but for what time events were received. */
  async function journeys() {
    const { db } = commerce;
    return {
      orders: await db.selectFrom('orders').selectAll().orderBy('id').execute(),
      visits: await db.selectFrom('outcomes').selectAll().orderBy('conversion').execute(),
      units: await db.selectFrom('product_units').selectAll().orderBy('product_id').execute(),
    };
  }

  it('gives the figures of an independent oracle, in whatever order and batches events come', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ({ all, shuffled, size }) => {
        await forgetEvents(commerce);
        await record(shuffled, size);
        expect(await readFigures(commerce.db)).toEqual(figuresOf(all));
      }),
      { numRuns: 60 },
    );
  });

  it('comes to the same when it is rebuilt from the events', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ({ all, shuffled, size }) => {
        await forgetEvents(commerce);
        await record(shuffled, size);
        const recorded = await journeys();
        await rebuild(commerce.db);
        expect(await journeys()).toEqual(recorded);
        expect(await readFigures(commerce.db)).toEqual(figuresOf(all));
      }),
      { numRuns: 20 },
    );
  });

  it('comes to the same when it is loaded in bulk', async () => {
    await fc.assert(
      fc.asyncProperty(batches, async ({ all, shuffled }) => {
        await forgetEvents(commerce);
        const loaded = await loadEvents(commerce.db, shuffled);
        expect(loaded.refused).toBe(0);
        expect(await readFigures(commerce.db)).toEqual(figuresOf(all));
      }),
      { numRuns: 20 },
    );
  });
});
