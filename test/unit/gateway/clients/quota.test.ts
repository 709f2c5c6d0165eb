import { describe, expect, test } from 'vitest';
import { quotaFrom } from '../../../../gateway/clients/quota.ts';

describe('quotaFrom', () => {
  test.each([
    ['6000', { costPerMinute: 6000 }],
    ['cost=6000,requests=50,burst=100', { costPerMinute: 6000, requestsPerSecond: 50, burst: 100 }],
    ['requests=50', { requestsPerSecond: 50 }],
  ])('reads %s', (text, quota) => {
    expect(quotaFrom(text)).toMatchObject(quota);
  });

  test.each(['', '0', '-1', 'cost=0', 'cost=1,cost=2', 'burst=5', 'price=5', 'cost=1e3', '__proto__=1'])(
    'takes %j for none that is well written',
    (text) => {
      expect(quotaFrom(text)).toBeNull();
    },
  );

  test('reads none', () => {
    expect(quotaFrom('none')).toBeUndefined();
  });
});
