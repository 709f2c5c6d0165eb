import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkId, idType, newId, shown } from '../../../../subgraphs/kit/ids.ts';

describe('an id', () => {
  test('made here tells its type, and is never made twice', () => {
    const made = Array.from({ length: 1000 }, () => newId('link'));
    expect(new Set(made).size).toBe(1000);
    for (const id of made) {
      expect(id).toMatch(/^link_[\w-]{22}$/);
      expect(idType(id)).toBe('link');
      expect(checkId(id, 'link')).toBe(id);
    }
  });

  test('of the sample world is short and plain', () => {
    expect(idType('note_1')).toBe('note');
    expect(idType('platform_taobao')).toBe('platform');
  });

  test('is none without a prefix, a rest, or with anything but letters, digits, _ and -', () => {
    for (const id of [
      '',
      'note',
      'note_',
      '_1',
      'Note_1',
      'note_1 ',
      'note_中',
      'note_1\n',
      `note_${'x'.repeat(81)}`,
    ]) {
      expect(idType(id)).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const type = idType(text);
        if (type !== undefined) expect(text).toMatch(new RegExp(`^${type}_[A-Za-z0-9_-]+$`));
      }),
    );
  });

  test('of another type is refused, by name and without growing with what was sent', () => {
    const wrong = expect.objectContaining({
      extensions: { code: 'ID_INVALID' },
      message: expect.stringMatching(/no note id.*note_/),
    });
    for (const id of ['author_1', 'x'.repeat(10_000), '']) expect(() => checkId(id, 'note')).toThrow(wrong);
    expect(shown('x'.repeat(10_000)).length).toBeLessThan(70);
  });
});
