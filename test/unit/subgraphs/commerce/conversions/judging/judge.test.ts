import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../../../../../subgraphs/commerce/conversions/event.ts';
import { respectConsent } from '../../../../../../subgraphs/commerce/conversions/intake/admit.ts';
import { nameEvent } from '../../../../../../subgraphs/commerce/conversions/intake/name-event.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { type Accepted, judge, type Verdict } from '../../../../../../subgraphs/commerce/conversions/judging/judge.ts';
import { paidSent, tapSent } from '../../../../../kit/commerce/events.ts';
import { personOf } from '../../../../../kit/commerce/market.ts';
import { marketReferences } from '../../../../../kit/commerce/references.ts';

const nothing: Accepted = {
  identities: new Map(),
  orders: new Map(),
  clickIds: new Set(),
  correctable: new Map(),
  full: new Set(),
};

const named = (sent: SentEvent) => nameEvent(respectConsent(parseEvent(sent)), 'platform_taobao', marketReferences());

function verdicts(...sent: SentEvent[]): Verdict[] {
  return judge(sent.map(named), nothing);
}

/** What each came to: its outcome, and the code where there is one. */
function told(...sent: SentEvent[]): string[] {
  return verdicts(...sent).map((verdict) => ('rejection' in verdict ? verdict.rejection.code : verdict.outcome));
}

const line = (eventId: string, order: SentEvent['order'], more: Partial<Omit<SentEvent, 'eventId'>> = {}) =>
  paidSent({ ...more, eventId }, { platformOrderId: 'T1', ...order });
const refund = (eventId: string, amount: string, order: SentEvent['order'] = {}) =>
  line(eventId, { amount, ...order }, { stage: 'REFUND' });

describe('judge', () => {
  it('accepts an event once: the same again is a DUPLICATE of it', () => {
    const [first, again] = verdicts(tapSent({ eventId: '1' }), tapSent({ eventId: '1' }));
    expect(first?.outcome).toBe('ACCEPTED');
    expect(again).toEqual({ outcome: 'DUPLICATE', conversion: named(tapSent({ eventId: '1' })).conversion });
  });

  it('tells a CONFLICT with both hashes, and keeps to the first', () => {
    const [paid, other] = [line('1', { amount: '129.00' }), line('1', { amount: '1.00' })];
    const [, conflict, again] = verdicts(paid, other, paid);
    const hashes = [paid, other].map((sent) => named(sent).contentHash.slice(0, 12));
    expect(conflict).toMatchObject({ outcome: 'CONFLICT', rejection: { code: 'EVENT_CONFLICT' } });
    for (const hash of hashes)
      expect(conflict).toMatchObject({ rejection: { message: expect.stringContaining(hash) } });
    expect(again?.outcome).toBe('DUPLICATE');
  });

  it('tells the same event id of two stages apart', () => {
    expect(told(line('1', {}, { stage: 'ORDER_PLACED' }), line('1', {}))).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('judges a name whose first event was rejected as if that had never come', () => {
    const second = line('2', {});
    expect(told(line('1', {}), second, second, line('2', { platformLineId: '2' }))).toEqual([
      'ACCEPTED',
      'EVENT_LINE_REPEATED',
      'EVENT_LINE_REPEATED',
      'ACCEPTED',
    ]);
  });

  it('refuses a second payment of a line under another event id, and takes other lines and stages', () => {
    const events = [
      line('1', {}),
      line('2', {}),
      line('3', { platformLineId: '2' }),
      line('4', {}, { stage: 'ORDER_RECEIVED' }),
    ];
    expect(told(...events)).toEqual(['ACCEPTED', 'EVENT_LINE_REPEATED', 'ACCEPTED', 'ACCEPTED']);
  });

  it('refuses a line that another person pays, or that is of another shop', () => {
    const other = line('2', { platformLineId: '2' }, { personKey: personOf(2) });
    const elsewhere = paidSent({ eventId: '3', link: 'link_21' }, { platformOrderId: 'T1', platformLineId: '3' });
    const unknown = line('4', { platformLineId: '4' }, { personKey: null });
    expect(told(line('1', {}), other, elsewhere, unknown)).toEqual([
      'ACCEPTED',
      'EVENT_ORDER_PERSON_MISMATCH',
      'EVENT_ORDER_SHOP_MISMATCH',
      'ACCEPTED',
    ]);
  });

  it('takes refunds up to what was paid for the line, and one that comes before its payment', () => {
    expect(told(line('1', {}), refund('2', '100.00'), refund('3', '29.00'), refund('4', '0.01'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_REFUND_EXCEEDS',
    ]);
    expect(told(refund('1', '500.00'), line('2', {}))).toEqual(['ACCEPTED', 'ACCEPTED']);
  });

  it('refuses a refund of a payment that is not this line’s', () => {
    const events = [
      line('1', {}),
      refund('2', '1.00', { refundOfEventId: '9' }),
      refund('3', '1.00', { refundOfEventId: '1' }),
    ];
    expect(told(...events)).toEqual(['ACCEPTED', 'EVENT_REFUND_MISMATCH', 'ACCEPTED']);
  });

  it('refuses a click id that is taken; one of a tap without consent is not', () => {
    const tap = (eventId: string, consent: string) => tapSent({ eventId, clickId: 'click_1', consent });
    expect(told(tap('1', 'DENIED'), tap('2', 'GRANTED'), tap('3', 'GRANTED'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_CLICK_TAKEN',
    ]);
  });

  it('holds at most 1,000 events of an order', () => {
    const lines = Array.from({ length: 1_001 }, (_, index) => line(`${index}`, { platformLineId: `${index}` }));
    expect(told(...lines).indexOf('EVENT_ORDER_FULL')).toBe(1_000);
  });
});
