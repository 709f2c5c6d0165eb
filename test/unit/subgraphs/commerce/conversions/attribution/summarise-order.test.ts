import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  countedRefunds,
  linesOf,
  type OrderFact,
  type RefundFact,
  summariseOrder,
} from '../../../../../../subgraphs/commerce/conversions/attribution/summarise-order.ts';

const HOUR = 3_600_000;

function fact(change: Partial<OrderFact> & Pick<OrderFact, 'lineId' | 'stage'>): OrderFact {
  return {
    conversion: `${change.lineId} ${change.stage}`,
    productId: 'product_1',
    quantity: 1,
    amountFen: 10_000,
    paymentMethod: null,
    logisticsProvider: null,
    person: 'li',
    clickId: null,
    counted: true,
    occurredAt: 0,
    ...change,
  };
}

const refund = (lineId: string, amountFen: number, counted = true): RefundFact => ({
  conversion: `${lineId} ${amountFen}`,
  lineId,
  amountFen,
  counted,
  occurredAt: 9 * HOUR,
});

const facts = fc.uniqueArray(
  fc
    .record({
      lineId: fc.constantFrom('1', '2', '3'),
      stage: fc.constantFrom('ORDER_PLACED', 'ORDER_PAID', 'ORDER_RECEIVED'),
      amountFen: fc.integer({ min: 0, max: 1_000 }),
      occurredAt: fc.integer({ min: 0, max: 3 }),
      person: fc.constantFrom(null, 'li'),
      paymentMethod: fc.constantFrom(null, 'ALIPAY', 'WECHAT_PAY'),
      clickId: fc.constantFrom(null, 'click_1', 'click_2'),
      counted: fc.boolean(),
    })
    .map((change) => fact(change as OrderFact)),
  { selector: ({ lineId, stage }) => `${lineId} ${stage}` },
);
const refunds = fc.array(
  fc
    .record({ lineId: fc.constantFrom('1', '2'), fen: fc.integer({ min: 1, max: 500 }) })
    .map(({ lineId, fen }) => refund(lineId, fen)),
  { maxLength: 3 },
);

describe('summariseOrder', () => {
  it('counts an order at its earliest payment, with the money of all its lines', () => {
    const paid = [
      fact({ lineId: '1', stage: 'ORDER_PAID', occurredAt: 2 * HOUR, amountFen: 12_900 }),
      fact({ lineId: '2', stage: 'ORDER_PAID', occurredAt: HOUR, amountFen: 5_000 }),
    ];
    expect(summariseOrder(paid, [])).toMatchObject({
      status: 'PAID',
      paidAt: HOUR,
      countedAt: HOUR,
      countedFen: 17_900,
      totalFen: 17_900,
    });
  });

  it('leaves lines without consent out of figures, and not out of the order', () => {
    const paid = [
      fact({ lineId: '1', stage: 'ORDER_PAID', occurredAt: 1, counted: false, person: null }),
      fact({ lineId: '2', stage: 'ORDER_PAID', occurredAt: 2, amountFen: 5_000 }),
    ];
    expect(summariseOrder(paid, [])).toMatchObject({ paidAt: 1, totalFen: 15_000, countedAt: 2, countedFen: 5_000 });
    expect(summariseOrder(paid.slice(0, 1), [])).toMatchObject({ status: 'PAID', countedAt: null, countedFen: 0 });
  });

  it('takes back in figures only what was paid in them, whichever line came first', () => {
    const facts = [
      fact({ lineId: '1', stage: 'ORDER_PAID', amountFen: 10_000 }),
      fact({ lineId: '2', stage: 'ORDER_PAID', amountFen: 50_000, counted: false, person: null }),
    ];
    const back = [refund('1', 4_000), refund('1', 9_000), refund('2', 50_000), refund('99', 77_700)];
    const taken = countedRefunds(facts, back).reduce((sum, { amountFen }) => sum + amountFen, 0);
    expect(taken).toBe(10_000);
    expect(countedRefunds([], back)).toEqual([]);
    expect(countedRefunds(facts, [refund('1', 4_000, false)])).toEqual([]);
  });

  it('goes from placed to paid, received when every line is, and refunded when everything came back', () => {
    const lines = ['1', '2'];
    const at = (stage: OrderFact['stage']) => lines.map((lineId) => fact({ lineId, stage }));
    const all = [...at('ORDER_PLACED'), ...at('ORDER_PAID'), ...at('ORDER_RECEIVED')];
    const status = (known: number, back: RefundFact[] = []) => summariseOrder(all.slice(0, known), back).status;
    expect([0, 2, 3, 4, 5, 6].map((known) => status(known))).toEqual([
      null,
      'PLACED',
      'PAID',
      'PAID',
      'PAID',
      'RECEIVED',
    ]);
    expect(status(6, [refund('1', 10_000)])).toBe('RECEIVED');
    expect(status(6, [refund('1', 10_000), refund('2', 10_000)])).toBe('REFUNDED');
  });

  it('knows nothing of an order but its refund until more is told', () => {
    expect(summariseOrder([], [refund('1', 100)])).toMatchObject({ status: null, placedAt: null, countedAt: null });
  });

  it('comes to the same in whatever order the facts came', () => {
    const shuffled = facts.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, refunds, ([all, other], back) => {
        expect(summariseOrder(other, back.toReversed())).toEqual(summariseOrder(all, back));
      }),
    );
  });

  it('splits money into lines that sum to the whole', () => {
    fc.assert(
      fc.property(facts, refunds, (all, back) => {
        const lines = linesOf(all, back);
        const sum = (of: (line: (typeof lines)[number]) => number) =>
          lines.reduce((total, line) => total + of(line), 0);
        const paid = all
          .filter(({ stage }) => stage === 'ORDER_PAID')
          .reduce((total, line) => total + line.amountFen, 0);
        expect(sum((line) => line.amountFen)).toBe(summariseOrder(all, back).totalFen);
        expect(sum((line) => line.paidFen)).toBe(paid);
        expect(summariseOrder(all, back).countedFen).toBeLessThanOrEqual(paid);
      }),
    );
  });
});
