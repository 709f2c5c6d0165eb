import { buildSchema, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { readInputs } from '../../../../../gateway/telemetry/usage/given-inputs.ts';

const schema = buildSchema(`
  type Query { find(in: [Range!], tone: Tone, id: ID): Int }
  input Range { from: Int to: Int inner: [Range!] tone: Tone }
  enum Tone { LOUD SOFT }`);
const DOCUMENT = parse('query A($in: [Range!], $tone: Tone) { find(in: $in, tone: $tone) }');

function given(variables: Record<string, unknown>): string[] {
  const noted = new Set<string>();
  readInputs(DOCUMENT, undefined, schema)?.(variables, noted);
  return [...noted].sort();
}

describe('what variables give', () => {
  test('is noted by the fields of input objects and the values of enums, however deep they stand', () => {
    expect(given({ in: [{ from: 1 }, { inner: { tone: 'LOUD', inner: [{ to: null }] } }], tone: 'SOFT' })).toEqual([
      'Range.from',
      'Range.inner',
      'Range.to',
      'Range.tone',
      'Tone.LOUD',
      'Tone.SOFT',
    ]);
  });

  test('is nothing where a value is not what its type takes', () => {
    expect(given({ in: 'x', tone: 'toString' })).toEqual([]);
    expect(given({ in: [null, 3, { unknown: 1, __proto__: { from: 1 } }] })).toEqual([]);
    expect(readInputs(parse('query A($id: ID) { find(id: $id) }'), undefined, schema)).toBeUndefined();
  });

  test('is not read to its end where a request sends very much of it, or nests it very deep', () => {
    let deep: object = {};
    for (let level = 0; level < 100_000; level++) deep = { inner: deep };
    expect(given({ in: deep })).toEqual(['Range.inner']);
    let lists: unknown = { from: 1 };
    for (let level = 0; level < 100_000; level++) lists = [lists];
    expect(given({ in: lists })).toEqual([]);
    expect(given({ in: [...Array.from({ length: 100_000 }, () => ({})), { from: 1 }] })).toEqual([]);
  });
});
