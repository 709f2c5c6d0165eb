import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Contribution, RollUp } from '../../../../../subgraphs/commerce/conversions/roll-up.ts';
import type { Touch } from '../../../../../subgraphs/commerce/conversions/touch.ts';

const HOUR = 3_600_000;
const MIDNIGHT = Date.parse('2025-05-06T16:00:00.000Z');

const touch: Touch = {
  conversion: 'c',
  platformId: 'platform_xiaohongshu',
  eventId: '1',
  clickId: null,
  person: null,
  shopId: 'shop_1',
  linkId: 'link_1',
  noteId: 'note_1',
  productId: 'product_1',
  fingerprint: null,
  occurredAt: MIDNIGHT,
};

const contribution = fc
  .record({
    after: fc.constantFrom(0, HOUR, 24 * HOUR, 24 * HOUR + 1, 168 * HOUR, 720 * HOUR),
    figure: fc.constantFrom('visits', 'orders', 'sales', 'refunds'),
    amount: fc.integer({ min: 0, max: 1_000 }),
    noteId: fc.constantFrom('note_1', 'note_2'),
    fingerprint: fc.constantFrom(null, 'abc'),
  })
  .map(({ after, figure, amount, ...change }): Contribution => {
    const at = MIDNIGHT + after;
    return { touch: { ...touch, ...change }, occurredAt: at, entries: [{ figure, amount, at }] };
  });

describe('RollUp', () => {
  it('puts the last millisecond before midnight in Shanghai and the first after it on two days', () => {
    const rollUp = new RollUp();
    rollUp.addClick({ ...touch, occurredAt: MIDNIGHT - 1 });
    rollUp.addClick(touch);
    const days = rollUp.clickCells().filter((cell) => cell.subject_kind === 'NOTE');
    expect(days.map((cell) => [cell.day, cell.link_clicks])).toEqual([
      ['2025-05-06', 1],
      ['2025-05-07', 1],
    ]);
  });

  it('counts a touch for its link, note, product and shop, and for the searched text where there is one', () => {
    const kindsOf = (one: Touch) => {
      const rollUp = new RollUp();
      rollUp.addClick(one);
      return rollUp.clickCells().map((cell) => `${cell.subject_kind} ${cell.subject_id}`);
    };
    const own = ['LINK link_1', 'NOTE note_1', 'PRODUCT product_1', 'SHOP shop_1'];
    expect(kindsOf(touch)).toEqual(own);
    expect(kindsOf({ ...touch, fingerprint: 'abc' }).sort()).toEqual([...own, 'SEARCH abc'].sort());
  });

  it("counts an order in the windows of its payment's age, and its refund in the same, on the refund's day", () => {
    const rollUp = new RollUp();
    const paidAt = MIDNIGHT + 7 * 24 * HOUR;
    rollUp.put({
      touch,
      occurredAt: paidAt,
      entries: [
        { figure: 'sales', amount: 12_900, at: paidAt },
        { figure: 'refunds', amount: 900, at: paidAt + 60 * 24 * HOUR },
      ],
    });
    const cells = rollUp.outcomeCells().filter((cell) => cell.subject_kind === 'NOTE');
    expect(cells.map((cell) => [cell.day, cell.amounts.sales, cell.amounts.refunds])).toEqual([
      ['2025-05-14', [0, 12_900, 12_900, 12_900], [0, 0, 0, 0]],
      ['2025-07-13', [0, 0, 0, 0], [0, 900, 900, 900]],
    ]);
  });

  it('comes to nothing when everything that was put in is taken out, in any order', () => {
    const both = fc
      .array(contribution, { maxLength: 12 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(both, ([all, other]) => {
        const rollUp = new RollUp();
        for (const each of all) rollUp.put(each);
        for (const each of other) rollUp.takeOut(each);
        expect(rollUp.outcomeCells()).toEqual([]);
      }),
    );
  });

  it('gives every note its part of the whole: the notes of a shop sum to the shop', () => {
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 12 }), (all) => {
        const rollUp = new RollUp();
        for (const each of all) rollUp.put(each);
        const sum = (kind: string) =>
          rollUp
            .outcomeCells()
            .filter((cell) => cell.subject_kind === kind)
            .flatMap((cell) => cell.amounts.sales)
            .reduce((total, amount) => total + amount, 0);
        expect(sum('NOTE')).toBe(sum('SHOP'));
      }),
    );
  });

  it('gives its cells in the order of their keys, so that writers lock them in one order', () => {
    fc.assert(
      fc.property(fc.array(contribution, { maxLength: 12 }), (all) => {
        const rollUp = new RollUp();
        for (const each of all) rollUp.put(each);
        const keys = rollUp.outcomeCells().map((cell) => `${cell.subject_kind} ${cell.subject_id} ${cell.day}`);
        expect(keys).toEqual(keys.toSorted());
      }),
    );
  });
});
