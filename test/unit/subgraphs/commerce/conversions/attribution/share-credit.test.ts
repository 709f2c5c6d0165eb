import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClickModel } from '../../../../../../subgraphs/commerce/conversions/attribution/models.ts';
import {
  shareCredit,
  splitMoney,
  WHOLE_CREDIT,
} from '../../../../../../subgraphs/commerce/conversions/attribution/share-credit.ts';

const DAY = 86_400_000;
const AT = Date.parse('2025-05-07T04:00:00.000Z');
const CLICK_MODELS: readonly ClickModel[] = ['LAST_CLICK', 'FIRST_CLICK', 'LINEAR', 'POSITION_BASED', 'TIME_DECAY'];

const model = fc.constantFrom(...CLICK_MODELS);
/** Up to a hundred instants within 30 days, several of them the same, oldest first. */
const instants = fc
  .array(fc.oneof(fc.constantFrom(0, DAY, 7 * DAY, 14 * DAY, 30 * DAY), fc.integer({ min: 0, max: 30 * DAY })), {
    minLength: 1,
    maxLength: 100,
    size: 'max',
  })
  .map((ages) => ages.map((age) => AT - age).sort((a, b) => a - b));
const fen = fc.oneof(fc.integer({ min: 0, max: 1_000 }), fc.maxSafeInteger().map(Math.abs));

function sum(parts: readonly number[]): bigint {
  return parts.reduce((total, part) => total + BigInt(part), 0n);
}

describe('shareCredit', () => {
  it('gives the credit of one outcome out whole, in every model', () => {
    fc.assert(
      fc.property(model, instants, (each, touches) => {
        const credits = shareCredit(each, touches);
        expect(credits).toHaveLength(touches.length);
        expect(sum(credits)).toBe(BigInt(WHOLE_CREDIT));
        expect(credits.every((credit) => Number.isInteger(credit) && credit >= 0)).toBe(true);
      }),
    );
  });

  it('gives a touch that is alone all of it, in every model', () => {
    for (const each of CLICK_MODELS) expect(shareCredit(each, [AT])).toEqual([WHOLE_CREDIT]);
  });

  it('LAST_CLICK: all to the newest; FIRST_CLICK: all to the oldest', () => {
    expect(shareCredit('LAST_CLICK', [1, 2, 3])).toEqual([0, 0, WHOLE_CREDIT]);
    expect(shareCredit('FIRST_CLICK', [1, 2, 3])).toEqual([WHOLE_CREDIT, 0, 0]);
  });

  it('LINEAR: equal parts; what is left over goes to the newest', () => {
    expect(shareCredit('LINEAR', [1, 2, 3])).toEqual([333_333, 333_333, 333_334]);
    expect(shareCredit('LINEAR', [1, 1, 1, 1, 1, 1])).toEqual([166_666, 166_666, 166_667, 166_667, 166_667, 166_667]);
  });

  it('POSITION_BASED: halves for two, else 0.4 to the first, 0.4 to the last, 0.2 shared between', () => {
    expect(shareCredit('POSITION_BASED', [1, 2])).toEqual([500_000, 500_000]);
    expect(shareCredit('POSITION_BASED', [1, 2, 3])).toEqual([400_000, 200_000, 400_000]);
    expect(shareCredit('POSITION_BASED', [1, 2, 3, 4, 5])).toEqual([400_000, 66_666, 66_667, 66_667, 400_000]);
  });

  it('TIME_DECAY: a touch that is seven days older has half the credit', () => {
    expect(shareCredit('TIME_DECAY', [AT - 7 * DAY, AT])).toEqual([333_333, 666_667]);
    expect(shareCredit('TIME_DECAY', [AT - 14 * DAY, AT - 7 * DAY, AT - 7 * DAY])).toEqual([200_000, 400_000, 400_000]);
  });

  it('TIME_DECAY: never gives an older touch more than a newer one', () => {
    fc.assert(
      fc.property(instants, (touches) => {
        const credits = shareCredit('TIME_DECAY', touches);
        expect(credits).toEqual(credits.toSorted((a, b) => a - b));
      }),
    );
  });

  it('gives each of a hundred touches a part where the model shares', () => {
    const touches = Array.from({ length: 100 }, (_, index) => AT - 30 * DAY + index * 7 * 3_600_000);
    for (const each of ['LINEAR', 'POSITION_BASED', 'TIME_DECAY'] as const)
      expect(Math.min(...shareCredit(each, touches))).toBeGreaterThan(0);
  });
});

describe('splitMoney', () => {
  it('splits every amount into parts that sum to it, each within one 分 of its exact part', () => {
    fc.assert(
      fc.property(fen, model, instants, (amount, each, touches) => {
        const credits = shareCredit(each, touches);
        const parts = splitMoney(amount, credits);
        expect(sum(parts)).toBe(BigInt(amount));
        parts.forEach((part, index) => {
          const off = BigInt(part) * BigInt(WHOLE_CREDIT) - BigInt(amount) * BigInt(credits[index] ?? 0);
          expect(off > -BigInt(WHOLE_CREDIT) && off < BigInt(WHOLE_CREDIT)).toBe(true);
        });
      }),
    );
  });

  it('gives the 分 that is left over to the newest of equal parts', () => {
    expect(splitMoney(1, [500_000, 500_000])).toEqual([0, 1]);
    expect(splitMoney(101, shareCredit('LINEAR', [1, 2]))).toEqual([50, 51]);
    expect(splitMoney(1, shareCredit('FIRST_CLICK', [1, 2]))).toEqual([1, 0]);
  });
});
