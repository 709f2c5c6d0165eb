import { describe, expect, test } from 'vitest';
import { batched, batchedByArguments, groupedInOrder, inOrder } from '../../../../subgraphs/kit/batch.ts';

describe('a loader', () => {
  test('reads what is asked in one tick at once, each key once, and nothing again', async () => {
    const reads: string[][] = [];
    const loader = batched<string, string>(async (keys) => {
      reads.push([...keys]);
      return keys.map((key) => (key === 'none' ? undefined : key.toUpperCase()));
    });
    expect(await Promise.all(['a', 'b', 'a', 'none'].map((key) => loader.load(key)))).toEqual([
      'A',
      'B',
      'A',
      undefined,
    ]);
    expect(await loader.load('b')).toBe('B');
    expect(reads).toEqual([['a', 'b', 'none']]);
  });

  test('with arguments reads once for each set of arguments', async () => {
    const reads: [object, string[]][] = [];
    const loaders = batchedByArguments(async (args: { first: number }, keys: readonly string[]) => {
      reads.push([args, [...keys]]);
      return keys.map((key) => `${key}${args.first}`);
    });
    const asked = [loaders({ first: 1 }).load('a'), loaders({ first: 2 }).load('a'), loaders({ first: 1 }).load('b')];
    expect(await Promise.all(asked)).toEqual(['a1', 'a2', 'b1']);
    expect(reads).toEqual([
      [{ first: 1 }, ['a', 'b']],
      [{ first: 2 }, ['a']],
    ]);
  });
});

describe('rows', () => {
  const rows = [
    { of: 'b', id: 1 },
    { of: 'a', id: 2 },
    { of: 'b', id: 3 },
  ];

  test('are put in the order of the keys that asked', () => {
    expect(inOrder([3, 9, 1], rows, (row) => row.id)).toEqual([rows[2], undefined, rows[0]]);
  });

  test('are put under the keys that asked, in their own order', () => {
    expect(groupedInOrder(['a', 'none', 'b'], rows, (row) => row.of)).toEqual([[rows[1]], [], [rows[0], rows[2]]]);
  });
});
