import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeCursor, encodeCursor } from '../../../../subgraphs/kit/cursor.ts';

const invalid = expect.objectContaining({ extensions: { code: 'CURSOR_INVALID' } });
const text = fc.string({ unit: 'grapheme' }).filter((one) => !one.includes('\0'));

describe('a cursor', () => {
  test('gives back the place that it was made of', () => {
    fc.assert(
      fc.property(text, fc.maxSafeInteger(), text, (list, count, id) => {
        expect(decodeCursor(list, encodeCursor(list, [count, id]), [0, ''] as const)).toEqual([count, id]);
      }),
    );
  });

  test('is refused by every other list', () => {
    fc.assert(
      fc.property(text, text, (list, other) => {
        fc.pre(list !== other);
        expect(() => decodeCursor(other, encodeCursor(list, [1, 'note_1']), [0, ''] as const)).toThrow(invalid);
      }),
    );
  });

  test('is refused when any character of it changes to another', () => {
    const cursor = encodeCursor('notes', [1_746_590_400_000, 'note_1']);
    for (let at = 0; at < cursor.length; at += 1) {
      for (const character of ['A', '_', '9']) {
        const damaged = cursor.slice(0, at) + character + cursor.slice(at + 1);
        let place: unknown;
        try {
          place = decodeCursor('notes', damaged, [0, ''] as const);
        } catch (error) {
          expect(error).toEqual(invalid);
          continue;
        }
        // What still reads is a place of the same list, in the right types.
        expect(place).toEqual([expect.any(Number), expect.any(String)]);
      }
    }
  });

  test('that somebody made up is refused, whatever it holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (made) => {
          expect(() => decodeCursor('notes', made, [0, ''] as const)).toThrow(invalid);
        },
      ),
    );
  });

  test('never holds what the database would refuse', () => {
    for (const keys of [[Number.MAX_SAFE_INTEGER + 1, 'a'], [0.5, 'a'], [1, 'a\0'], [1], [1, 'a', 'b'], ['1', 'a']]) {
      const cursor = encodeCursor('notes', keys as (string | number)[]);
      expect(() => decodeCursor('notes', cursor, [0, ''] as const)).toThrow(invalid);
    }
  });
});
