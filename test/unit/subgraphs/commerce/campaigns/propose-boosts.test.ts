import { expect, test } from 'vitest';
import {
  type NoteResult,
  proposeBoosts,
  wilsonLow,
} from '../../../../../subgraphs/commerce/campaigns/propose-boosts.ts';

const THRESHOLDS = { leastClicks: 50, leastPeople: 50, leastLiftPercent: 120, budgetPercent: 20 };
const note = (noteId: string, clicks: number, orders: number, given: Partial<NoteResult> = {}): NoteResult => ({
  noteId,
  clicks,
  credited: orders * 1_000_000,
  netSales: orders * 12_345,
  people: clicks,
  ...given,
});

test('the interval is Wilson’s', () => {
  expect(wilsonLow(10, 100)).toBeCloseTo(0.0552, 4);
  expect(wilsonLow(0, 10)).toBe(0);
  expect(wilsonLow(10, 10)).toBeCloseTo(0.7225, 4);
});

test('a note is proposed whose rate is above the shop’s even at the low end of what its clicks prove', () => {
  const proposed = proposeBoosts([note('note_1', 500, 60), note('note_2', 1_500, 40)], THRESHOLDS);
  expect(proposed).toEqual([
    {
      noteId: 'note_1',
      clicks: 500,
      credited: 60_000_000,
      netSales: 740_700,
      rateAtLeast: wilsonLow(60, 500),
      shopRate: 0.05,
      budget: 148_100,
    },
  ]);
});

test.each([
  ['few clicks prove nothing', [note('note_1', 60, 6)]],
  ['too few clicks', [note('note_1', 49, 49)]],
  ['too few persons', [note('note_1', 500, 400, { people: 49 })]],
  ['nothing sold', [note('note_1', 500, 400, { netSales: 0 })]],
  ['no better than the shop', [note('note_1', 1_500, 40)]],
])('none is, where there is %s', (_why, notes) => {
  expect(proposeBoosts([...notes, note('note_9', 1_500, 60)], THRESHOLDS)).toEqual([]);
});

test('of a shop without clicks nothing is', () => {
  expect(proposeBoosts([], THRESHOLDS)).toEqual([]);
});
