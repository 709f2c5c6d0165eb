import fc from 'fast-check';
import { GraphQLError } from 'graphql';
import { describe, expect, test } from 'vitest';
import { completionErrors, settleErrors } from '../../../../gateway/execution/settle-errors.ts';
import { SPREAD } from '../../../../gateway/execution/spread-error.ts';

const failure = (path: (string | number)[] | undefined, serviceName = 's') =>
  new GraphQLError('The s subgraph can’t be reached.', {
    path,
    extensions: { code: 'SUBGRAPH_UNAVAILABLE', serviceName, [SPREAD]: true },
  });

const told = (errors: readonly GraphQLError[]) => errors.map(({ path, extensions }) => [path, extensions]);
const extensions = { code: 'SUBGRAPH_UNAVAILABLE', subgraph: 's' };

describe('settleErrors', () => {
  test('leaves an error of nobody as it is', () => {
    const error = new GraphQLError('x', { extensions: { code: 'BAD_USER_INPUT' } });
    expect(settleErrors([error], null)).toEqual([error]);
  });

  test('keeps a code that a subgraph chose for clients, and none of its other extensions', () => {
    const error = new GraphQLError('No.', { path: ['a'], extensions: { code: 'A_B', serviceName: 's', secret: 1 } });
    expect(told(settleErrors([error], { a: null }))).toEqual([[['a'], { code: 'A_B' }]]);
  });

  test('masks what a subgraph says of its inside', () => {
    const error = new GraphQLError('select 1', {
      path: ['a'],
      extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', serviceName: 's' },
    });
    const [settled] = settleErrors([error], { a: null });
    expect(settled?.message).toBe('Something went wrong in the s subgraph.');
    expect(settled?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR', subgraph: 's' });
  });

  test('tells a failure once for each null, by the first field that left it', () => {
    const data = { a: null, list: [{ b: null }, null, { b: 1 }] };
    const given = [
      failure(['a', 'x']),
      failure(['a', 'y']),
      failure(['list', 0, 'b']),
      failure(['list', 1, 'b']),
      failure(['list', 1, 'c']),
      failure(['list', 2, 'b']),
      failure(['list', 2, 'unasked']),
    ];
    expect(told(settleErrors(given, data))).toEqual([
      [['a', 'x'], extensions],
      [['list', 0, 'b'], extensions],
      [['list', 1, 'b'], extensions],
    ]);
  });

  test('tells a failure that left no null once, at no field', () => {
    const given = [failure(['a', 'unasked']), failure(['b']), failure(undefined)];
    expect(told(settleErrors(given, { a: {}, b: 1 }))).toEqual([[undefined, extensions]]);
  });

  test('never ends a path in the executor’s own sign for every item', () => {
    const error = new GraphQLError('x', { path: ['a', '@', 'y'], extensions: { code: 'A_B', serviceName: 's' } });
    expect(settleErrors([error], { a: [] })[0]?.path).toEqual(['a']);
  });

  test('tells of every null that a failure left, and of each by one error', () => {
    const tree = fc.letrec<{ node: unknown }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.integer(),
        fc.array(tie('node'), { maxLength: 3 }),
        fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('node')),
      ),
    })).node;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'b', 'c'), tree), (data) => {
        const places = nullsIn(data);
        const given = places.flatMap((place) => [failure(place), failure([...place, 'x'])]);
        const settled = settleErrors(given, data);
        expect(settled.map(({ path }) => path)).toEqual(places);
      }),
    );
  });
});

function nullsIn(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((each, index) => nullsIn(each, [...path, index]));
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => nullsIn(each, [...path, key]));
}

test('completionErrors turns hints into errors with a code and a path, and nothing into none', () => {
  const hint = { message: 'Cannot return null', path: ['a'], extensions: { code: 'INVALID_GRAPHQL' } };
  expect(told(completionErrors({ valueCompletion: [hint] }))).toEqual([[['a'], { code: 'SUBGRAPH_RESPONSE_INVALID' }]]);
  expect(completionErrors(undefined)).toEqual([]);
  expect(completionErrors({ other: 1 })).toEqual([]);
});
