import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BucketSize, LocalBucket } from '../../../../../gateway/guard/quota/bucket.ts';
import type { Lease, LeaseStore, LeaseWish } from '../../../../../gateway/guard/quota/lease-store.ts';
import { SharedBucket } from '../../../../../gateway/guard/quota/shared-bucket.ts';

/** A store in this process: what Redis does, by the same rules, a turn later. */
class Store implements LeaseStore {
  isShared = true;
  instances = 2;
  exchanges = 0;
  now = 0;
  readonly clock = () => this.now;
  #bucket: LocalBucket | undefined;

  async exchange(_key: string, size: BucketSize, { returned, least, most }: LeaseWish): Promise<Lease> {
    this.exchanges++;
    await sleep(0);
    if (!this.isShared) throw new Error('lost');
    this.#bucket ??= new LocalBucket(size, this.clock);
    this.#bucket.give(returned);
    const level = this.#bucket.available();
    const granted = most > 0 && level > 0 && level >= least ? Math.min(level, most) : 0;
    this.#bucket.take(granted);
    return { granted, level: this.#bucket.available() };
  }
}

const SIZE = { capacity: 1000, rate: 100 };

describe('a bucket that instances share', () => {
  test('gives all of them together what it holds and what comes in, within a percent, asking the store seldom', async () => {
    const store = new Store();
    const instances = [0, 1].map(() => new SharedBucket('k', SIZE, store, store.clock));
    let taken = 0;
    for (let round = 0; round < 300; round++) {
      store.now += 100;
      const answers = await Promise.all(instances.flatMap((each) => Array.from({ length: 10 }, () => each.take(1))));
      taken += answers.filter(Boolean).length;
      expect(taken).toBeLessThanOrEqual(1.01 * (SIZE.capacity + store.now * (SIZE.rate / 1000)));
    }
    const whole = SIZE.capacity + store.now * (SIZE.rate / 1000);
    expect(taken).toBeGreaterThanOrEqual(0.99 * whole);
    expect(store.exchanges).toBeLessThan(6000 / 4);
  });

  test('never gives more than that, whatever is taken, given back and owed', async () => {
    const step = fc.record({
      who: fc.nat(1),
      amount: fc.integer({ min: 1, max: 60 }),
      back: fc.integer({ min: -20, max: 60 }),
      wait: fc.nat(400),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const store = new Store();
        const instances = [0, 1].map(() => new SharedBucket('k', SIZE, store, store.clock));
        let spent = 0;
        let owed = 0;
        for (const { who, amount, back, wait } of steps) {
          store.now += wait;
          const bucket = instances[who];
          if (!(await bucket?.take(amount))) continue;
          const returned = Math.min(back, amount);
          bucket?.give(returned);
          spent += amount - returned;
          owed += Math.max(0, -returned);
        }
        expect(spent).toBeLessThanOrEqual(1.01 * (SIZE.capacity + store.now * (SIZE.rate / 1000)) + owed);
      }),
      { numRuns: 50 },
    );
  });

  test('takes at once what was taken in advance, and gives back what is not needed', async () => {
    const store = new Store();
    const [one, other] = [0, 1].map(() => new SharedBucket('k', SIZE, store, store.clock));
    await one?.take(1);
    expect(one?.take(1)).toBe(true);
    store.now += 10_000;
    one?.tidy(500);
    await sleep(5);
    expect(await other?.take(1000)).toBe(true);
  });

  test('goes on with its share where the store is lost, and with the whole where it is back', async () => {
    const store = new Store();
    const bucket = new SharedBucket('k', SIZE, store, store.clock);
    expect(await bucket.take(200)).toBe(true);
    store.isShared = false;
    expect(bucket.available()).toBeCloseTo(400, 0);
    expect([bucket.take(390), bucket.take(20)]).toEqual([true, false]);
    store.now += 1000;
    // Half of what comes in: there are two.
    expect(bucket.available()).toBeCloseTo(60, 0);
    store.isShared = true;
    expect(await bucket.take(500)).toBe(true);
  });

  test('serves who waits from its share where the store is lost meanwhile', async () => {
    const store = new Store();
    const bucket = new SharedBucket('k', SIZE, store, store.clock);
    const waiting = [bucket.take(400), bucket.take(400)];
    store.isShared = false;
    expect(await Promise.all(waiting)).toEqual([true, false]);
  });
});
