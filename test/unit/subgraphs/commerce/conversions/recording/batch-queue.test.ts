import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { BatchQueue } from '../../../../../../subgraphs/commerce/conversions/recording/batch-queue.ts';

/** A queue of names, each group of which is sent and ended by hand. */
function openQueue() {
  const groups: { readonly names: readonly string[]; sent(): void; end(): void }[] = [];
  const queue = new BatchQueue<string, string>({
    write: (names, sent) => {
      const over = Promise.withResolvers<Promise<string>[]>();
      groups.push({ names, sent, end: () => over.resolve(names.map(async (name) => `${name} written`)) });
      return over.promise;
    },
    mostAtOnce: 10,
    mostWaiting: 100,
  });
  return { queue, groups, begun: () => groups.map(({ names }) => names.join(' ')) };
}

test('what comes while a group is under way is the next one, which begins where nothing of the first is left to be sent', async () => {
  const { queue, groups, begun } = openQueue();
  const answers = [queue.add('a', 1), queue.add('b', 1), queue.add('c', 1)];
  await nextTurn();
  expect(begun()).toEqual(['a']);
  groups[0]?.sent();
  await nextTurn();
  expect(begun()).toEqual(['a', 'b c']);
  for (const { end } of groups) end();
  expect(await Promise.all(answers)).toEqual(['a written', 'b written', 'c written']);
});

test('two groups are under way at most', async () => {
  const { queue, groups, begun } = openQueue();
  void queue.add('a', 1);
  void queue.add('b', 1);
  groups[0]?.sent();
  await nextTurn();
  void queue.add('c', 1);
  groups[1]?.sent();
  await nextTurn();
  expect(begun()).toEqual(['a', 'b']);
  groups[0]?.end();
  await nextTurn();
  expect(begun()).toEqual(['a', 'b', 'c']);
});

test('what comes once all was sent waits for the end, and for more', async () => {
  const { queue, groups, begun } = openQueue();
  void queue.add('a', 1);
  groups[0]?.sent();
  await nextTurn();
  void queue.add('b', 1);
  void queue.add('c', 1);
  await nextTurn();
  expect(begun()).toEqual(['a']);
  groups[0]?.end();
  await nextTurn();
  expect(begun()).toEqual(['a', 'b c']);
  void queue.add('d', 1);
  groups[1]?.end();
  await nextTurn();
  expect(begun()).toEqual(['a', 'b c', 'd']);
});
