import { expect, test } from 'vitest';
import { generateLeafRun, type RunLeaf } from '../../../../../gateway/execution/writing/leaf-run.ts';

const leaf = (key: string, kind: RunLeaf['leaf']['kind'], slot = 0): RunLeaf => ({
  prefix: `,${JSON.stringify(key)}:`,
  slot,
  leaf: { key, kind, complete: () => undefined },
});

test('plain leaves of several providers are written in their order', () => {
  const write = generateLeafRun(false, [leaf('a', 'string'), leaf('b', 'integer', 1), leaf('c', 'boolean')], '}');
  expect(write?.([{ a: 'x', c: true }, { b: 3 }])).toBe(',"a":"x","b":3,"c":true}');
});

test.each([
  ['a null', { a: null, b: 1 }],
  ['a missing value', { b: 1 }],
  ['a value of another type', { a: 5, b: 1 }],
  ['a number with a fraction', { a: 'x', b: 1.5 }],
  ['a large number', { a: 'x', b: 2 ** 31 }],
  ['no object', undefined],
])('%s is left to the careful way', (_name, object) => {
  expect(generateLeafRun(true, [leaf('a', 'string'), leaf('b', 'integer')], '')?.(object)).toBeUndefined();
});

test('a leaf of a kind that needs care is not generated', () => {
  expect(generateLeafRun(true, [leaf('a', 'string'), leaf('b', 'other')], '')).toBeUndefined();
});

test('no key or label becomes code', () => {
  const key = `a"]; throw new Error('ran'); s0["`;
  const write = generateLeafRun(true, [leaf(key, 'string')], '"; throw 1; "');
  expect(write?.({ [key]: 'x' })).toBe(`,${JSON.stringify(key)}:"x""; throw 1; "`);
});
