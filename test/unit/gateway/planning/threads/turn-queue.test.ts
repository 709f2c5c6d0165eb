import { expect, test } from 'vitest';
import { TurnQueue } from '../../../../../gateway/planning/threads/turn-queue.ts';

function queueOf(...items: readonly (readonly [owner: string | undefined, item: number])[]): TurnQueue<number> {
  const queue = new TurnQueue<number>();
  for (const [owner, item] of items) queue.add(owner, item);
  return queue;
}

function taken(queue: TurnQueue<number>): number[] {
  return Array.from({ length: queue.size }, () => queue.take() ?? -1);
}

test('owners take turns, each in the order of its own', () => {
  expect(taken(queueOf(['a', 1], ['a', 2], ['a', 3], ['b', 4], [undefined, 5], ['b', 6]))).toEqual([1, 4, 5, 2, 6, 3]);
});

test('an owner who comes back takes its turn after the others', () => {
  const queue = queueOf(['a', 1], ['b', 2], ['b', 3]);
  expect(queue.take()).toBe(1);
  queue.add('a', 4);
  expect(taken(queue)).toEqual([2, 4, 3]);
});

test('the owner of most gives up what came last; the one who came last, where several have as much', () => {
  const queue = queueOf(['a', 1], ['b', 2], ['b', 3], ['c', 4]);
  expect([queue.drop(), queue.drop(), queue.drop(), queue.drop(), queue.drop()]).toEqual([3, 4, 2, 1, undefined]);
  expect(queue.size).toBe(0);
  expect(queue.take()).toBeUndefined();
});
