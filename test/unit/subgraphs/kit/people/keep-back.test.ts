import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countOutside, keepBack } from '../../../../../subgraphs/kit/people/keep-back.ts';

const LEAST = 5;

/** Rows that overlap, in two wholes each: as those of a table lie in its lines and in its columns. */
const tables = fc.array(
  fc.record({ line: fc.nat(2), column: fc.nat(2), people: fc.uniqueArray(fc.nat(40), { maxLength: 14 }) }),
  { maxLength: 9 },
);

function familiesOf(rows: readonly { line: number; column: number; people: number[] }[]) {
  const family = (own: number[]) => ({
    whole: [...new Set(own.flatMap((index) => rows[index]?.people ?? []))].sort((a, b) => a - b),
    rows: own,
  });
  const indexes = rows.map((_, index) => index);
  const by = (key: 'line' | 'column') => [...Map.groupBy(indexes, (index) => rows[index]?.[key]).values()].map(family);
  return [...by('line'), ...by('column'), family(indexes)];
}

describe('rows that are kept back', () => {
  test('leave nobody, or no small group, of any whole', () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const people = rows.map((row) => row.people);
        const told = people.map((own) => own.length >= LEAST);
        const large = [...told];
        const families = familiesOf(rows);
        keepBack(people, told, families, LEAST);
        for (const family of families) {
          const own = family.rows.filter((row) => told[row]);
          const left = countOutside(
            family.whole,
            own.map((row) => people[row] ?? []),
          );
          if (own.length > 0) expect(left === 0 || left >= LEAST).toBe(true);
        }
        told.forEach((isTold, index) => {
          if (isTold) expect(large[index]).toBe(true);
        });
      }),
    );
  });

  test('are the smallest', () => {
    const rows = [10, 6, 8, 2].map((size, row) => Array.from({ length: size }, (_, index) => row * 100 + index));
    const told = [true, true, true, false];
    keepBack(rows, told, [{ whole: rows.flat(), rows: [0, 1, 2, 3] }], LEAST);
    expect(told).toEqual([true, false, true, false]);
  });

  test('are none beside a whole that is only estimated', () => {
    const told = [true, false];
    keepBack([[1, 2, 3, 4, 5], [6]], told, [{ whole: undefined, rows: [0, 1] }], LEAST);
    expect(told).toEqual([true, false]);
  });
});
