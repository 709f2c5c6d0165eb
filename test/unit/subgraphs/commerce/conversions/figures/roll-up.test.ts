import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Contribution,
  FIGURES,
  type Figure,
} from '../../../../../../subgraphs/commerce/conversions/attribution/contribution.ts';
import { creditOf } from '../../../../../../subgraphs/commerce/conversions/attribution/credit-of.ts';
import type { Touch } from '../../../../../../subgraphs/commerce/conversions/attribution/touch.ts';
import type { OutcomeCell } from '../../../../../../subgraphs/commerce/conversions/figures/figure-cells.ts';
import { RollUp } from '../../../../../../subgraphs/commerce/conversions/figures/roll-up.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MIDNIGHT = Date.parse('2025-05-06T16:00:00.000Z');

const touch: Touch = {
  conversion: 'c',
  platformId: 'platform_xiaohongshu',
  eventId: '1',
  clickId: null,
  person: 'li',
  shopId: 'shop_1',
  linkId: 'link_1',
  noteId: 'note_1',
  productId: 'product_1',
  fingerprint: null,
  occurredAt: MIDNIGHT,
};

/** A paid order after some clicks, with one refund. */
function orderOf(clicks: readonly Touch[], at: number, sales: number, refund = 0, refundAt = at): Contribution {
  const outcome = { shopId: 'shop_1', person: 'li', clickIds: [], occurredAt: at };
  return {
    credit: creditOf(outcome, { clicks, reads: [], signs: [] }),
    entries: [
      { figure: 'orders', amount: 1, at },
      { figure: 'credited', amount: 1_000_000, at },
      { figure: 'sales', amount: sales, at },
      { figure: 'refunds', amount: refund, at: refundAt },
    ],
  };
}

/** By window. */
function amountsOf(cell: OutcomeCell | undefined, figure: Figure): number[] {
  const place = FIGURES.indexOf(figure) * 4;
  return cell?.amounts.slice(place, place + 4) ?? [];
}

const order = fc
  .record({
    ages: fc.array(fc.constantFrom(0, HOUR, DAY, 3 * DAY, 7 * DAY, 20 * DAY, 31 * DAY), { maxLength: 6 }),
    notes: fc.array(fc.constantFrom('note_1', 'note_2', 'note_3'), { minLength: 6, maxLength: 6 }),
    fingerprint: fc.constantFrom(null, 'abc'),
    sales: fc.integer({ min: 0, max: 1_000 }),
    refund: fc.integer({ min: 0, max: 500 }),
    late: fc.constantFrom(0, DAY, 5 * DAY, 40 * DAY),
  })
  .map(({ ages, notes, fingerprint, sales, refund, late }) => {
    const clicks = ages.map((age, index) => ({
      ...touch,
      conversion: `${index}`,
      eventId: `${index}`,
      noteId: notes[index] ?? 'note_1',
      linkId: `link_of_${notes[index]}`,
      fingerprint,
      occurredAt: MIDNIGHT + 40 * DAY - age,
    }));
    const at = MIDNIGHT + 40 * DAY;
    return { contribution: orderOf(clicks, at, sales, refund, at + 2 * DAY), recordedAt: at + late };
  });

describe('RollUp', () => {
  it('puts the last millisecond before midnight in Shanghai and the first after it on two days', () => {
    const rollUp = new RollUp();
    rollUp.countClick({ ...touch, occurredAt: MIDNIGHT - 1 }, 1, MIDNIGHT);
    rollUp.countClick(touch, 1, MIDNIGHT);
    const days = rollUp.clickCells().filter(({ subject }) => subject.kind === 'NOTE');
    expect(days.map((cell) => [cell.day, cell.clicks])).toEqual([
      ['2025-05-06', [1, 1, 1, 1]],
      ['2025-05-07', [1, 1, 1, 1]],
    ]);
  });

  it('counts a touch for its link, note, product and shop, and for the searched text where there is one', () => {
    const subjectsOf = (one: Touch) => {
      const rollUp = new RollUp();
      rollUp.countClick(one, 1, MIDNIGHT);
      return rollUp.clickCells().map(({ subject }) => `${subject.kind} ${subject.id}`);
    };
    const own = ['LINK link_1', 'NOTE note_1', 'PRODUCT product_1', 'SHOP shop_1'];
    expect(subjectsOf(touch)).toEqual(own);
    expect(subjectsOf({ ...touch, fingerprint: 'abc' }).sort()).toEqual([...own, 'SEARCH abc'].sort());
  });

  it('books what is recorded late on the day of recording in the windows in which its own day is FINAL by then', () => {
    const rollUp = new RollUp();
    // The day ends at MIDNIGHT + 1 day; HOURS_24 is FINAL 4 days after that, DAYS_7 10 days.
    rollUp.countClick(touch, 1, MIDNIGHT + 5 * DAY - 1);
    rollUp.countClick(touch, 1, MIDNIGHT + 5 * DAY);
    rollUp.countClick(touch, 1, MIDNIGHT + 11 * DAY);
    const days = rollUp.clickCells().filter(({ subject }) => subject.kind === 'NOTE');
    expect(days.map((cell) => [cell.day, cell.clicks])).toEqual([
      ['2025-05-07', [1, 2, 3, 3]],
      ['2025-05-12', [1, 0, 0, 0]],
      ['2025-05-18', [1, 1, 0, 0]],
    ]);
  });

  it("counts an order in the windows of its touch's age, and its refund in the same, on the refund's day", () => {
    const rollUp = new RollUp();
    const paidAt = MIDNIGHT + 7 * DAY;
    rollUp.step(undefined, orderOf([touch], paidAt, 12_900, 900, paidAt + 60 * DAY), paidAt);
    const cells = rollUp.outcomeCells().filter(({ subject }) => subject.kind === 'NOTE');
    expect(cells.map((cell) => [cell.model, cell.day, amountsOf(cell, 'sales'), amountsOf(cell, 'refunds')])).toEqual([
      ['LAST_CLICK', '2025-05-14', [0, 12_900, 12_900, 12_900], [0, 0, 0, 0]],
      ['LAST_CLICK', '2025-07-13', [0, 0, 0, 0], [0, 900, 900, 900]],
    ]);
  });

  it('keeps of other models what they differ from LAST_CLICK by: nothing where there is one touch', () => {
    const rollUp = new RollUp();
    const first = { ...touch, conversion: 'b', eventId: '0', noteId: 'note_2', occurredAt: MIDNIGHT - 2 * DAY };
    rollUp.step(undefined, orderOf([first, touch], MIDNIGHT, 101), MIDNIGHT);
    const linear = (id: string) =>
      rollUp.outcomeCells().find(({ subject, model }) => subject.id === id && model === 'LINEAR');
    // In 24 hours the second touch is alone.
    expect(amountsOf(linear('note_1'), 'credited')).toEqual([0, -500_000, -500_000, -500_000]);
    expect(amountsOf(linear('note_1'), 'sales')).toEqual([0, -50, -50, -50]);
    expect(amountsOf(linear('note_1'), 'orders')).toEqual([0, 0, 0, 0]);
    expect(amountsOf(linear('note_2'), 'orders')).toEqual([0, 1, 1, 1]);
    expect(amountsOf(linear('note_2'), 'sales')).toEqual([0, 50, 50, 50]);
    expect(linear('shop_1')).toBeUndefined();
  });

  it('comes to nothing when everything that was put in is taken out at the same instant, in any order', () => {
    const both = fc
      .array(order, { maxLength: 8 })
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    fc.assert(
      fc.property(both, ([all, other]) => {
        const rollUp = new RollUp();
        for (const { contribution, recordedAt } of all) rollUp.step(undefined, contribution, recordedAt);
        for (const { contribution, recordedAt } of other) rollUp.step(contribution, undefined, recordedAt);
        expect(rollUp.outcomeCells().filter(({ amounts }) => amounts.some(Boolean))).toEqual([]);
      }),
    );
  });

  it("gives every note its part of the whole: the notes' money and credit sum to the shop's, in every model", () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 8 }), (all) => {
        const rollUp = new RollUp();
        for (const { contribution, recordedAt } of all) rollUp.step(undefined, contribution, recordedAt);
        const sum = (kind: string, model: string, figure: Figure) =>
          rollUp
            .outcomeCells()
            .filter((cell) => cell.subject.kind === kind && cell.model === model)
            .flatMap((cell) => amountsOf(cell, figure))
            .reduce((total, amount) => total + amount, 0);
        for (const model of ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'])
          for (const figure of ['credited', 'sales', 'refunds'] as const)
            expect(sum('NOTE', model, figure)).toBe(sum('SHOP', model, figure));
      }),
    );
  });

  it('gives its cells in the order of their keys, so that writers lock them in one order', () => {
    fc.assert(
      fc.property(fc.array(order, { maxLength: 8 }), (all) => {
        const rollUp = new RollUp();
        for (const { contribution, recordedAt } of all) rollUp.step(undefined, contribution, recordedAt);
        const keys = rollUp
          .outcomeCells()
          .map(({ subject, model, day }) => `${subject.kind} ${subject.id} ${model} ${day}`);
        expect(keys).toEqual(keys.toSorted());
      }),
    );
  });
});
