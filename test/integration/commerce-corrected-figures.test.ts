import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SentArrival } from '../../subgraphs/commerce/conversions/intake/admit-events.ts';
import { rebuild } from '../../subgraphs/commerce/conversions/keeping/rebuild.ts';
import { loadEvents } from '../../subgraphs/commerce/store/events/load-events.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { cameRight, withCorrections } from '../kit/commerce/arbitrary-corrections.ts';
import { events } from '../kit/commerce/arbitrary-events.ts';
import { tapSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { forgetEvents, openMarket } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import { compareFigures, tellDifferences } from '../oracle/compare-figures.ts';
import { expectedFigures, type Figure } from '../oracle/expected-figures.ts';
import { readRawEvents, readStoredFigures } from '../oracle/stored-figures.ts';

const HOUR = 3_600_000;
const START = Date.parse('2025-05-01T04:00:00.000Z');

/** Events with corrections between them, cut into groups anywhere, each some time after the one before. */
function groups(waits: readonly number[]) {
  const cut = fc.record({ size: fc.integer({ min: 1, max: 20 }), wait: fc.constantFrom(...waits) });
  return fc
    .record({
      arrivals: events
        .chain((all) => fc.shuffledSubarray(all, { minLength: all.length }))
        .chain((shuffled) => withCorrections(shuffled)),
      cuts: fc.array(cut, { minLength: 100, maxLength: 100 }),
    })
    .map(({ arrivals, cuts }) => {
      const made: { recordedAt: number; arrivals: SentArrival[] }[] = [];
      let [from, at] = [0, START];
      for (const { size, wait } of cuts) {
        if (from >= arrivals.length) break;
        at += wait;
        made.push({ recordedAt: at, arrivals: arrivals.slice(from, from + size) });
        from += size;
      }
      return made;
    });
}

/** A case that fails is told as it is, with its seed: to make it smaller takes longer than a test may. */
const RUNS = { numRuns: 8, endOnFailure: true };

const anyTime = groups([0, 1, HOUR, 13 * HOUR, 100 * HOUR, 240 * HOUR, 800 * HOUR]);
const beforeFinal = groups([0, 1, 1_000]);

describeOnDatabases('figures of corrected events', (fresh) => {
  let commerce: Database<CommerceTables>;
  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
    await openMarket(commerce.db);
  });
  afterAll(() => commerce?.close());

  const query = (text: string) => sql.raw(text).execute(commerce.db);

  async function record(made: readonly { recordedAt: number; arrivals: readonly SentArrival[] }[]) {
    let now = START;
    const recorder = recorderInto(commerce.db, () => new Date(now));
    for (const { recordedAt, arrivals } of made) {
      now = recordedAt;
      for (const verdict of await recorder.record(arrivals)) {
        const told = 'rejection' in verdict ? verdict.rejection.code : verdict.outcome;
        expect(['ACCEPTED', 'DUPLICATE', 'EVENT_CORRECTS_RETRACTED']).toContain(told);
      }
    }
  }

  async function differences(): Promise<string> {
    const expected = await expectedFigures(await readRawEvents(query));
    return tellDifferences(compareFigures(expected, await readStoredFigures(query)));
  }

  async function feed() {
    const reader = new FeedReader();
    await reader.read(commerce.db, 500);
    return Object.values(reader.state())
      .filter(({ state }) => state !== 'RETRACTED')
      .map(({ changedAt: _c, receivedAt: _r, version: _v, state: _s, ...rest }) => rest);
  }

  const stored = async () =>
    (await readStoredFigures(query)).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));

  it('are those of the events had they come so at first, before they are FINAL; and so is the feed', async () => {
    await fc.assert(
      fc.asyncProperty(beforeFinal, async (made) => {
        await forgetEvents(commerce);
        await record(made);
        const corrected = { figures: await stored(), feed: await feed() };
        await forgetEvents(commerce);
        await record([{ recordedAt: START, arrivals: cameRight(made.flatMap(({ arrivals }) => arrivals)) }]);
        expect(corrected).toEqual({ figures: await stored(), feed: await feed() });
      }),
      RUNS,
    );
  });

  it('are those of an independent oracle at any time, with adjustments where they were FINAL', async () => {
    await fc.assert(
      fc.asyncProperty(anyTime, async (made) => {
        await forgetEvents(commerce);
        await record(made);
        expect(await differences()).toBe('0 figures differ');
      }),
      RUNS,
    );
  });

  it('are of the other link alone where a repeated tap is corrected to it, on the day on which it came', async () => {
    await forgetEvents(commerce);
    const tap = (eventId: string, occurredAt: string, linkId: string, correctsEventId?: string) => ({
      platformId: 'platform_xiaohongshu',
      receivedAt: START,
      sent: tapSent({ eventId, occurredAt, productLinkId: linkId, correctsEventId: correctsEventId ?? null }),
    });
    const day = '2025-05-01T11:00:00';
    await record([
      {
        recordedAt: START,
        arrivals: [tap('first', `${day}.000+08:00`, 'link_11'), tap('again', `${day}.001+08:00`, 'link_11')],
      },
      { recordedAt: START + HOUR, arrivals: [tap('fix', `${day}.001+08:00`, 'link_12', 'again')] },
    ]);
    const clicksOf = (figures: readonly Figure[]) =>
      figures
        .filter(({ kind, window }) => kind === 'LINK' && window === 'DAYS_15')
        .map(({ id, figure, amount }) => `${id} ${figure} ${amount}`)
        .sort();
    const told = ['link_11 linkClicks 1', 'link_12 linkClicks 1'];
    expect(clicksOf(await stored())).toEqual(told);
    expect(clicksOf(await expectedFigures(await readRawEvents(query)))).toEqual(told);
  });

  it('come to the same when they are rebuilt, and the feed has nothing new to tell', async () => {
    await fc.assert(
      fc.asyncProperty(anyTime, async (made) => {
        await forgetEvents(commerce);
        await record(made);
        const reader = new FeedReader();
        await reader.read(commerce.db, 500);
        const recorded = await stored();
        await rebuild(commerce.db);
        expect(await stored()).toEqual(recorded);
        const told = reader.came.length;
        await reader.read(commerce.db, 500);
        expect(reader.came.slice(told)).toEqual([]);
      }),
      RUNS,
    );
  });

  it('come to the same when the events are loaded in bulk; and so does the feed', async () => {
    await fc.assert(
      fc.asyncProperty(beforeFinal, async (made) => {
        await forgetEvents(commerce);
        await record(made);
        const recorded = { figures: await stored(), feed: await feed() };
        await forgetEvents(commerce);
        const arrivals = made.flatMap((group) =>
          group.arrivals.map((each) => ({ ...each, receivedAt: START + 200 * 24 * HOUR })),
        );
        await loadEvents(commerce.db, arrivals);
        expect(await feed()).toEqual(recorded.feed);
        expect(await differences()).toBe('0 figures differ');
      }),
      RUNS,
    );
  });
});
