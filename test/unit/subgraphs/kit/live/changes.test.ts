import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Changes } from '../../../../../subgraphs/kit/live/changes.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  vi.useRealTimers();
});

/** Counts what a watcher is told, as fast as it is told. */
function listen(changes: Changes, subject: string) {
  const watcher = changes.watch(subject);
  const heard = { count: 0, isOver: false, stop: () => watcher.return?.() };
  void (async () => {
    for await (const _ of watcher) heard.count++;
    heard.isOver = true;
  })();
  return heard;
}

it('tells at once, then of a first change at once, and of all that come within the interval at its end', async () => {
  const changes = new Changes(1000);
  const heard = listen(changes, 'a');
  await vi.advanceTimersByTimeAsync(0);
  expect(heard.count).toBe(1);
  for (let change = 0; change < 5; change++) changes.tell(['a', 'nobody’s']);
  await vi.advanceTimersByTimeAsync(0);
  expect(heard.count).toBe(2);
  await vi.advanceTimersByTimeAsync(999);
  expect(heard.count).toBe(2);
  await vi.advanceTimersByTimeAsync(1);
  expect(heard.count).toBe(3);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(heard.count).toBe(3);
});

it('tells all who watch a subject, and nobody else', async () => {
  const changes = new Changes(0);
  const [one, other, elsewhere] = [listen(changes, 'a'), listen(changes, 'a'), listen(changes, 'b')];
  await vi.advanceTimersByTimeAsync(0);
  changes.tell(['a']);
  await vi.advanceTimersByTimeAsync(0);
  expect([one.count, other.count, elsewhere.count]).toEqual([2, 2, 1]);
  changes.tellAll();
  await vi.advanceTimersByTimeAsync(0);
  expect([one.count, other.count, elsewhere.count]).toEqual([3, 3, 2]);
});

it('keeps one piece of news for who is slow, however much happened', async () => {
  const changes = new Changes(0);
  const watcher = changes.watch('a');
  await watcher.next();
  for (let change = 0; change < 100; change++) changes.tell(['a']);
  expect(await watcher.next()).toEqual({ value: undefined, done: false });
  let isTold = false;
  void watcher.next().then(() => {
    isTold = true;
  });
  await vi.advanceTimersByTimeAsync(1000);
  expect(isTold).toBe(false);
});

it('ends a wait when its watcher leaves, and keeps nothing of a subject that nobody watches', async () => {
  const changes = new Changes(1000);
  const [one, other] = [listen(changes, 'a'), listen(changes, 'a')];
  await vi.advanceTimersByTimeAsync(0);
  changes.tell(['a']);
  changes.tell(['a']);
  await one.stop();
  expect(changes.size).toBe(1);
  await other.stop();
  await vi.advanceTimersByTimeAsync(0);
  expect([one.isOver, other.isOver, changes.size, vi.getTimerCount()]).toEqual([true, true, 0, 0]);
});
