import { sql } from 'kysely';
import { describe, expect, inject, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { FeedReader } from '../kit/commerce/feed-reader.ts';
import { openMarket, personOf } from '../kit/commerce/market.ts';
import { recorderInto } from '../kit/commerce/recording.ts';
import { createDatabase } from '../kit/postgres.ts';
import { compareFigures, tellDifferences } from '../oracle/compare-figures.ts';
import { expectedFigures } from '../oracle/expected-figures.ts';
import { readRawEvents, readStoredFigures } from '../oracle/stored-figures.ts';

const postgresUrl = inject('postgresUrl');
const PEOPLE = 12;
const ROUNDS = 6;

describe.skipIf(postgresUrl === null)('corrections by several recorders at once', () => {
  test('of the same events, beside clicks and orders of the same people, are each counted once, and lose nothing', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const opened = await Promise.all([0, 1, 2].map(() => openCommerceDatabase({ url })));
    const [{ db }] = opened as [(typeof opened)[number]];
    await openMarket(db);
    try {
      const [first, ...others] = opened.map((each) => recorderInto(each.db));
      const people = Array.from({ length: PEOPLE }, (_, index) => ({ name: `p${index}`, personKey: personOf(index) }));
      await first?.record(
        arrivalsOf(
          people.flatMap(({ name, personKey }) => [
            tapSent({ eventId: `tap-${name}`, personKey }),
            visitSent({ eventId: `visit-${name}`, personKey: name === 'p0' ? null : personKey }),
            paidSent({ eventId: `paid-${name}`, personKey }),
          ]),
        ),
      );
      const rounds = Array.from({ length: ROUNDS }, (_, round) =>
        [first, ...others].map((recorder, by) =>
          recorder?.record(
            arrivalsOf(
              people.flatMap(({ name, personKey }) => [
                tapSent({
                  eventId: `fix-${round}-${by}-${name}`,
                  correctsEventId: `tap-${name}`,
                  personKey,
                  productLinkId: by === 1 ? 'link_12' : 'link_11',
                }),
                visitSent({
                  eventId: `fix-${round}-${by}-${name}`,
                  correctsEventId: `visit-${name}`,
                  personKey: by === 2 ? null : personKey,
                }),
                paidSent(
                  { eventId: `fix-${round}-${by}-${name}`, correctsEventId: `paid-${name}`, personKey },
                  { platformOrderId: `T-paid-${name}`, amount: `${100 + round * 10 + by}.00` },
                ),
                tapSent({
                  eventId: `late-${round}-${by}-${name}`,
                  personKey,
                  productLinkId: 'link_12',
                  occurredAt: '2025-05-06T12:00:00+08:00',
                }),
              ]),
            ),
          ),
        ),
      );
      const verdicts = (await Promise.all(rounds.flat())).flat();
      expect(verdicts.filter((verdict) => verdict?.outcome !== 'ACCEPTED')).toEqual([]);
      const query = (text: string) => sql.raw(text).execute(db);
      const expected = await expectedFigures(await readRawEvents(query));
      expect(tellDifferences(compareFigures(expected, await readStoredFigures(query)))).toBe('0 figures differ');
      const reader = new FeedReader();
      await reader.read(db, 500);
      const paid = [...reader.held.values()].filter(({ stage }) => stage === 'ORDER_PAID');
      expect(paid).toHaveLength(PEOPLE);
      for (const { version, state } of paid) expect([version >= 1 + ROUNDS * 3, state]).toEqual([true, 'RESTATED']);
    } finally {
      await Promise.all(opened.map((each) => each.close()));
      await drop();
    }
  });
});

function arrivalsOf(events: readonly SentEvent[]) {
  return events.map((sent) => ({
    platformId: 'platform_taobao',
    receivedAt: Date.parse('2025-05-07T05:00:00Z'),
    sent,
  }));
}
