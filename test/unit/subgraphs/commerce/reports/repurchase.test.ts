import { expect, test } from 'vitest';
import { tellRepurchase } from '../../../../../subgraphs/commerce/reports/repurchase.ts';

const CELL = {
  buyers: 1_004,
  vouched: 1_000,
  repeat: 302,
  repeatVouched: 300,
  seeded: 400,
  seededRepeat: 200,
  medianDays: 12.25,
};

test('tells counts rounded to 10, and rates of exact ones', () => {
  expect(tellRepurchase(CELL, 50)).toEqual({
    buyers: 1_000,
    repeatBuyers: 300,
    repeatRate: '0.3008',
    seededRepeatRate: '0.5000',
    medianDays: '12.3',
    withheld: null,
  });
});

test('tells of no group that is small, or that is large by invented persons alone', () => {
  expect(tellRepurchase({ ...CELL, vouched: 9 }, 50)).toMatchObject({ buyers: null, withheld: 'TOO_FEW_PEOPLE' });
  const few = tellRepurchase({ ...CELL, repeat: 12, repeatVouched: 12 }, 50);
  expect(few).toMatchObject({ buyers: 1_000, repeatBuyers: null, repeatRate: null, medianDays: null });
  expect(tellRepurchase({ ...CELL, repeat: 980 }, 50)).toMatchObject({ repeatBuyers: null, repeatRate: null });
  expect(tellRepurchase({ ...CELL, repeatVouched: 9 }, 50)).toMatchObject({ repeatBuyers: null, repeatRate: null });
  expect(tellRepurchase(undefined, 50).withheld).toBe('TOO_FEW_PEOPLE');
});
