import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SentArrival } from '../../subgraphs/commerce/conversions/intake/admit-events.ts';
import { rebuild } from '../../subgraphs/commerce/conversions/keeping/rebuild.ts';
import { loadEvents } from '../../subgraphs/commerce/store/events/load-events.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../subgraphs/kit/database.ts';
import { events } from '../kit/commerce/arbitrary-events.ts';
import { visitSent } from '../kit/commerce/events.ts';
import { forgetEvents, openMarket } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { describeOnDatabases } from '../kit/databases.ts';
import { compareFigures, tellDifferences } from '../oracle/compare-figures.ts';
import { expectedFigures } from '../oracle/expected-figures.ts';
import { readRawEvents, readStoredFigures } from '../oracle/stored-figures.ts';

const HOUR = 3_600_000;
const START = Date.parse('2025-05-01T04:00:00.000Z');

/**
 * Events in any order, cut into groups anywhere, each some time after the one before: by the last, much is FINAL.
 * @param shortest the shortest time between two groups, in milliseconds
 */
const groups = (shortest: number) =>
  events.chain((all) =>
    fc
      .record({
        shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
        cuts: fc.array(
          fc.record({
            size: fc.integer({ min: 1, max: 20 }),
            wait: fc.constantFrom(shortest, 1, HOUR, 13 * HOUR, 24 * HOUR, 100 * HOUR, 240 * HOUR, 800 * HOUR),
          }),
          { minLength: all.length, maxLength: all.length },
        ),
      })
      .map(({ shuffled, cuts }) => {
        const made: { recordedAt: number; arrivals: SentArrival[] }[] = [];
        let [from, at] = [0, START];
        for (const { size, wait } of cuts) {
          if (from >= shuffled.length) break;
          at += wait;
          made.push({ recordedAt: at, arrivals: shuffled.slice(from, from + size) });
          from += size;
        }
        return made;
      }),
  );

describeOnDatabases('attribution of what was recorded', (fresh) => {
  let commerce: Database<CommerceTables>;

  beforeAll(async () => {
    commerce = await openCommerceDatabase(await fresh());
    await openMarket(commerce.db);
  });
  afterAll(() => commerce?.close());

  async function record(made: readonly { recordedAt: number; arrivals: SentArrival[] }[]) {
    let now = START;
    const recorder = recorderInto(commerce.db, () => new Date(now));
    for (const { recordedAt, arrivals } of made) {
      now = recordedAt;
      const verdicts = await recorder.record(arrivals);
      for (const verdict of verdicts)
        expect(verdict).toMatchObject({ outcome: expect.stringMatching(/ACCEPTED|DUPLICATE/) });
    }
  }

  const query = (text: string) => sql.raw(text).execute(commerce.db);

  /** What the kept figures differ by from those that the oracle works out from the raw events. */
  async function differences(): Promise<string> {
    const expected = await expectedFigures(await readRawEvents(query));
    return tellDifferences(compareFigures(expected, await readStoredFigures(query)));
  }

  /** Every row that follows from events; of figures, the sums over stripes that are not zero, and their newest events. */
  async function tables() {
    const { db } = commerce;
    const columns = async (table: string, pattern: string) =>
      (
        await sql<{ name: string }>`
          select column_name as name from information_schema.columns
          where table_name = ${table} and column_name ~ ${pattern} order by 1`.execute(db)
      ).rows.map(({ name }) => name);
    const summed = async (table: string, keys: string) => {
      const amounts = await columns(table, '_(24h|7d|15d|30d)$');
      const numbers = amounts.filter((name) => !name.startsWith('newest'));
      const newest = await columns(table, '^newest');
      const { rows } = await query(`
        select ${keys}, ${numbers.map((name) => `sum(${name})::bigint as ${name}`).join(', ')},
          ${newest.map((name) => `max(${name}) as ${name}`).join(', ')}
        from ${table} group by ${keys}
        having ${numbers.map((name) => `sum(${name}) <> 0`).join(' or ')} order by ${keys}`);
      return rows;
    };
    return {
      clicks: await query('select * from clicks order by conversion, recorded_at'),
      reads: await query('select * from reads order by conversion, recorded_at'),
      searches: await query('select * from searches order by conversion, recorded_at'),
      visits: await query('select * from outcomes order by conversion, recorded_at'),
      orders: await query('select * from orders order by id'),
      facts: await query('select * from order_facts order by conversion, recorded_at'),
      refunds: await query('select * from refunds order by conversion, recorded_at'),
      units: (await query('select product_id, sum(units)::bigint as units from product_units group by 1 order by 1'))
        .rows,
      clickDays: await summed('click_days', 'subject_kind, subject_id, day'),
      outcomeDays: await summed('outcome_days', 'subject_kind, subject_id, model, day'),
    };
  }

  it('gives the figures of an independent oracle in every model and window, in whatever order and groups events come', async () => {
    await fc.assert(
      fc.asyncProperty(groups(0), async (made) => {
        await forgetEvents(commerce);
        await record(made);
        expect(await differences()).toBe('0 figures differ');
      }),
      { numRuns: 12 },
    );
  });

  // Of two groups at one millisecond, what the first counted for a moment shows in its newest event alone.
  it('comes to the same rows when it is rebuilt from the events', async () => {
    await fc.assert(
      fc.asyncProperty(groups(1), async (made) => {
        await forgetEvents(commerce);
        await record(made);
        const recorded = await tables();
        await rebuild(commerce.db);
        expect(await tables()).toEqual(recorded);
      }),
      { numRuns: 12 },
    );
  });

  it('gives the same figures when it is loaded in bulk, each event as recorded when it arrived', async () => {
    const delays = fc.constantFrom(0, HOUR, 30 * HOUR, 100 * HOUR, 250 * HOUR, 900 * HOUR);
    const arrived = events.chain((all) =>
      fc.array(delays, { minLength: all.length, maxLength: all.length }).map((late) =>
        all
          .map((each, index) => {
            const occurredAt = Date.parse(each.sent.occurredAt ?? '');
            return { ...each, receivedAt: occurredAt + (late[index] ?? 0) };
          })
          .sort((a, b) => a.receivedAt - b.receivedAt),
      ),
    );
    await fc.assert(
      fc.asyncProperty(arrived, async (arrivals) => {
        await forgetEvents(commerce);
        const loaded = await loadEvents(commerce.db, arrivals);
        expect(loaded.refused).toBe(0);
        expect(await differences()).toBe('0 figures differ');
      }),
      { numRuns: 10 },
    );
  });

  it('knows in bulk what was sent twice, however much came between', async () => {
    await forgetEvents(commerce);
    const arrived = (eventId: string) => {
      const sent = visitSent({ eventId });
      return { platformId: 'platform_taobao', receivedAt: Date.parse(sent.occurredAt ?? ''), sent };
    };
    const between = Array.from({ length: 5_000 }, () => arrived('other'));
    const loaded = await loadEvents(commerce.db, [arrived('first'), ...between, arrived('first')]);
    expect(loaded).toMatchObject({ accepted: 2, duplicates: 5_000, refused: 0 });
  });
});
