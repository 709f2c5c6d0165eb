import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { DistinctPeople, MOST_EXACT } from '../../../../../subgraphs/kit/people/distinct-people.ts';
import { HyperLogLog } from '../../../../../subgraphs/kit/people/hyper-log-log.ts';

function hashesOf(count: number, salt: string) {
  const [high, low] = [new Uint32Array(count), new Uint32Array(count)];
  const bytes = createHash('shake256', { outputLength: count * 8 })
    .update(salt)
    .digest();
  for (let index = 0; index < count; index += 1) {
    high[index] = bytes.readUInt32LE(index * 8);
    low[index] = bytes.readUInt32LE(index * 8 + 4);
  }
  return { high, low };
}

describe('distinct people', () => {
  test('are exact below 100,000, and each counts once', () => {
    const people = new DistinctPeople(hashesOf(1, 'few'));
    for (let person = 0; person < MOST_EXACT - 1; person += 1) {
      people.add(person);
      people.add(person);
    }
    expect(people.size).toBe(MOST_EXACT - 1);
    expect(people.members).toHaveLength(MOST_EXACT - 1);
  });

  test('are estimated from there on, and kept one by one no more', () => {
    const count = 250_000;
    const people = new DistinctPeople(hashesOf(count, 'many'));
    for (let person = 0; person < count; person += 1) people.add(person);
    expect(people.members).toBeUndefined();
    expect(Math.abs(people.size / count - 1)).toBeLessThan(0.03);
  });
});

describe('HyperLogLog', () => {
  test('is off by 0.8 % as a rule: over many groups its errors have that standard deviation, and no bias', () => {
    const [count, groups] = [110_000, 16];
    const errors = Array.from({ length: groups }, (_, group) => {
      const { high, low } = hashesOf(count, `group ${group}`);
      const estimate = new HyperLogLog();
      for (let person = 0; person < count; person += 1) estimate.add(high[person] ?? 0, low[person] ?? 0);
      return estimate.estimate() / count - 1;
    });
    const mean = errors.reduce((sum, error) => sum + error, 0) / groups;
    const deviation = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / groups);
    expect(deviation).toBeGreaterThan(0.004);
    expect(deviation).toBeLessThan(0.013);
    expect(Math.abs(mean)).toBeLessThan(0.006);
  });

  test('does not change by who is added again', () => {
    const { high, low } = hashesOf(150_000, 'again');
    const estimate = new HyperLogLog();
    for (let person = 0; person < 150_000; person += 1) estimate.add(high[person] ?? 0, low[person] ?? 0);
    const before = estimate.estimate();
    for (let person = 0; person < 1_000; person += 1) estimate.add(high[person] ?? 0, low[person] ?? 0);
    expect(estimate.estimate()).toBe(before);
  });
});
