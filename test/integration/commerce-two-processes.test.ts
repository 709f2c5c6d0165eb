import { describe, expect, inject, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import type { SentArrival } from '../../subgraphs/commerce/conversions/intake/admit-events.ts';
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

const MINUTE = 60_000;
/** Three days ago: nothing is FINAL yet, so that all is booked on its own day. */
const START = Date.now() - 3 * 24 * 60 * MINUTE;

/** Events of each round: eight journeys. */
const ROUND = 32;

/** 160 times one of 40 persons clicks, visits and buys in one of two shops; each ten minutes after the one before. */
function journeys(from = 0): SentEvent[] {
  return Array.from({ length: 160 }, (_, place) => {
    const index = from + place;
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
      const isOrder = (event: SentEvent) => event.order != null;
      const outcomes: EventResult[] = [];
      // A few journeys at a time: their clicks and visits to one process and their orders to the other, at once.
      for (let at = 0; at < events.length; at += ROUND) {
        const round = events.slice(at, at + ROUND);
        const halves = [round.filter((event) => !isOrder(event)), round.filter(isOrder)] as const;
        const told = await Promise.all([send(here, halves[0]), send(there, halves[1])]);
        outcomes.push(...told.flat());
      }
      // Then all of it again to both, in batches that cut across one another, with as much again that is new.
      const more = journeys(160);
      const all = [...events, ...more];
      const again = [
        ...cut(all, 50).map((batch) => send(here, batch)),
        ...cut(all.toReversed(), 70).map((batch) => send(there, batch)),
      ];
      outcomes.push(...(await Promise.all(again)).flat());
      expect(outcomes.flatMap(({ error }) => error ?? [])).toEqual([]);
      const accepted = outcomes.filter(({ outcome }) => outcome === 'ACCEPTED');
      const duplicates = outcomes.filter(({ outcome }) => outcome === 'DUPLICATE');
      expect(accepted).toHaveLength(all.length);
      expect(duplicates).toHaveLength(2 * events.length + more.length);
      const arrivals = all.map((sent): SentArrival => ({ platformId: 'platform_taobao', receivedAt: 0, sent }));
      expect(await readFigures(database.db)).toEqual(figuresOf(arrivals));
    } finally {
      await database.close();
      await drop();
    }
  });

  test('take an order for one shop, where its lines of two shops come at once', async () => {
    const { url, drop } = await createDatabase(postgresUrl ?? '');
    const database = await openCommerceDatabase({ url });
    await openMarket(database.db);
    try {
      const env = { COMMERCE_DATABASE_URL: url };
      await using one = runCommerce(env);
      await using other = runCommerce(env);
      const [here, there] = [await one.listening(), await other.listening()];
      for (let round = 0; round < 10; round++) {
        const line = (number: string, link: string) =>
          paidSent(
            { eventId: `${round}-${number}`, link },
            { platformOrderId: `both-${round}`, platformLineId: number },
          );
        const told = await Promise.all([send(here, [line('1', 'link_11')]), send(there, [line('2', 'link_22')])]);
        expect(
          told
            .flat()
            .map(({ outcome, error }) => error?.code ?? outcome)
            .sort(),
        ).toEqual(['ACCEPTED', 'EVENT_ORDER_SHOP_MISMATCH']);
      }
    } finally {
      await database.close();
      await drop();
    }
  });
});

function cut(events: readonly SentEvent[], size: number): SentEvent[][] {
  const batches = Math.ceil(events.length / size);
  return Array.from({ length: batches }, (_, index) => events.slice(index * size, (index + 1) * size));
}

async function send(origin: string, events: readonly SentEvent[]): Promise<EventResult[]> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: RECORD, variables: { events } }),
  });
  const answer = (await response.json()) as { data: { eventsRecord: EventsRecordPayload }; errors?: unknown };
  expect(answer.errors).toBeUndefined();
  return answer.data.eventsRecord.results;
}
