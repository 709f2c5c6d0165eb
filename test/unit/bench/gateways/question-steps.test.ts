import { expect, test } from 'vitest';
import { QuestionSteps } from '../../../../bench/gateways/question-steps.ts';
import type { Subgraph } from '../../../../bench/gateways/workload.ts';

const echo: Subgraph = async (body) => Buffer.from(`{"asked":"${body}"}`);

test('what is asked after an answer is a step of its own, in order', async () => {
  const named = ['one', 'two'] as const;
  await using asked = await QuestionSteps.open(new Map(named.map((name) => [name, echo])));
  const ask = async (subgraph: string, body: string) =>
    (await fetch(asked.urlOf(subgraph), { method: 'POST', body })).text();

  expect(await ask('one', 'first')).toBe('{"asked":"first"}');
  expect(await ask('two', 'second')).toBe('{"asked":"second"}');

  expect(asked.take()).toEqual([[{ subgraph: 'one', body: 'first' }], [{ subgraph: 'two', body: 'second' }]]);
  expect(asked.take()).toEqual([]);
});
