import { expect, test } from 'vitest';
import { newcombe, wilson } from '../../../../../subgraphs/kit/statistics/proportions.ts';

test('gives Wilson’s interval of 81 of 263 as Newcombe (1998, Statistics in Medicine 17, 857–872, table I) does', () => {
  const { low, high } = wilson({ count: 81, of: 263 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.2553', '0.3662']);
});

test('gives the interval of 56/70 less 48/80 as Newcombe (1998, Statistics in Medicine 17, 873–890, table II) does', () => {
  const { low, high } = newcombe({ count: 48, of: 80 }, { count: 56, of: 70 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.0524', '0.3339']);
});

test('gives the interval of 10/10 less 0/10, whose naive one has no width', () => {
  const { low, high } = newcombe({ count: 0, of: 10 }, { count: 10, of: 10 });
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.6075', '1.0000']);
});
