import { expect, test } from 'vitest';
import { retryDelay } from '../../../../../gateway/subgraphs/upstreams/retry-delay.ts';

test('waits are random below a bound that doubles, up to ten seconds', () => {
  expect([0, 1, 2, 5, 6, 100].map((tries) => retryDelay(tries, () => 1))).toEqual([
    250, 500, 1000, 8000, 10_000, 10_000,
  ]);
  expect(retryDelay(3, () => 0)).toBe(0);
});
