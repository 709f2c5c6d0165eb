import { expect, test } from 'vitest';
import type { LeafField } from '../../../../../gateway/execution/writing/leaf-field.ts';
import { generateLeafRun, type RunLeaf } from '../../../../../gateway/execution/writing/leaf-run.ts';

const leaf = (key: string, kind: LeafField['kind'], slot = 0, more: Partial<LeafField> = {}): RunLeaf => ({
  prefix: `,${JSON.stringify(key)}:`,
  slot,
  leaf: { key, kind, isNullable: false, complete: () => undefined, ...more },
});

const nullable = (key: string, kind: LeafField['kind']) => leaf(key, kind, 0, { isNullable: true });

function generate(leaves: readonly RunLeaf[], { plain = true, end = '', clean = true } = {}) {
  return generateLeafRun({ plain, leaves, end, clean });
}

test('plain leaves of several providers are written in their order', () => {
  const write = generate([leaf('a', 'string'), leaf('b', 'integer', 1), leaf('c', 'boolean')], {
    plain: false,
    end: '}',
  });
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
  expect(generate([leaf('a', 'string'), leaf('b', 'integer')])?.(object)).toBeUndefined();
});

const TEXTS = new Map<unknown, string>([['RED', '"RED"']]);

test('nulls are written where they may be, floats and enum values as JSON has them', () => {
  const leaves = [nullable('a', 'string'), nullable('b', 'integer'), leaf('c', 'float'), nullable('d', 'float')];
  const write = generate([...leaves, leaf('e', 'enum', 0, { texts: TEXTS })]);
  expect(write?.({ a: null, b: null, c: 1e21, d: -0.5, e: 'RED' })).toBe(
    ',"a":null,"b":null,"c":1e+21,"d":-0.5,"e":"RED"',
  );
  expect(write?.({ a: 'x', b: 0, c: -0, d: null, e: 'RED' })).toBe(',"a":"x","b":0,"c":0,"d":null,"e":"RED"');
});

test('a string that may need escaping is escaped where it does', () => {
  const write = generate([leaf('a', 'string'), nullable('b', 'string'), nullable('c', 'string')], { clean: false });
  expect(write?.({ a: 'x"\n', b: 'plain', c: null })).toBe(`,"a":${JSON.stringify('x"\n')},"b":"plain","c":null`);
});

test.each([
  ['an infinite float', 'float', Number.POSITIVE_INFINITY],
  ['a text in place of a float', 'float', '5'],
  ['no value of the enum', 'enum', 'BLUE'],
  ['null in place of an enum value', 'enum', null],
  ['an object in place of a custom scalar’s string', 'string', {}],
] as const)('%s is left to the careful way', (_name, kind, value) => {
  expect(generate([leaf('a', kind, 0, { texts: TEXTS })])?.({ a: value })).toBeUndefined();
});

test('a leaf of a kind that needs care is not generated', () => {
  expect(generate([leaf('a', 'string'), leaf('b', 'other')])).toBeUndefined();
});

test('no key or label becomes code', () => {
  const key = `a"]; throw new Error('ran'); s0["`;
  const write = generate([leaf(key, 'string')], { end: '"; throw 1; "' });
  expect(write?.({ [key]: 'x' })).toBe(`,${JSON.stringify(key)}:"x""; throw 1; "`);
});
