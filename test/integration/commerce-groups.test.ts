import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { SentEvent } from '../../subgraphs/commerce/conversions/event.ts';
import { haltRecording } from '../../subgraphs/commerce/store/events/lock-stripes.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const visits = (name: string, count: number) =>
  Array.from({ length: count }, (_, index) => visitSent({ eventId: `${name}-${index}` }));

describeOnDatabases('batches that come at once', (fresh) => {
  const commerce = useCommerce(fresh, { COMMERCE_QUEUE_EVENTS: '1000' });

  const post = (events: readonly SentEvent[]) =>
    fetch(`${commerce().url}/events`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(events),
    });
  const codesOf = async (events: readonly SentEvent[]) =>
    (await commerce().record(...events)).results.map(({ outcome, error }) => error?.code ?? outcome);

  test('have exactly one ACCEPTED for each event, however they overlap', async () => {
    const events = [tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }), ...visits('visit', 18)];
    const parts = Array.from({ length: 12 }, (_, index) => events.slice(index, index + 9));
    const outcomes = (await Promise.all(parts.map(codesOf))).flat();
    expect(outcomes.filter((outcome) => outcome === 'ACCEPTED')).toHaveLength(20);
    expect(outcomes.filter((outcome) => outcome === 'DUPLICATE')).toHaveLength(12 * 9 - 20);
    expect(await readFigures(commerce().database.db)).toMatchObject({
      'SHOP shop_1 2025-05-07 clicks': 1,
      'SHOP shop_1 2025-05-07 orders_24h': 1,
      'SHOP shop_1 2025-05-07 visits_24h': 18,
    });
  });

  test('are refused, and told how long to wait, while too many events wait; the same batch is taken afterwards', async () => {
    const batches = Array.from({ length: 8 }, (_, index) => visits(`batch-${index}`, 400));
    const responses = await whileHalted(6, () => batches.map(post));
    expect(responses.map(({ status }) => status).sort()).toEqual([200, 200, ...Array(6).fill(429)]);
    for (const [index, response] of responses.entries()) {
      if (response.status !== 429) continue;
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(await response.json()).toMatchObject({ code: 'RECORDING_BUSY', status: 429 });
      expect(await (await post(batches[index] ?? [])).json()).toMatchObject({ accepted: 400 });
    }
  });

  test('are told so by eventsRecord in an error with a code and the seconds', async () => {
    const RECORD = 'mutation($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted } }';
    const answers = await whileHalted(6, () =>
      Array.from({ length: 8 }, (_, index) => commerce().ask(RECORD, { events: visits(`asked-${index}`, 400) })),
    );
    const refused = answers.filter(({ errors }) => errors.length > 0);
    expect(refused).toHaveLength(6);
    for (const { data, errors } of refused) {
      expect(data).toEqual({ eventsRecord: null });
      expect(errors).toMatchObject([{ extensions: { code: 'RECORDING_BUSY', retryAfter: expect.any(Number) } }]);
    }
  });

  /** Sends while nothing can be recorded, until so many were answered even so. */
  async function whileHalted<Answer>(count: number, send: () => Promise<Answer>[]): Promise<Answer[]> {
    let answers: Promise<Answer>[] = [];
    await commerce()
      .database.db.transaction()
      .execute(async (transaction) => {
        await haltRecording(transaction);
        const enough = Promise.withResolvers<void>();
        let answered = 0;
        answers = send();
        for (const answer of answers) {
          void answer.then(() => {
            answered += 1;
            if (answered === count) enough.resolve();
          });
        }
        await enough.promise;
      });
    return Promise.all(answers);
  }
});

describeOnDatabases('an event that the database does not take', (fresh) => {
  const commerce = useCommerce(fresh);
  beforeEach(() => sql`alter table events add constraint healthy check (event_id not like 'bad%')`.execute(db()));
  afterEach(() => sql`alter table events drop constraint healthy`.execute(db()));
  const db = () => commerce().database.db;
  const codesOf = async (events: readonly SentEvent[]) =>
    (await commerce().record(...events)).results.map(({ outcome, error }) => error?.code ?? outcome);

  test('is rejected with a code, and all others of its group are recorded', async () => {
    const batches = [
      visits('a', 7),
      [...visits('b', 3), visitSent({ eventId: 'bad' }), ...visits('c', 4)],
      visits('d', 5),
    ];
    const [first, second, third] = await Promise.all(batches.map(codesOf));
    expect(first).toEqual(Array(7).fill('ACCEPTED'));
    expect(second).toEqual([...Array(3).fill('ACCEPTED'), 'EVENT_UNRECORDABLE', ...Array(4).fill('ACCEPTED')]);
    expect(third).toEqual(Array(5).fill('ACCEPTED'));
    expect(await codesOf(visits('b', 3))).toEqual(Array(3).fill('DUPLICATE'));
    expect(await codesOf([visitSent({ eventId: 'bad' })])).toEqual(['EVENT_UNRECORDABLE']);
  });

  test('is found among several of its kind; a batch with too many is refused from the eighth on', async () => {
    const mixed = visits('x', 10).flatMap((event, index) => [event, visitSent({ eventId: `bad-${index}` })]);
    const codes = await codesOf(mixed);
    const expected = mixed.map((_, index) => (index % 2 === 0 && index < 15 ? 'ACCEPTED' : 'EVENT_UNRECORDABLE'));
    expect(codes).toEqual(expected);
    expect(await db().selectFrom('events').select('event_id').execute()).toHaveLength(8);
  });
});
