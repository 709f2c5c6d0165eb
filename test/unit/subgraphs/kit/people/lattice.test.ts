import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, lengthInDays } from '../../../../../subgraphs/kit/calendar.ts';
import { InputError } from '../../../../../subgraphs/kit/errors.ts';
import {
  checkPeriod,
  closesAt,
  isClosed,
  newestClosed,
  PERIOD_KINDS,
  periodAt,
  periodOf,
  periodsNextTo,
} from '../../../../../subgraphs/kit/people/lattice.ts';

const days = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }).map(dayOf);
const starts = fc.integer({ min: 1, max: 28 });
const kinds = fc.constantFrom(...PERIOD_KINDS);

describe('the lattice of periods', () => {
  test('has days, weeks from Monday on, and months from a day that is set', () => {
    expect(periodAt('DAY', '2025-05-07', 8)).toEqual({ kind: 'DAY', from: '2025-05-07', to: '2025-05-07' });
    expect(periodAt('WEEK', '2025-05-07', 8)).toEqual({ kind: 'WEEK', from: '2025-05-05', to: '2025-05-11' });
    expect(periodAt('MONTH', '2025-05-07', 8)).toEqual({ kind: 'MONTH', from: '2025-04-08', to: '2025-05-07' });
    expect(periodAt('MONTH', '2025-05-08', 8)).toEqual({ kind: 'MONTH', from: '2025-05-08', to: '2025-06-07' });
    expect(periodAt('MONTH', '2024-02-29', 1)).toEqual({ kind: 'MONTH', from: '2024-02-01', to: '2024-02-29' });
  });

  test('puts each day into one period of each kind, without gaps', () => {
    fc.assert(
      fc.property(kinds, days, starts, (kind, day, start) => {
        const period = periodAt(kind, day, start);
        expect(period.from <= day && day <= period.to).toBe(true);
        expect(periodAt(kind, period.from, start)).toEqual(period);
        expect(periodAt(kind, period.to, start)).toEqual(period);
        expect(periodAt(kind, addDays(period.to, 1), start).from).toBe(addDays(period.to, 1));
        expect(periodOf(period, start)).toEqual(period);
        if (kind === 'MONTH') expect([28, 29, 30, 31]).toContain(lengthInDays(period));
      }),
    );
  });

  test('refuses any other range and names the periods next to it', () => {
    const ask = () => checkPeriod({ from: '2025-04-08', to: '2025-05-06' }, 8);
    expect(ask).toThrow(InputError);
    expect(ask).toThrow(/2025-04-08 to 2025-05-06 is none. Next to it: 2025-04-08 to 2025-05-07, /);
    expect(periodOf({ from: '2025-04-08', to: '2025-05-07' }, 1)).toBeUndefined();
  });

  test('names periods next to any range that are periods, the nearest first', () => {
    fc.assert(
      fc.property(days, fc.nat(60), starts, (from, more, start) => {
        const range = { from, to: addDays(from, more) };
        const near = periodsNextTo(range, start);
        for (const period of near) expect(periodOf(period, start)).toBeDefined();
        if (periodOf(range, start)) expect(near[0]).toMatchObject(range);
      }),
    );
  });
});

describe('a period', () => {
  test('closes 72 hours after its last day is over', () => {
    const month = { from: '2025-04-08', to: '2025-05-07' };
    expect(closesAt(month)).toEqual(new Date('2025-05-10T16:00:00.000Z'));
    expect(isClosed(month, new Date('2025-05-10T15:59:59.999Z'))).toBe(false);
    expect(isClosed(month, new Date('2025-05-10T16:00:00.000Z'))).toBe(true);
  });

  test('is the newest closed one of its kind until the next one closes', () => {
    fc.assert(
      fc.property(kinds, days, fc.nat(86_400_000 - 1), starts, (kind, day, within, start) => {
        const now = new Date(Date.parse(`${day}T00:00:00.000Z`) + within);
        const newest = newestClosed(kind, now, start);
        expect(isClosed(newest, now)).toBe(true);
        expect(isClosed(periodAt(kind, addDays(newest.to, 1), start), now)).toBe(false);
      }),
    );
  });
});
