import { describe, expect, it } from 'vitest';
import type { SentEvent } from '../../../../../../subgraphs/commerce/conversions/event.ts';
import { respectConsent } from '../../../../../../subgraphs/commerce/conversions/intake/admit.ts';
import { nameEvent } from '../../../../../../subgraphs/commerce/conversions/intake/name-event.ts';
import {
  isRetraction,
  parseRetraction,
} from '../../../../../../subgraphs/commerce/conversions/intake/parse-correction.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { type Accepted, judge } from '../../../../../../subgraphs/commerce/conversions/judging/judge.ts';
import { RejectedEvent } from '../../../../../../subgraphs/commerce/conversions/judging/reasons.ts';
import { paidSent, tapSent, visitSent } from '../../../../../kit/commerce/events.ts';
import { personOf } from '../../../../../kit/commerce/market.ts';
import { marketReferences } from '../../../../../kit/commerce/references.ts';

const nothing: Accepted = {
  identities: new Map(),
  orders: new Map(),
  clickIds: new Set(),
  correctable: new Map(),
  full: new Set(),
};
const NOW = Date.parse('2025-05-07T04:00:00Z');

function named(sent: SentEvent) {
  const parsed = isRetraction(sent) ? parseRetraction(sent, NOW) : respectConsent(parseEvent(sent));
  return nameEvent(parsed, 'platform_taobao', marketReferences());
}

/** What each came to: its outcome, and the code where there is one. */
function told(...sent: SentEvent[]): string[] {
  const verdicts = judge(sent.map(named), nothing);
  return verdicts.map((verdict) => ('rejection' in verdict ? verdict.rejection.code : verdict.outcome));
}

const fix = (sent: SentEvent, correctsEventId: string): SentEvent => ({ ...sent, correctsEventId });
const retraction = (eventId: string, correctsEventId: string, stage = 'ORDER_PAID'): SentEvent => ({
  eventId,
  stage,
  correctsEventId,
  retract: true,
});
const paid = (eventId: string, amount = '129.00', more: object = {}) =>
  paidSent({ eventId, ...more }, { platformOrderId: 'T1', amount });
const refund = (eventId: string, amount: string) =>
  paidSent({ eventId, stage: 'REFUND' }, { platformOrderId: 'T1', amount });

describe('judging corrections', () => {
  it('accepts a correction once, as often as the event is corrected, each under a name of its own', () => {
    const correction = fix(paid('2', '100.00'), '1');
    expect(told(paid('1'), correction, correction, fix(paid('2', '90.00'), '1'), fix(paid('3', '80.00'), '1'))).toEqual(
      ['ACCEPTED', 'ACCEPTED', 'DUPLICATE', 'EVENT_CONFLICT', 'ACCEPTED'],
    );
  });

  it('tells of a correction, and of the same again, the conversion that it corrects', () => {
    const sent = [paid('1'), fix(paid('2', '1.00'), '1'), fix(paid('2', '1.00'), '1'), retraction('3', '1')];
    const { conversion } = named(paid('1'));
    const conversions = judge(sent.map(named), nothing).map((verdict) => 'conversion' in verdict && verdict.conversion);
    expect(conversions).toEqual([conversion, conversion, conversion, conversion]);
  });

  it('takes an event back once, and corrects it no more', () => {
    expect(
      told(paid('1'), retraction('2', '1'), retraction('2', '1'), retraction('3', '1'), fix(paid('4'), '1')),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'DUPLICATE', 'EVENT_CORRECTS_RETRACTED', 'EVENT_CORRECTS_RETRACTED']);
  });

  it('passes over all that stands in a retraction beside its names', () => {
    const wrong = { personKey: '13812345678', occurredAt: 'yesterday', order: { amount: 'much' }, shopId: 'x' };
    const again = { ...retraction('2', '1'), occurredAt: '2025-01-01T00:00:00Z' };
    expect(told(paid('1'), { ...retraction('2', '1'), ...wrong }, again)).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'DUPLICATE',
    ]);
  });

  it('refuses to correct what was not accepted, is of another stage, or is itself a correction', () => {
    expect(told(fix(paid('2'), '1'))).toEqual(['EVENT_CORRECTS_UNKNOWN']);
    expect(told(paid('1'), retraction('2', '1', 'ORDER_RECEIVED'))).toEqual(['ACCEPTED', 'EVENT_CORRECTS_UNKNOWN']);
    expect(told(paid('1'), fix(paid('2', '1.00'), '1'), fix(paid('3'), '2'), retraction('4', '2'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_CORRECTS_CORRECTION',
      'EVENT_CORRECTS_CORRECTION',
    ]);
  });

  it('refuses a correction of another line, another order or another shop', () => {
    const line = paidSent({ eventId: '2' }, { platformOrderId: 'T1', platformLineId: '2' });
    const order = paidSent({ eventId: '3' }, { platformOrderId: 'T2' });
    const visit = visitSent({ eventId: '5', shopId: 'shop_2' });
    expect(told(paid('1'), fix(line, '1'), fix(order, '1'), visitSent({ eventId: '4' }), fix(visit, '4'))).toEqual([
      'ACCEPTED',
      'EVENT_CORRECTS_MISMATCH',
      'EVENT_CORRECTS_MISMATCH',
      'ACCEPTED',
      'EVENT_CORRECTS_MISMATCH',
    ]);
  });

  it('holds a correction to the rules of its stage, as if the event had come so at first', () => {
    expect(
      told(paid('1'), refund('2', '60.00'), fix(refund('3', '130.00'), '2'), fix(refund('4', '129.00'), '2')),
    ).toEqual(['ACCEPTED', 'ACCEPTED', 'EVENT_REFUND_EXCEEDS', 'ACCEPTED']);
    const other = paidSent({ eventId: '2', personKey: personOf(1) }, { platformOrderId: 'T1', platformLineId: '2' });
    const elses = paid('3', '129.00', { personKey: personOf(2) });
    expect(told(paid('1'), other, fix(elses, '1'))).toEqual(['ACCEPTED', 'ACCEPTED', 'EVENT_ORDER_PERSON_MISMATCH']);
  });

  it('leaves what is corrected as it is where the correction is refused', () => {
    expect(told(paid('1'), refund('2', '129.00'), fix(refund('3', '200.00'), '2'), refund('4', '1.00'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_REFUND_EXCEEDS',
      'EVENT_REFUND_EXCEEDS',
    ]);
    const tap = (eventId: string, clickId: string) => tapSent({ eventId, clickId });
    expect(told(tap('1', 'click_1'), tap('2', 'click_2'), fix(tap('3', 'click_2'), '1'), tap('4', 'click_1'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_CLICK_TAKEN',
      'EVENT_CLICK_TAKEN',
    ]);
  });

  it('frees what was taken back: the line of the order, and the click’s id', () => {
    const tap = (eventId: string) => tapSent({ eventId, clickId: 'click_1' });
    expect(told(paid('1'), retraction('2', '1'), paid('3'))).toEqual(['ACCEPTED', 'ACCEPTED', 'ACCEPTED']);
    expect(told(tap('1'), fix(tap('2'), '1'), tap('3'), retraction('4', '1', 'LINK_CLICK'), tap('5'))).toEqual([
      'ACCEPTED',
      'ACCEPTED',
      'EVENT_CLICK_TAKEN',
      'ACCEPTED',
      'ACCEPTED',
    ]);
  });
});

describe('reading corrections', () => {
  it.each([
    [{ ...paid('1'), retract: true }, 'EVENT_CORRECTS_REQUIRED'],
    [fix(paid('1'), '1'), 'EVENT_CORRECTS_INVALID'],
    [fix(paid('1'), '号'), 'EVENT_CORRECTS_INVALID'],
    [{ ...retraction('2', '1'), eventId: null }, 'EVENT_ID_REQUIRED'],
  ])('refuses %j with %s', (sent, code) => {
    const refused = () => named(sent);
    expect(refused).toThrow(RejectedEvent);
    try {
      refused();
    } catch (error) {
      expect((error as RejectedEvent).rejection.code).toBe(code);
    }
  });
});
