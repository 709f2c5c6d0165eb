import fc from 'fast-check';
import { Kind } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readInstant, scalars } from '../../../../subgraphs/kit/scalars.ts';

const refused = expect.objectContaining({ extensions: { code: 'BAD_USER_INPUT' } });

/** What each scalar takes as it stands, and what it refuses. */
const cases: [keyof typeof scalars, unknown[], unknown[]][] = [
  [
    'Date',
    ['2025-05-07', '2024-02-29', '0001-01-01'],
    ['2025-02-30', '2025-5-7', '20250507', 'today', 5, null, '2025-05-07T00:00:00Z'],
  ],
  ['URL', ['https://example.com/a?b=c', 'tbopen://item/1'], ['example.com', '', 7]],
  ['BigInt', [0, -5, Number.MAX_SAFE_INTEGER], [1.5, '5', Number.MAX_SAFE_INTEGER + 1, Number.NaN]],
  ['Decimal', ['0', '129.00', '-0.5'], ['1e5', '.5', '5.', 5, '١', '1,5', '']],
];

describe('a scalar', () => {
  for (const [name, taken, wrong] of cases) {
    test(`${name} takes what it is for and refuses all else`, () => {
      for (const value of taken) {
        expect(scalars[name].parseValue(value)).toBe(value);
        expect(scalars[name].serialize(value)).toBe(value);
      }
      for (const value of wrong) expect(() => scalars[name].parseValue(value)).toThrow(refused);
    });
  }

  test('reads what it gave again as the same, so that reading twice changes nothing', () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('9999-01-01') }), (instant) => {
        const text = scalars.DateTime.serialize(instant);
        expect(scalars.DateTime.parseValue(text)).toBe(text);
      }),
    );
  });

  test('reads literals as it reads variables', () => {
    expect(scalars.BigInt.parseLiteral({ kind: Kind.INT, value: '12' })).toBe(12);
    expect(scalars.Date.parseLiteral({ kind: Kind.STRING, value: '2025-05-07' })).toBe('2025-05-07');
    expect(() => scalars.Date.parseLiteral({ kind: Kind.INT, value: '20250507' })).toThrow(refused);
  });
});

describe('an instant', () => {
  test('has an offset, and is the same in UTC', () => {
    expect(readInstant('2025-05-07T12:00:00+08:00')).toBe('2025-05-07T04:00:00.000Z');
    expect(readInstant('2025-05-07T04:00:00.1234567Z')).toBe('2025-05-07T04:00:00.123Z');
  });

  test('is none without an offset, on a day that is none, or in words', () => {
    for (const text of [
      '2025-05-07T04:00:00',
      '2025-02-30T00:00:00Z',
      'now',
      '2025-05-07',
      '2025-05-07T25:00:00Z',
      5,
    ]) {
      expect(readInstant(text)).toBeUndefined();
    }
  });
});
