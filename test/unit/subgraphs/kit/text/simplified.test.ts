import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toSimplified } from '../../../../../subgraphs/kit/text/simplified.ts';

test('traditional characters become simplified ones, one for one', () => {
  expect(toSimplified('請問這個鏈接在哪裡買?衝鋒衣、麵霜、洗髮精')).toBe('请问这个链接在哪里买?冲锋衣、面霜、洗发精');
  expect(toSimplified('已经是简体 and English 😍')).toBe('已经是简体 and English 😍');
});

test('characters that simplified Chinese has too, with a meaning of their own, stay', () => {
  expect(toSimplified('著名、乾坤、藉口')).toBe('著名、乾坤、藉口');
});

test('what is simplified stays so, and no text changes its length', () => {
  const chinese = fc.integer({ min: 0x4e00, max: 0x9fff }).map((code) => String.fromCodePoint(code));
  fc.assert(
    fc.property(fc.array(chinese), (characters) => {
      const text = characters.join('');
      expect(toSimplified(toSimplified(text))).toBe(toSimplified(text));
      expect(toSimplified(text)).toHaveLength(text.length);
    }),
    { numRuns: 1000 },
  );
});
