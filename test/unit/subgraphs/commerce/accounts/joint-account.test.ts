import { expect, test } from 'vitest';
import { statusOf } from '../../../../../subgraphs/commerce/accounts/joint-account.ts';

test.each([
  ['+', 'PENDING'],
  ['++', 'PENDING'],
  ['+++', 'ACTIVE'],
  ['+-', 'SUSPENDED'],
  ['++-', 'SUSPENDED'],
  ['+--', 'SUSPENDED'],
  ['-', 'REVOKED'],
  ['---', 'REVOKED'],
])('grants that stand (+) or were taken back (-): %s is %s', (grants, status) => {
  expect(statusOf([...grants].map((sign) => ({ revokedAt: sign === '+' ? null : new Date() })))).toBe(status);
});
