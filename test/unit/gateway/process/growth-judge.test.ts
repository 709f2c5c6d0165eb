import { expect, test } from 'vitest';
import { GrowthJudge } from '../../../../gateway/process/growth-judge.ts';

const MEGABYTE = 2 ** 20;

/** A judge that saw eight collections of so many milliseconds, one each tenth of a second. */
function judgeAfter(...durations: readonly number[]): GrowthJudge {
  const judge = new GrowthJudge(0);
  durations.forEach((duration, group) => {
    for (let nth = 1; nth <= 8; nth++) judge.collected(duration, 800 * group + 100 * nth);
  });
  return judge;
}

test('lets a young generation grow to 32 MB whatever it costs', () => {
  expect(judgeAfter(0.1).mayGrow(31 * MEGABYTE)).toBe(true);
  expect(judgeAfter(0.1).mayGrow(32 * MEGABYTE)).toBe(false);
});

test('lets it grow further where collections take more than six hundredths of the time', () => {
  expect(judgeAfter(5.9).mayGrow(32 * MEGABYTE)).toBe(false);
  expect(judgeAfter(6.1).mayGrow(32 * MEGABYTE)).toBe(true);
});

test('judges by the last eight collections', () => {
  expect(judgeAfter(20, 1).mayGrow(64 * MEGABYTE)).toBe(false);
  expect(judgeAfter(1, 20).mayGrow(64 * MEGABYTE)).toBe(true);
});

test('lets nothing grow before it has seen enough', () => {
  const judge = new GrowthJudge(0);
  judge.collected(90, 100);
  expect(judge.mayGrow(64 * MEGABYTE)).toBe(false);
});
