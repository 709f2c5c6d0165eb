import { expect, test } from 'vitest';
import { ByTurns } from '../../../../subgraphs/kit/by-turns.ts';

test('lists come to their results one after another, and others have their turn in between', async () => {
  const turns = new ByTurns(2);
  const seen: string[] = [];
  setImmediate(() => seen.push('another'));
  const note = (name: string) => {
    seen.push(name);
    return name.toUpperCase();
  };
  const [first, second] = await Promise.all([turns.map(['a', 'b', 'c'], note), turns.map(['d'], note)]);
  expect([first, second]).toEqual([['A', 'B', 'C'], ['D']]);
  expect(seen).toEqual(['a', 'b', 'another', 'c', 'd']);
});

test('a list that fails keeps none after it', async () => {
  const turns = new ByTurns(1);
  const failing = turns.map([1], () => {
    throw new Error('this one');
  });
  const next = turns.map([1], (one) => one + 1);
  await expect(failing).rejects.toThrow('this one');
  expect(await next).toEqual([2]);
});
