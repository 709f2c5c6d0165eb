import { expect, test } from 'vitest';
import { runBehind } from '../../../../subgraphs/kit/behind.ts';

test('what runs behind runs in its order, while the caller goes on, and is over at the end', async () => {
  const seen: string[] = [];
  const step = (name: string) => async () => {
    await Promise.resolve();
    seen.push(name);
  };
  const answer = await runBehind(async (behind) => {
    behind(step('first'));
    behind(step('second'));
    seen.push('caller');
    return 'answer';
  });
  expect(answer).toBe('answer');
  expect(seen).toEqual(['caller', 'first', 'second']);
});

test('nothing runs behind what failed, which is what is thrown, whatever the caller throws for its sake', async () => {
  const seen: string[] = [];
  const run = runBehind(async (behind) => {
    behind(async () => {
      throw new Error('cause');
    });
    behind(async () => seen.push('after'));
    throw new Error('consequence');
  });
  await expect(run).rejects.toThrow('cause');
  expect(seen).toEqual([]);
});

test('what the caller throws comes once all behind it is over', async () => {
  const seen: string[] = [];
  const run = runBehind(async (behind) => {
    behind(async () => {
      await Promise.resolve();
      seen.push('behind');
    });
    throw new Error('mine');
  });
  await expect(run).rejects.toThrow('mine');
  expect(seen).toEqual(['behind']);
});
