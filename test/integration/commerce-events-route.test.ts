import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { ToldVerdicts } from '../../subgraphs/commerce/conversions/intake/tell-verdicts.ts';
import { paidSent, tapSent, visitSent } from '../kit/commerce/events.ts';
import { useCommerce } from '../kit/commerce.ts';
import { createPGlite } from '../kit/pglite-template.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const NDJSON = { 'content-type': 'application/x-ndjson' };

describe('POST /events', () => {
  const commerce = useCommerce(async () => ({ pglite: await createPGlite() }));

  async function post(body: string | Uint8Array<ArrayBuffer>, headers: Record<string, string> = JSON_TYPE) {
    const response = await fetch(`${commerce().url}/events`, { method: 'POST', headers, body });
    const told = (await response.json()) as ToldVerdicts & { code?: string; detail?: string; status?: number };
    return { status: response.status, type: response.headers.get('content-type'), told };
  }

  test('gives the verdicts of eventsRecord, for an array as for an object', async () => {
    const events = [
      tapSent({ eventId: 'tap', clickId: 'click_1' }),
      paidSent({ eventId: 'paid', clickId: 'click_1' }),
      paidSent({ eventId: 'paid' }, { amount: '1.00' }),
      visitSent({ eventId: 'raw', personKey: '13812345678' }),
    ];
    const first = await post(JSON.stringify(events));
    expect(first).toMatchObject({ status: 200, told: { accepted: 2, duplicates: 0, rejected: 2 } });
    expect(first.told.results.map(({ outcome }) => outcome)).toEqual(['ACCEPTED', 'ACCEPTED', 'CONFLICT', 'REJECTED']);
    const { userErrors: _, ...recorded } = await commerce().record(...events);
    expect((await post(JSON.stringify({ events }))).told).toEqual(recorded);
  });

  test('reads NDJSON line by line: one that is no event is rejected alone, at its place', async () => {
    const lines = [
      JSON.stringify(visitSent({ eventId: '1' })),
      '{"eventId": "half',
      '[]',
      JSON.stringify({ ...visitSent({ eventId: '4' }), occurredAt: 5 }),
      JSON.stringify({ ...visitSent({ eventId: '5' }), __proto__of: 'x' }),
      JSON.stringify({ ...paidSent({ eventId: '6' }), order: { quantity: '2' } }),
      '',
      JSON.stringify(visitSent({ eventId: '8' })),
    ];
    const { told } = await post(`${lines.join('\r\n')}\r\n`, NDJSON);
    expect(told).toMatchObject({ accepted: 2, rejected: 5 });
    expect(told.results.map(({ eventId, error }) => [eventId, error?.code, error?.field])).toEqual([
      ['1', undefined, undefined],
      [null, 'EVENT_MALFORMED', null],
      [null, 'EVENT_MALFORMED', null],
      ['4', 'EVENT_MALFORMED', ['occurredAt']],
      ['5', 'EVENT_MALFORMED', null],
      ['6', 'EVENT_MALFORMED', ['order', 'quantity']],
      ['8', undefined, undefined],
    ]);
  });

  test('takes thousands of events in NDJSON, packed with gzip', async () => {
    const lines = Array.from({ length: 3_000 }, (_, index) => JSON.stringify(visitSent({ eventId: `visit-${index}` })));
    const packed = new Uint8Array(gzipSync(lines.join('\n')));
    expect(await post(packed, { ...NDJSON, 'content-encoding': 'gzip' })).toMatchObject({
      status: 200,
      told: { accepted: 3_000, rejected: 0 },
    });
  });

  const event = JSON.stringify(visitSent({ eventId: 'x' }));
  test.each<[string, number, string, string | Uint8Array<ArrayBuffer>, Record<string, string>]>([
    ['no event', 400, 'EVENTS_COUNT', '[]', JSON_TYPE],
    ['501 events in JSON', 400, 'EVENTS_COUNT', `[${Array(501).fill(event).join()}]`, JSON_TYPE],
    ['5,001 events in NDJSON', 400, 'EVENTS_COUNT', '{}\n'.repeat(5_001), NDJSON],
    ['no JSON', 400, 'EVENTS_MALFORMED', '{"events": [', JSON_TYPE],
    ['something beside the events', 400, 'EVENTS_MALFORMED', '{"events": [], "more": 1}', JSON_TYPE],
    ['no gzip', 400, 'EVENTS_MALFORMED', event, { ...JSON_TYPE, 'content-encoding': 'gzip' }],
    [
      'half a gzip',
      400,
      'EVENTS_MALFORMED',
      new Uint8Array(gzipSync(event).subarray(0, 40)),
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
    ],
    [
      'a gzip that grows a thousandfold',
      413,
      'EVENTS_TOO_LARGE',
      new Uint8Array(gzipSync(Buffer.alloc(64_000_000))),
      { ...JSON_TYPE, 'content-encoding': 'gzip' },
    ],
    ['more than 4 MiB', 413, 'EVENTS_TOO_LARGE', ' '.repeat(4 * 1024 * 1024 + 1), JSON_TYPE],
    ['another type', 415, 'EVENTS_TYPE_UNSUPPORTED', 'a,b', { 'content-type': 'text/csv' }],
    ['another packing', 415, 'EVENTS_TYPE_UNSUPPORTED', event, { ...JSON_TYPE, 'content-encoding': 'br' }],
    ['a key with a space', 400, 'IDEMPOTENCY_KEY_INVALID', `[${event}]`, { ...JSON_TYPE, 'idempotency-key': 'a b' }],
  ])('refuses %s with %i %s', async (_what, status, code, body, headers) => {
    expect(await post(body, headers)).toEqual({
      status,
      type: expect.stringMatching(/^application\/problem\+json/),
      told: { type: 'about:blank', title: expect.any(String), status, detail: expect.any(String), code },
    });
    expect((await post(`[${event}]`)).told.results[0]?.outcome).toBe('ACCEPTED');
  });
});
