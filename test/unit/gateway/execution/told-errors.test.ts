import { expect, test } from 'vitest';
import { isMasked, toldErrors } from '../../../../gateway/execution/told-errors.ts';

const theirs = (code: string) => ({
  message: ' No. ',
  path: ['a', 0],
  extensions: { code, subgraph: 's', secret: 'host:5432', stacktrace: ['at db.ts'] },
  foreign: true,
});

test('an error that a subgraph made for clients passes with message and code alone', () => {
  expect(toldErrors([theirs('NOTE_GONE')], 'r')).toEqual([
    { message: 'No.', path: ['a', 0], extensions: { code: 'NOTE_GONE', requestId: 'r' } },
  ]);
  expect(isMasked(theirs('NOTE_GONE'))).toBe(false);
});

test.each(['INTERNAL_SERVER_ERROR', 'ECONNREFUSED', '42P01', 'GRAPHQL_VALIDATION_FAILED', 'DOWNSTREAM_SERVICE_ERROR'])(
  'of an error that tells of a subgraph’s inside (%s) passes only whose it is',
  (code) => {
    expect(toldErrors([theirs(code)], 'r')).toEqual([
      {
        message: 'Something went wrong in the s subgraph.',
        path: ['a', 0],
        extensions: { code: 'INTERNAL_SERVER_ERROR', subgraph: 's', requestId: 'r' },
      },
    ]);
    expect(isMasked(theirs(code))).toBe(true);
  },
);

test('an error of ours says which subgraph failed', () => {
  const error = {
    message: 'The s subgraph can’t be reached.',
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 's', cause: 'ECONNREFUSED 10.0.0.1' },
    foreign: false,
  };
  expect(toldErrors([error], 'r')).toEqual([
    { message: error.message, extensions: { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 's', requestId: 'r' } },
  ]);
});

test('no more than a hundred are told, and how many are left out', () => {
  const told = toldErrors(Array(103).fill(theirs('NOTE_GONE')), 'r');
  expect(told).toHaveLength(101);
  expect(told.at(-1)).toEqual({
    message: '3 more errors are not told.',
    extensions: { code: 'ERRORS_LEFT_OUT', requestId: 'r' },
  });
});

test('a long message is cut after a thousand characters, and never within one', () => {
  const told = (message: string) => toldErrors([{ ...theirs('NOTE_GONE'), message }], 'r')[0]?.message;
  expect(told('y'.repeat(1000))).toBe('y'.repeat(1000));
  expect(told('y'.repeat(1_000_000))).toBe(`${'y'.repeat(1000)}…`);
  expect(told(`${'y'.repeat(999)}🐈${'y'.repeat(9)}`)).toBe(`${'y'.repeat(999)}…`);
});

test('of long errors fewer are told, of which the first, without a path that is too long, and how many are left out', () => {
  const long = { ...theirs('NOTE_GONE'), path: ['k'.repeat(30_000)] };
  const some = toldErrors(Array(100).fill(long), 'r');
  expect(some).toHaveLength(4);
  expect(some.at(-1)?.message).toBe('97 more errors are not told.');
  const [told, ...others] = toldErrors([{ ...long, path: ['k'.repeat(1_000_000)] }], 'r');
  expect(others).toEqual([]);
  expect(told?.extensions.code).toBe('NOTE_GONE');
  expect(told).not.toHaveProperty('path');
});

test('a code that is very long is no code for clients', () => {
  expect(isMasked(theirs('A'.repeat(100)))).toBe(false);
  expect(isMasked(theirs('A'.repeat(101)))).toBe(true);
});
