import { expect, test } from 'vitest';
import { runBehind } from '../../../../subgraphs/kit/behind.ts';

test('what runs behind is begun in its order, while the caller goes on, and is over at the end', async () => {
  const seen: string[] = [];
  const step = (name: string) => async () => {
    seen.push(name);
    await Promise.resolve();
    seen.push(`${name} over`);
  };
  const answer = await runBehind(async (behind) => {
    behind(step('first'));
    behind(step('second'));
    seen.push('caller');
    return 'answer';
  });
  expect(answer).toBe('answer');
  expect(seen).toEqual(['first', 'second', 'caller', 'first over', 'second over']);
});

test('what failed is thrown, and not what failed for its sake', async () => {
  const consequence = Object.assign(new Error('consequence'), { code: '25P02' });
  const run = runBehind(async (behind) => {
    behind(() => Promise.reject(consequence));
    behind(() => Promise.reject(new Error('cause')));
    throw consequence;
  });
  await expect(run).rejects.toThrow('cause');
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
