import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderedData, stringifyResult } from '../../../../gateway/doors/rendered-data.ts';

/** Text that JSON.stringify would not write so: it shows whether the text itself was used. */
const TEXT = '{ "note": {"title": "红", "tags": ["a"]} }';

describe('data that is text already', () => {
  test('leaves as it was written where nobody looked at it', () => {
    expect(stringifyResult({ data: renderedData(TEXT) })).toBe(`{"data":${TEXT}}`);
    expect(stringifyResult({ errors: [{ message: 'x' }], data: renderedData(TEXT), extensions: { a: 1 } })).toBe(
      `{"errors":[{"message":"x"}],"data":${TEXT},"extensions":{"a":1}}`,
    );
    expect(stringifyResult({ errors: [], data: renderedData('null') })).toBe('{"errors":[],"data":null}');
  });

  test('is an object to who looks at it', () => {
    const data = renderedData(TEXT);
    expect(data).toEqual(JSON.parse(TEXT));
    expect({ ...data }).toEqual(JSON.parse(TEXT));
    expect(JSON.stringify(data)).toBe(JSON.stringify(JSON.parse(TEXT)));
    expect(data && 'note' in data && !('other' in data)).toBe(true);
    expect(Object.keys(data ?? {})).toEqual(['note']);
  });

  test('leaves as it was changed', () => {
    const data = renderedData(TEXT) ?? {};
    (data.note as { title: string }).title = 'changed';
    data.added = 1;
    delete (data.note as { tags?: unknown }).tags;
    expect(stringifyResult({ data })).toBe('{"data":{"note":{"title":"changed"},"added":1}}');
  });

  test('has the keys that every object inherits as data, where it has them', () => {
    const data = renderedData('{"__proto__":{"a":1},"constructor":2}');
    expect(Object.keys(data ?? {})).toEqual(['__proto__', 'constructor']);
    expect(data?.constructor).toBe(2);
  });

  test('is read as any JSON object is', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const text = JSON.stringify(object);
        expect({ ...renderedData(text) }).toEqual({ ...JSON.parse(text) });
        expect(JSON.parse(stringifyResult({ data: renderedData(text) }))).toEqual({ data: JSON.parse(text) });
      }),
    );
  });
});

test('an answer without data is written as it is', () => {
  expect(stringifyResult({ errors: [{ message: 'x' }] })).toBe('{"errors":[{"message":"x"}]}');
});
