import { expect, test } from 'vitest';
import { inSlices, type Sliced } from '../../../../gateway/process/slices.ts';

function* steps(count: number, milliseconds: number): Sliced<string> {
  for (let step = 0; step < count; step++) {
    const end = performance.now() + milliseconds;
    while (performance.now() < end);
    yield;
  }
  return 'done';
}

test('long work lets others have turns of the loop, and gives its result', async () => {
  let turns = 0;
  let working = true;
  const turning = () => {
    turns++;
    if (working) setImmediate(turning);
  };
  setImmediate(turning);
  expect(await inSlices(steps(10, 5))).toBe('done');
  working = false;
  expect(turns).toBeGreaterThanOrEqual(9);
});

test('work begins in a turn of its own', async () => {
  let begun = false;
  const work = inSlices(
    (function* (): Sliced<void> {
      begun = true;
      yield;
    })(),
  );
  await Promise.resolve();
  expect(begun).toBe(false);
  await work;
  expect(begun).toBe(true);
});

test('what work throws is thrown', async () => {
  const failing = (function* (): Sliced<never> {
    yield;
    throw new Error('no');
  })();
  await expect(inSlices(failing)).rejects.toThrow('no');
});
