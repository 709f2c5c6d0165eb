import { expect, test } from 'vitest';
import { forgetAnswers } from '../../subgraphs/commerce/store/events/idempotency-keys.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { readFigures } from '../kit/commerce/figures.ts';
import { useCommerce } from '../kit/commerce.ts';
import { describeOnDatabases } from '../kit/databases.ts';

const RECORD = `mutation($events: [EventInput!]!, $key: String) {
  eventsRecord(input: { events: $events, idempotencyKey: $key }) {
    accepted duplicates rejected userErrors { field code } results { index eventId outcome conversionId } } }`;

const DAY = 24 * 3_600_000;

describeOnDatabases('a batch with a key', (fresh) => {
  const commerce = useCommerce(fresh);
  const events = [tapSent({ eventId: 'tap' }), paidSent({ eventId: 'paid' }), visitSent({ eventId: 'x', stage: '?' })];

  async function post(key: string, body = JSON.stringify(events)) {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key };
    const response = await fetch(`${commerce().url}/events`, { method: 'POST', headers, body });
    return { status: response.status, told: await response.text() };
  }

  test('gets the same answer again, whole, and moves nothing', async () => {
    const first = await post('one');
    expect(JSON.parse(first.told)).toMatchObject({ accepted: 2, duplicates: 0, rejected: 1 });
    const before = await readFigures(commerce().database.db);
    expect(await post('one')).toEqual(first);
    expect(await readFigures(commerce().database.db)).toEqual(before);
    expect(JSON.parse((await post('another')).told)).toMatchObject({ accepted: 0, duplicates: 2, rejected: 1 });
  });

  test('gets one answer, however often it is sent at once', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => post('one')));
    expect(JSON.parse(answers[0]?.told ?? '')).toMatchObject({ accepted: 2 });
    expect(new Set(answers.map(({ told }) => told)).size).toBe(1);
  });

  test('is refused with 422 when the key named another batch, also one that is under way', async () => {
    const other = JSON.stringify([visitSent({ eventId: 'other' })]);
    const [first, second] = await Promise.all([post('one'), post('one', other)]);
    const later = await post('one', other);
    expect([first.status, second.status, later.status]).toEqual([200, 422, 422]);
    expect(JSON.parse(later.told)).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 });
    expect(JSON.parse((await post('two', other)).told)).toMatchObject({ accepted: 1 });
  });

  test('is told as a userError by eventsRecord, which knows its own batches again', async () => {
    const ask = (sent: object[]) => commerce().ask(RECORD, { events: sent, key: 'graphql' });
    const { data } = await ask(events);
    expect(data.eventsRecord).toMatchObject({ accepted: 2, userErrors: [] });
    expect((await ask(events)).data).toEqual(data);
    expect((await ask(events.slice(1))).data.eventsRecord).toMatchObject({
      accepted: 0,
      results: [],
      userErrors: [{ field: ['idempotencyKey'], code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    const { data: wrong } = await commerce().ask(RECORD, { events, key: 'with space' });
    expect(wrong.eventsRecord.userErrors).toEqual([{ field: ['idempotencyKey'], code: 'IDEMPOTENCY_KEY_INVALID' }]);
  });

  test('is a new one after 7 days, when its key is forgotten', async () => {
    const { db } = commerce().database;
    await post('one');
    const start = commerce().now.getTime();
    commerce().now = new Date(start + 7 * DAY - 1);
    await forgetAnswers(db, start + 7 * DAY - 1);
    expect(JSON.parse((await post('one')).told)).toMatchObject({ accepted: 2 });
    commerce().now = new Date(start + 7 * DAY);
    expect(JSON.parse((await post('one')).told)).toMatchObject({ accepted: 0, duplicates: 2 });
    await forgetAnswers(db, start + 14 * DAY);
    expect(await db.selectFrom('idempotency_keys').selectAll().execute()).toEqual([]);
  });
});
