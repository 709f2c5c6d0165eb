import { expect, test } from 'vitest';
import { tellExactShare } from '../../../../../subgraphs/kit/people/exact-share.ts';

test('is the share of exact counts, to 4 decimals', () => {
  expect(tellExactShare(826, 1_000, 50)).toEqual({ share: '0.8260', withheld: null });
  expect(tellExactShare(0, 1_000, 50).share).toBe('0.0000');
});

test('is withheld where those in the group, those outside of it or all together are few', () => {
  for (const [part, whole] of [
    [49, 1_000],
    [951, 1_000],
    [49, 49],
    [0, 0],
  ] as const)
    expect(tellExactShare(part, whole, 50)).toEqual({ share: null, withheld: 'TOO_FEW_PEOPLE' });
});
