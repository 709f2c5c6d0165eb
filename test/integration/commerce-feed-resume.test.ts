import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readFeedFilter } from '../../subgraphs/commerce/feed/feed-filter.ts';
import { loadEvents } from '../../subgraphs/commerce/store/events/load-events.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { withCorrections } from '../kit/commerce/arbitrary-corrections.ts';
import { events } from '../kit/commerce/arbitrary-events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { forgetEvents, openMarket } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';

/**
 * Events in any order, with corrections and retractions between them, cut into batches anywhere; after each one reader reads on, and
 * somebody is cut off after some pages.
 */
const runs = events.chain((all) =>
  fc.record({
    arrivals: fc.shuffledSubarray(all, { minLength: all.length }).chain(withCorrections),
    size: fc.integer({ min: 1, max: 20 }),
    first: fc.integer({ min: 1, max: 7 }),
    cutAfter: fc.integer({ min: 0, max: 5 }),
  }),
);

const MOST_CUT_OFF = 5;

describeOnDatabases('whoever resumes the feed', (fresh) => {
  let commerce: Database<CommerceTables>;

  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
    await openMarket(commerce.db);
  });
  afterAll(() => commerce?.close());

  it('ends with what one who read it live holds, wherever it was cut off', async () => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ arrivals, size, first, cutAfter }) => {
        await forgetEvents(commerce);
        const { db } = commerce;
        const live = new FeedReader();
        const cutOff: FeedReader[] = [];
        for (let at = 0; at < arrivals.length; at += size) {
          await recorderInto(db).record(arrivals.slice(at, at + size));
          if (cutOff.length < MOST_CUT_OFF) {
            const slow = (cutOff.at(-1) ?? live).copy();
            await slow.read(db, first, cutAfter);
            cutOff.push(slow);
          }
          await live.read(db, first);
        }
        for (const reader of [...cutOff, new FeedReader()]) {
          await reader.read(db, first);
          expect(reader.state()).toEqual(live.state());
        }
        expect(new Set(live.came).size).toBe(live.came.length);
      }),
      { numRuns: 8 },
    );
  });

  it('ends with what one holds who reads all and leaves out what the filter does not let through', async () => {
    const filters = [
      { stages: ['ORDER_PAID', 'REFUND'] },
      { shopIds: ['shop_2'] },
      { stages: ['LINK_CLICK'], shopIds: ['shop_1'] },
    ];
    await fc.assert(
      fc.asyncProperty(runs, fc.constantFrom(...filters), async ({ arrivals, size, first }, asked) => {
        await forgetEvents(commerce);
        const { db } = commerce;
        const filtered = new FeedReader(readFeedFilter(asked));
        for (let at = 0; at < arrivals.length; at += size) {
          await recorderInto(db).record(arrivals.slice(at, at + size));
          await filtered.read(db, first);
        }
        const all = new FeedReader();
        await all.read(db, 500);
        const { stages, shopIds } = readFeedFilter(asked);
        const expected = Object.entries(all.state()).filter(
          ([, { stage, shopId }]) => (stages?.includes(stage) ?? true) && (shopIds?.includes(shopId ?? '') ?? true),
        );
        expect(filtered.state()).toEqual(Object.fromEntries(expected));
      }),
      { numRuns: 8 },
    );
  });

  it.each(['recorded', 'loaded in bulk'])('has the totals of the figures by note, of events %s', async (how) => {
    await fc.assert(
      fc.asyncProperty(runs, async ({ arrivals, size }) => {
        await forgetEvents(commerce);
        const { db } = commerce;
        if (how === 'recorded') {
          for (let at = 0; at < arrivals.length; at += size)
            await recorderInto(db).record(arrivals.slice(at, at + size));
        } else {
          await loadEvents(db, arrivals);
        }
        const reader = new FeedReader();
        await reader.read(db, 500);
        expect(totals(reader)).toEqual(await noteTotals(commerce));
      }),
      { numRuns: 6 },
    );
  });
});

const FIGURE_OF: Readonly<Record<string, string>> = {
  LINK_CLICK: 'clicks',
  SHOP_VISIT: 'visits_15d',
  ADD_TO_CART: 'carts_15d',
  ORDER_PAID: 'sales_15d',
};

/** Clicks, visits and sales by note, added up from what a reader holds. */
function totals(reader: FeedReader): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { stage, noteId, value } of reader.held.values()) {
    const figure = FIGURE_OF[stage];
    if (!figure || noteId === null) continue;
    const key = `${noteId} ${figure}`;
    sums[key] = (sums[key] ?? 0) + (value ? Math.round(Number(value.amount) * 100) : 1);
  }
  return sums;
}

/** The same from the figures. */
async function noteTotals({ db }: Database<CommerceTables>): Promise<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const [key, amount] of Object.entries(await readFigures(db))) {
    const [kind, note, , figure] = key.split(' ');
    if (kind !== 'NOTE' || !Object.values(FIGURE_OF).includes(figure ?? '')) continue;
    sums[`${note} ${figure}`] = (sums[`${note} ${figure}`] ?? 0) + amount;
  }
  return sums;
}
