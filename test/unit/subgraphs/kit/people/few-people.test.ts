import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  isEnough,
  PERIOD_OPEN,
  type PeopleCount,
  roundPeople,
  rowsToTell,
  TOO_FEW_PEOPLE,
  tellPeople,
  tellShare,
} from '../../../../../subgraphs/kit/people/few-people.ts';

const all = (people: number): PeopleCount => ({ people, vouched: people });
const untold = (rows: readonly PeopleCount[], told: readonly boolean[]) =>
  rows.filter((_, index) => !told[index]).reduce((sum, { vouched }) => sum + vouched, 0);

describe('a figure about people', () => {
  test('is withheld below the threshold, zero included, and rounded to 10 from it on', () => {
    expect(tellPeople(all(49), 50)).toEqual(TOO_FEW_PEOPLE);
    expect(tellPeople(all(0), 50)).toEqual(TOO_FEW_PEOPLE);
    expect(tellPeople(all(50), 50)).toEqual({ people: 50, withheld: null });
    expect(tellPeople(all(54), 50).people).toBe(50);
    expect(tellPeople(all(55), 50).people).toBe(60);
  });

  test('is exact with a threshold of 1', () => {
    for (const people of [1, 7, 1234]) expect(tellPeople(all(people), 1).people).toBe(people);
  });

  test('does not pass the threshold by persons whom the seller alone told of', () => {
    expect(tellPeople({ people: 1_000, vouched: 49 }, 50).withheld).toBe('TOO_FEW_PEOPLE');
  });

  test('is a multiple of its step, at most half of one away', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 100 }), (people, least) => {
        const step = Math.min(10, least);
        const told = roundPeople(people, least);
        expect(told % step).toBe(0);
        expect(2 * Math.abs(told - people)).toBeLessThanOrEqual(step);
      }),
    );
  });

  test('says of an open period that it is open, not that there are few people', () => {
    expect(PERIOD_OPEN).toEqual({ people: null, withheld: 'PERIOD_OPEN' });
    expect(tellShare(PERIOD_OPEN, tellPeople(all(296), 50))).toBeNull();
  });

  test('gives shares of what is told, and none of what is withheld', () => {
    expect(tellShare(tellPeople(all(104), 50), tellPeople(all(296), 50))).toBe('0.3333');
    expect(tellShare(tellPeople(all(10), 50), tellPeople(all(296), 50))).toBeNull();
  });
});

describe('rows beside their total', () => {
  test('are all told when each is large enough', () => {
    expect(rowsToTell([all(50), all(60)], 50)).toEqual([true, true]);
  });

  test('keep the smallest large row back when one small row could be found out', () => {
    expect(rowsToTell([all(100), all(60), all(80), all(3)], 50)).toEqual([true, false, true, false]);
  });

  test('need no more when the small rows hide each other', () => {
    expect(rowsToTell([all(100), all(30), all(40)], 50)).toEqual([true, false, false]);
  });

  test('are not kept back for rows of nobody', () => {
    expect(rowsToTell([all(100), all(0), all(0)], 50)).toEqual([true, false, false]);
  });

  test('leave no small group when they are taken from their total', () => {
    const rows = fc.array(fc.nat(200).map(all), { maxLength: 12 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 100 }), (groups, least) => {
        const told = rowsToTell(groups, least);
        const left = untold(groups, told);
        const kept = groups.filter(({ people }, index) => !told[index] && people > 0);
        for (const [index, group] of groups.entries()) if (told[index]) expect(isEnough(group, least)).toBe(true);
        if (told.includes(true)) expect(left === 0 || (left >= least && kept.length > 1)).toBe(true);
      }),
    );
  });

  test('keep back no more than is needed', () => {
    const rows = fc.array(fc.integer({ min: 50, max: 200 }).map(all), { maxLength: 8 });
    fc.assert(
      fc.property(rows, (groups) => {
        expect(rowsToTell(groups, 50)).not.toContain(false);
      }),
    );
  });
});
