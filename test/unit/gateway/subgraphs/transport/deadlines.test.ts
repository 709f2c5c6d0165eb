import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Deadlines } from '../../../../../gateway/subgraphs/transport/deadlines.ts';

describe('deadlines', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function entry(log: number[]) {
    const started = performance.now();
    return { expire: () => void log.push(performance.now() - started) };
  }

  test('pass never early and hardly late', () => {
    const deadlines = new Deadlines();
    const waits = [0, 1, 9, 10, 11, 250, 999];
    const logs = waits.map((wait) => {
      const log: number[] = [];
      deadlines.add(entry(log), performance.now(), performance.now() + wait);
      return log;
    });
    vi.advanceTimersByTime(2000);
    for (const [index, wait] of waits.entries()) {
      expect(logs[index]).toHaveLength(1);
      expect(logs[index]?.[0]).toBeGreaterThanOrEqual(wait);
      expect(logs[index]?.[0]).toBeLessThan(wait + 40);
    }
  });

  test('do not pass where they were taken back, and leave no timer behind', () => {
    const deadlines = new Deadlines();
    const log: number[] = [];
    const one = entry(log);
    const tick = deadlines.add(one, performance.now(), performance.now() + 50);
    deadlines.delete(one, tick);
    deadlines.delete(one, tick);
    vi.advanceTimersByTime(1000);
    expect(log).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('that are set while others pass, pass too', () => {
    const deadlines = new Deadlines();
    const log: number[] = [];
    const again = { expire: () => void deadlines.add(entry(log), performance.now(), performance.now() - 100) };
    deadlines.add(again, performance.now(), performance.now() + 20);
    vi.advanceTimersByTime(200);
    expect(log).toHaveLength(1);
  });

  test('pass together after the process was held up', () => {
    const deadlines = new Deadlines();
    const log: number[] = [];
    for (const wait of [10, 20, 30]) deadlines.add(entry(log), performance.now(), performance.now() + wait);
    vi.setSystemTime(Date.now() + 60_000);
    vi.advanceTimersByTime(60_000);
    expect(log).toHaveLength(3);
  });
});
