import { describe, expect, test } from 'vitest';
import { RetryBudget } from '../../../../../gateway/subgraphs/transport/retry-budget.ts';

function spent(budget: RetryBudget): number {
  let count = 0;
  while (budget.spend()) count++;
  return count;
}

describe('the budget of retries', () => {
  test('grows by a tenth of the requests', () => {
    const budget = new RetryBudget(() => 0);
    spent(budget);
    for (let sent = 0; sent < 105; sent++) budget.earn();
    expect(spent(budget)).toBe(10);
  });

  test('grows by two a second however few requests come', () => {
    let now = 0;
    const budget = new RetryBudget(() => now);
    spent(budget);
    now += 1499;
    expect(spent(budget)).toBe(2);
    now += 500;
    expect(spent(budget)).toBe(1);
  });

  test('saves up twenty at most', () => {
    let now = 0;
    const budget = new RetryBudget(() => now);
    for (let sent = 0; sent < 10_000; sent++) budget.earn();
    now += 3_600_000;
    expect(spent(budget)).toBe(20);
  });
});
