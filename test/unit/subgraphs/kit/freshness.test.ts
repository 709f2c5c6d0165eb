import { describe, expect, test } from 'vitest';
import { freshnessOf } from '../../../../subgraphs/kit/freshness.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const end = new Date('2025-05-07T16:00:00.000Z');
const newest = new Date('2025-05-07T09:00:00.000Z');

const finalityAt = (after: number, window: number) =>
  freshnessOf({ newest, end, window, lateness: 0, now: new Date(end.getTime() + after) }).finality;

describe('freshness', () => {
  test('is LIVE until the window after the range has closed, PROVISIONAL for 72 hours, FINAL then', () => {
    for (const window of [0, DAY, 15 * DAY]) {
      expect(finalityAt(window - 1, window)).toBe('LIVE');
      expect(finalityAt(window, window)).toBe('PROVISIONAL');
      expect(finalityAt(window + 72 * HOUR - 1, window)).toBe('PROVISIONAL');
      expect(finalityAt(window + 72 * HOUR, window)).toBe('FINAL');
    }
  });

  test('over all time stays LIVE', () => {
    expect(freshnessOf({ newest, end: undefined, window: 0, lateness: 0, now: end }).finality).toBe('LIVE');
  });

  test('has its watermark the expected lateness ago, and is as of the newest event', () => {
    const basis = { end, window: 0, lateness: HOUR, now: end };
    const watermark = new Date(end.getTime() - HOUR);
    expect(freshnessOf({ ...basis, newest })).toEqual({ asOf: newest, watermark, finality: 'PROVISIONAL' });
    expect(freshnessOf({ ...basis, newest: undefined }).asOf).toEqual(watermark);
  });
});
