import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixed, ratio } from '../../../../subgraphs/kit/decimal.ts';

describe('a ratio', () => {
  test('is exact to its places, rounded half away from zero', () => {
    expect(ratio(6270, 30_000)).toBe('0.2090');
    expect(ratio(1, 3)).toBe('0.3333');
    expect(ratio(2, 3)).toBe('0.6667');
    expect(ratio(1, 20_000)).toBe('0.0001');
    expect(ratio(-1, 20_000)).toBe('-0.0001');
    expect(ratio(-1, 30_000)).toBe('0.0000');
    expect(ratio(5, -2, 0)).toBe('-3');
    expect(ratio(335, 100, 2)).toBe('3.35');
  });

  test('of nothing is null', () => {
    expect(ratio(1, 0)).toBeNull();
    expect(ratio(0, 0)).toBeNull();
    expect(ratio(0, 7)).toBe('0.0000');
  });

  test('lies within half a unit of its last place, however large the numbers', () => {
    const whole = fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n });
    fc.assert(
      fc.property(whole, whole, fc.integer({ min: 0, max: 9 }), (top, bottom, digits) => {
        fc.pre(bottom !== 0n);
        const text = ratio(top, bottom, digits) ?? '';
        expect(text).toMatch(/^-?\d+(\.\d+)?$/);
        const units = BigInt(text.replace('.', ''));
        const error = units * bottom - top * 10n ** BigInt(digits);
        expect(2n * (error < 0n ? -error : error) <= (bottom < 0n ? -bottom : bottom)).toBe(true);
      }),
    );
  });
});

describe('a fixed decimal', () => {
  test('has its point where the places say', () => {
    expect(fixed(12_900n, 2)).toBe('129.00');
    expect(fixed(5n, 2)).toBe('0.05');
    expect(fixed(-5n, 2)).toBe('-0.05');
    expect(fixed(7n, 0)).toBe('7');
    expect(fixed(0n, 4)).toBe('0.0000');
  });

  test('loses no digit', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.integer({ min: 0, max: 20 }), (units, digits) => {
        expect(BigInt(fixed(units, digits).replace('.', ''))).toBe(units);
      }),
    );
  });
});
