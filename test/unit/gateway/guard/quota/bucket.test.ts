import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocalBucket } from '../../../../../gateway/guard/quota/bucket.ts';

describe('a bucket', () => {
  test('never gives more than it holds at first and what has come into it since', () => {
    const steps = fc.array(
      fc.record({ wait: fc.nat(5000), amount: fc.integer({ min: 1, max: 50 }), back: fc.nat(50) }),
    );
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 20 }), (all, capacity, rate) => {
        let now = 0;
        const bucket = new LocalBucket({ capacity, rate }, () => now);
        let spent = 0;
        for (const { wait, amount, back } of all) {
          now += wait;
          if (bucket.take(amount)) {
            const returned = Math.min(back, amount);
            bucket.give(returned);
            spent += amount - returned;
          }
          expect(bucket.available()).toBeLessThanOrEqual(capacity);
          expect(spent).toBeLessThanOrEqual(capacity + (now * rate) / 1000 + 1e-6);
        }
      }),
    );
  });

  test('takes on a debt, and pays it with what comes', () => {
    let now = 0;
    const bucket = new LocalBucket({ capacity: 10, rate: 2 }, () => now);
    expect(bucket.take(10)).toBe(true);
    bucket.give(-6);
    expect([bucket.available(), bucket.take(1)]).toEqual([-6, false]);
    now = 3500;
    expect([bucket.available(), bucket.take(1)]).toEqual([1, true]);
  });
});
