import { describe, expect, test } from 'vitest';
import { SubgraphFailure } from '../../../../../gateway/subgraphs/transport/failure.ts';
import { parseAnswer } from '../../../../../gateway/subgraphs/transport/parse-answer.ts';
import { utf8Text } from '../../../../../gateway/utf8-text.ts';

const parsed = (status: number, text: string) => parseAnswer('books', status, Buffer.from(text));
const codeOf = (status: number, text: string) => {
  try {
    parsed(status, text);
  } catch (error) {
    return error instanceof SubgraphFailure ? error.code : error;
  }
  return 'read';
};

describe('13. a subgraph’s HTTP response', () => {
  test.each([
    ['500 with errors of GraphQL counts for these', 500, '{"errors":[{"message":"no"}]}', 'read'],
    ['500 with data alone is none', 500, '{"data":{"a":1}}', 'SUBGRAPH_RESPONSE_INVALID'],
    ['500 with HTML is none', 500, '<html>', 'SUBGRAPH_RESPONSE_INVALID'],
    ['503 says that nobody is there', 503, '{"data":{"a":1}}', 'SUBGRAPH_UNAVAILABLE'],
    ['200 without data is none', 200, '{"extensions":{}}', 'SUBGRAPH_RESPONSE_INVALID'],
    [
      '200 with errors that are no list is none without data',
      200,
      '{"errors":{"message":"no"}}',
      'SUBGRAPH_RESPONSE_INVALID',
    ],
    ['200 with data: null is one', 200, '{"data":null}', 'read'],
    ['200 with cut JSON is none', 200, '{"data":{"a"', 'SUBGRAPH_RESPONSE_INVALID'],
    ['200 with nothing is none', 200, '', 'SUBGRAPH_RESPONSE_INVALID'],
  ])('%s', (_name, status, text, code) => {
    expect(codeOf(status, text)).toBe(code);
  });

  test('errors that are no list are one error beside data, and null is none', () => {
    expect(parsed(200, '{"data":{"a":1},"errors":{"message":"no"}}')).toMatchObject({
      data: { a: 1 },
      errors: [{ message: 'no' }],
    });
    expect(parsed(200, '{"data":{"a":1},"errors":null}').errors).toEqual([]);
  });

  test('the last of equal keys counts, and `__proto__` is a key like any other', () => {
    const { data } = parsed(200, '{"data":{"a":1,"a":2,"__proto__":{"a":3}}}');
    expect(JSON.stringify(data)).toBe('{"a":2,"__proto__":{"a":3}}');
  });

  test('errors are plain text', () => {
    const errors = [{ message: '没有库存', extensions: { reason: '红' } }];
    expect(parsed(200, JSON.stringify({ data: null, errors })).errors).toEqual(errors);
  });

  test('text beyond ASCII is UTF-8, whether escaped or not', () => {
    expect(parsed(200, '{"data":"小\\u7ea2 \\ud83d\\ude00 😀"}')).toMatchObject({
      data: utf8Text('小红 😀 😀'),
      clean: false,
    });
    expect(parsed(200, '{"data":"小红"}')).toMatchObject({ data: utf8Text('小红'), clean: true });
  });
});
