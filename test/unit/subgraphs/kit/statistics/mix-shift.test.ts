import { expect, test } from 'vitest';
import { mixShift } from '../../../../../subgraphs/kit/statistics/mix-shift.ts';

test('finds Simpson’s paradox in the treatment of kidney stones (Julious and Mullee, BMJ 309 (1994) 1480): better for small and for large stones, worse for all', () => {
  const shift = mixShift([
    { baseline: { count: 234, of: 270 }, current: { count: 81, of: 87 } },
    { baseline: { count: 55, of: 80 }, current: { count: 192, of: 263 } },
  ]);
  expect(273 / 350).toBeLessThan(289 / 350);
  expect(shift?.misleads).toBe(true);
  expect(((1 + (shift?.changeAtBaselineMix ?? 0)) * (289 / 350)).toFixed(3)).toBe('0.885');
});

test('has nothing to say against a change that every part makes in its share', () => {
  const part = { baseline: { count: 50, of: 1_000 }, current: { count: 60, of: 1_000 } };
  const shift = mixShift([part, part]);
  expect(shift?.changeAtBaselineMix).toBeCloseTo(0.2, 12);
  expect(shift?.misleads).toBe(false);
});

test('compares nothing with nothing', () => {
  expect(mixShift([{ baseline: { count: 0, of: 0 }, current: { count: 1, of: 2 } }])).toBeUndefined();
  expect(mixShift([{ baseline: { count: 1, of: 2 }, current: { count: 0, of: 0 } }])).toBeUndefined();
});
