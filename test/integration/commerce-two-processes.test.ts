import { describe, expect, inject, test } from 'vitest';
import type { SentArrival } from '../../subgraphs/commerce/conversions/admit-events.ts';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import type { EventResult, EventsRecordPayload } from '../../subgraphs/commerce/generated/resolvers.ts';
import { openCommerceDatabase } from '../../subgraphs/commerce/store/open.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { openMarket, personOf, searchIdOf } from '../kit/commerce/market.ts';
import { figuresOf } from '../kit/commerce/oracle.ts';
import { runCommerce } from '../kit/commerce/process.ts';
import { createDatabase } from '../kit/postgres.ts';

const postgresUrl = inject('postgresUrl');

const RECORD = `mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) {
  results { eventId outcome error { code message } } } }`;

const START = Date.parse('2025-05-01T00:00:00+08:00');
const MINUTE = 60_000;

/** 40 persons click, visit and buy in two shops; what each does, the next does a minute later. */
function journeys(): SentEvent[] {
  return Array.from({ length: 160 }, (_, index) => {
    const personKey = personOf((index % 40) + 1);
    const link = index % 3 === 0 ? 'link_22' : 'link_11';
    const shopId = index % 3 === 0 ? 'shop_2' : 'shop_1';
    const at = (minutes: number) => new Date(START + (index * 10 + minutes) * MINUTE).toISOString();
    const common = { personKey, clickId: `click_${index}` };
    return [
      tapSent({ ...common, eventId: `${index}`, productLinkId: link, occurredAt: at(0), searchId: searchIdOf('防晒') }),
      visitSent({ personKey, eventId: `${index}`, shopId, occurredAt: at(1) }),
      paidSent({ ...common, eventId: `${index}`, link, occurredAt: at(2) }),
      paidSent(
        { personKey, eventId: `${index}`, link, stage: 'REFUND', occurredAt: at(3) },
        { amount: '9.00', platformOrderId: `T-${index}` },
      ),
    ];
  }).flat();
}

describe.skipIf(postgresUrl === null)('two processes that record at once, on PostgreSQL', () => {
  test('count each event once, and credit a click and its order that arrive together', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const database = await openCommerceDatabase({ url });
    await openMarket(database.db);
    try {
      const env = { COMMERCE_DATABASE_URL: url, COMMERCE_LOG_LEVEL: 'info' };
      await using one = runCommerce(env);
      await using other = runCommerce(env);
      const [here, there] = [await one.listening(), await other.listening()];
      const events = journeys();
      // Clicks and visits go to one, orders and refunds to the other, and all of it to both once more, in batches cut elsewhere.
      const isOrder = (event: SentEvent) => event.order != null;
      const outcomes = await Promise.all([
        ...send(
          here,
          events.filter((event) => !isOrder(event)),
          17,
        ),
        ...send(there, events.filter(isOrder), 17),
        ...send(here, events, 50),
        ...send(there, events.toReversed(), 50),
      ]);
      expect(outcomes.flat().flatMap(({ error }) => error ?? [])).toEqual([]);
      const accepted = outcomes.flat().filter(({ outcome }) => outcome === 'ACCEPTED');
      const duplicates = outcomes.flat().filter(({ outcome }) => outcome === 'DUPLICATE');
      expect(accepted).toHaveLength(events.length);
      expect(duplicates).toHaveLength(2 * events.length);
      const arrivals = events.map((sent): SentArrival => ({ platformId: 'platform_taobao', receivedAt: 0, sent }));
      expect(await readFigures(database.db)).toEqual(figuresOf(arrivals));
    } finally {
      await database.close();
      await drop();
    }
  });
});

/** Sends events in batches, all at once. */
function send(origin: string, events: readonly SentEvent[], size: number) {
  const batches = Array.from({ length: Math.ceil(events.length / size) }, (_, index) =>
    events.slice(index * size, (index + 1) * size),
  );
  return batches.map(async (batch): Promise<EventResult[]> => {
    const response = await fetch(`${origin}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: RECORD, variables: { events: batch } }),
    });
    const answer = (await response.json()) as { data: { eventsRecord: EventsRecordPayload }; errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data.eventsRecord.results;
  });
}
