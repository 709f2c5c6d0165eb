import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nestsTooDeep } from '../../../../gateway/guard/nesting.ts';

const limits = { depth: 10, tokens: 1000 };

describe('nestsTooDeep', () => {
  test.each(['{}', '[]', '()'])(
    'counts levels of %s, and not how many stand side by side',
    ([open = '', close = '']) => {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 10 }), (depth, times) => {
          const text = (open.repeat(depth) + close.repeat(depth)).repeat(times);
          expect(nestsTooDeep(text, limits)).toBe(depth > limits.depth);
        }),
      );
    },
  );

  test('does not count what stands in texts and comments', () => {
    expect(nestsTooDeep(`{ a(b: "${'{'.repeat(20)}") } # ${'['.repeat(20)}`, limits)).toBe(false);
  });

  test('leaves what is no GraphQL, and what is too long, to the parser', () => {
    expect(nestsTooDeep('{ "', limits)).toBe(false);
    expect(nestsTooDeep(`${'a '.repeat(1001)}${'{'.repeat(20)}`, limits)).toBe(false);
  });
});
