import { expect, test } from 'vitest';
import { tellExactShare, tellRoundedShare } from '../../../../../subgraphs/kit/people/people-share.ts';

const known = (people: number) => ({ people, vouched: people });

test('is the share of exact counts, to 4 decimals, or of rounded ones, which say no more than these', () => {
  expect(tellExactShare(known(826), known(1_000), 50)).toEqual({ share: '0.8260', withheld: null });
  expect(tellExactShare(known(0), known(1_000), 50).share).toBe('0.0000');
  const shares = [825, 826, 834].map((part) => tellRoundedShare(known(part), known(1_000), 50).share);
  expect(shares).toEqual(['0.8300', '0.8300', '0.8300']);
});

test('is withheld where those in the group, those outside of it or all together are few, or none of them is known from others', () => {
  for (const [part, whole] of [
    [known(49), known(1_000)],
    [known(951), known(1_000)],
    [known(49), known(49)],
    [known(0), known(0)],
    [{ people: 500, vouched: 49 }, known(1_000)],
    [known(500), { people: 1_000, vouched: 549 }],
  ] as const)
    for (const tell of [tellExactShare, tellRoundedShare])
      expect(tell(part, whole, 50)).toEqual({ share: null, withheld: 'TOO_FEW_PEOPLE' });
});
