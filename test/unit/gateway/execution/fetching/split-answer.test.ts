import { describe, expect, test } from 'vitest';
import { type Share, splitAnswer } from '../../../../../gateway/execution/fetching/split-answer.ts';

const origins = new Map([
  ['e0', { part: 0, key: '_entities' }],
  ['e1', { part: 1, key: '_entities' }],
]);
const share = (part: number, from: number, count: number): Share => ({ part, entities: { from, count } });
/** Two fetches of one operation, and one of another. */
const shares = [share(0, 0, 2), share(0, 2, 1), share(1, 0, 1)];
const split = (data: Record<string, unknown>, errors: readonly unknown[] = []) =>
  splitAnswer({ data, errors, clean: true }, data, shares, origins);

describe('each fetch gets its own', () => {
  const data = { e0: [{ id: 1 }, { id: 2 }, { id: 3 }], e1: [{ id: 4 }] };

  test('entities', () => {
    expect(split(data).map((answer) => answer.data)).toEqual([
      { _entities: [{ id: 1 }, { id: 2 }] },
      { _entities: [{ id: 3 }] },
      { _entities: [{ id: 4 }] },
    ]);
  });

  test('errors, with the paths that they would have alone', () => {
    const errors = [
      { message: 'a', path: ['e0', 2, 'name'] },
      { message: 'b', path: ['e1', '0'] },
      { message: 'c', path: ['e0', 1, 'name', 0] },
    ];
    expect(split(data, errors).map((answer) => answer.errors)).toEqual([
      [{ message: 'c', path: ['_entities', 1, 'name', 0] }],
      [{ message: 'a', path: ['_entities', 0, 'name'] }],
      [{ message: 'b', path: ['_entities', 0] }],
    ]);
  });

  test('a list of a wrong length is nobody’s, and costs the neighbours nothing', () => {
    const [first, second, third] = split({ ...data, e0: [{ id: 1 }, { id: 2 }] });
    expect([first?.data, second?.data]).toEqual([{}, {}]);
    expect(third?.data).toEqual({ _entities: [{ id: 4 }] });
  });
});

describe('an error without a path that any of them knows', () => {
  const error = { message: 'slow', path: ['_entities', 0] };

  test('is told by the fetch that lacks an entity', () => {
    const answers = split({ e0: [{ id: 1 }, { id: 2 }, null], e1: [{ id: 4 }] }, [error]);
    expect(answers.map(({ errors }) => errors.length)).toEqual([0, 1, 0]);
  });

  test('is told once where nothing is missing', () => {
    const answers = split({ e0: [{ id: 1 }, { id: 2 }, { id: 3 }], e1: [{ id: 4 }] }, [error, 'no object']);
    expect(answers.map(({ errors }) => errors.length)).toEqual([2, 0, 0]);
  });
});

test('root fields come back under the keys of their own, whatever they are named', () => {
  const data = { f0_a: 1, f1___proto__: 2, f1_b: null };
  const keys = new Map([
    ['f0_a', { part: 0, key: 'a' }],
    ['f1___proto__', { part: 1, key: '__proto__' }],
    ['f1_b', { part: 1, key: 'b' }],
  ]);
  const roots = [0, 1].map((part): Share => ({ part, entities: undefined }));
  const errors = [{ message: 'no', path: ['f1_b', 'c'] }];
  const [first, second] = splitAnswer({ data, errors, clean: true }, data, roots, keys);
  expect([JSON.stringify(first?.data), JSON.stringify(second?.data)]).toEqual(['{"a":1}', '{"__proto__":2,"b":null}']);
  expect(second?.errors).toEqual([{ message: 'no', path: ['b', 'c'] }]);
});
