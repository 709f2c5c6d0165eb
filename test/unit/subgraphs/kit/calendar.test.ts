import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  checkRange,
  dayOf,
  daysOf,
  instantsOf,
  lengthInDays,
  startOfDay,
} from '../../../../subgraphs/kit/calendar.ts';
import { InputError } from '../../../../subgraphs/kit/errors.ts';

const instants = fc.date({ min: new Date('1970-01-02'), max: new Date('9998-01-01'), noInvalidDate: true });
const days = instants.map(dayOf);

describe('days of Asia/Shanghai', () => {
  test('begin at 16:00 UTC of the day before', () => {
    expect(startOfDay('2025-05-07')).toEqual(new Date('2025-05-06T16:00:00.000Z'));
    expect(dayOf(new Date('2025-05-06T15:59:59.999Z'))).toBe('2025-05-06');
    expect(dayOf(new Date('2025-05-06T16:00:00.000Z'))).toBe('2025-05-07');
  });

  test('hold exactly the instants from their start to the next one', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const day = dayOf(instant);
        expect(startOfDay(day).getTime()).toBeLessThanOrEqual(instant.getTime());
        expect(startOfDay(addDays(day, 1)).getTime()).toBeGreaterThan(instant.getTime());
      }),
    );
  });

  test('have a 29 February in leap years alone', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
    expect(addDays('2025-02-28', 1)).toBe('2025-03-01');
    expect(addDays('2025-01-01', -1)).toBe('2024-12-31');
  });

  test('counted forth and back come to the same day', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -400, max: 400 }), (day, count) => {
        expect(addDays(addDays(day, count), -count)).toBe(day);
      }),
    );
  });
});

describe('a range', () => {
  test('has its first and last day and all between', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 366 }), (from, length) => {
        const range = { from, to: addDays(from, length - 1) };
        const all = daysOf(range);
        expect(lengthInDays(range)).toBe(length);
        expect(all).toHaveLength(length);
        expect([all[0], all.at(-1)]).toEqual([range.from, range.to]);
        const { start, end } = instantsOf(range);
        expect(end.getTime() - start.getTime()).toBe(length * 86_400_000);
      }),
    );
  });

  test('of 366 days is answered, longer, backwards or far away ones are refused', () => {
    const whole = { from: '2024-01-01', to: '2024-12-31' };
    expect(checkRange(whole)).toEqual(whole);
    for (const range of [
      { from: '2024-01-01', to: '2025-01-01' },
      { from: '2025-05-07', to: '2025-05-06' },
      { from: '0000-01-01', to: '0000-01-02' },
      { from: '9999-12-30', to: '9999-12-31' },
    ]) {
      expect(() => checkRange(range)).toThrow(InputError);
      expect(() => checkRange(range)).toThrow(expect.objectContaining({ extensions: { code: 'RANGE_INVALID' } }));
    }
  });
});
