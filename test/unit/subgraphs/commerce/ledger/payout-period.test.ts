import { expect, test } from 'vitest';
import { payoutPeriod } from '../../../../../subgraphs/commerce/ledger/payout-period.ts';

test.each([
  ['2025-05', '2025-06-01'],
  ['2025-12', '2026-01-01'],
  ['2025-05-07', '2025-05-08'],
  ['2025-W19', '2025-05-12'],
  ['2026-W53', '2027-01-04'],
])('%s ends as %s begins in Shanghai', (name, next) => {
  expect(payoutPeriod(name)).toEqual({ name, end: new Date(`${next}T00:00:00+08:00`) });
});

test.each(['', '2025', '2025-13', '2025-02-30', '2025-W00', '2025-W53', '2025-W54', '05-2025'])(
  '%s is no period',
  (name) => {
    expect(payoutPeriod(name)).toBeUndefined();
  },
);
