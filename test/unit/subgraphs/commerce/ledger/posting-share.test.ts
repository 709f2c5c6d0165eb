import { expect, it } from 'vitest';
import { waitWhileBusy } from '../../../../../subgraphs/commerce/ledger/posting-share.ts';

const MINUTE = 60_000;

/** Posting's share of the time after transactions of 200 ms. */
const shareAt = (lagMs: number) => 200 / (200 + waitWhileBusy(200, lagMs));

it('leaves recording nearly all of the time while commissions are less than a minute late', () => {
  expect(shareAt(0)).toBeCloseTo(1 / 51);
  expect(shareAt(MINUTE / 2)).toBeCloseTo(1 / 51);
});

it('takes a sixth of the time once they are a minute late, and as much more for each further minute', () => {
  expect([1, 2, 3, 4, 5, 6].map((minutes) => shareAt(minutes * MINUTE) * 6)).toEqual(
    [1, 2, 3, 4, 5, 6].map((sixths) => expect.closeTo(sixths)),
  );
});

it('does not wait at all where they are later than that', () => {
  expect(waitWhileBusy(200, 60 * MINUTE)).toBe(0);
});

it('waits on the smaller share no longer than until they are a minute late', () => {
  expect(waitWhileBusy(4_000, MINUTE / 2)).toBe(MINUTE / 2);
  expect(waitWhileBusy(200, MINUTE - 1)).toBe(1_000);
});

it('never waits longer for being later', () => {
  const waits = Array.from({ length: 800 }, (_, second) => waitWhileBusy(700, second * 1_000));
  expect(waits).toEqual(waits.toSorted((a, b) => b - a));
});
