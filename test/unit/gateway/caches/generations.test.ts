import { expect, test } from 'vitest';
import { Generations } from '../../../../gateway/caches/generations.ts';

test('Generations keeps what is used, forgets what is not, and never holds more than both halves', () => {
  const cache = new Generations<number, number>(10);
  for (let key = 0; key < 1000; key++) {
    cache.set(key, key);
    cache.get(0);
    expect(cache.size).toBeLessThanOrEqual(20);
  }
  expect([cache.get(0), cache.get(999), cache.get(500)]).toEqual([0, 999, undefined]);
  cache.delete(0);
  expect(cache.get(0)).toBeUndefined();
});
