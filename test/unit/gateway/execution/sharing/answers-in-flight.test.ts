import { expect, test } from 'vitest';
import type { Answer } from '../../../../../gateway/execution/answer.ts';
import { AnswersInFlight } from '../../../../../gateway/execution/sharing/answers-in-flight.ts';
import type { LeaveSignal } from '../../../../../gateway/subgraphs/sharing/leave-signal.ts';
import { utf8Text } from '../../../../../gateway/utf8-text.ts';

/** Executions that end when they are told to. */
function executions() {
  const begun: { readonly signal: LeaveSignal; readonly end: (answer: Answer) => void; readonly fail: () => void }[] =
    [];
  const execute = (signal: LeaveSignal) =>
    new Promise<Answer>((resolve, reject) => begun.push({ signal, end: resolve, fail: () => reject(new Error('x')) }));
  return { begun, execute };
}

const ANSWER: Answer = { data: utf8Text('{}'), errors: [] };
const client = (key: string, writes = 0) => {
  const controller = new AbortController();
  return {
    request: { body: key, identity: '', person: undefined, writes, signal: controller.signal },
    leave: () => controller.abort(),
  };
};

test('equal requests that are under way at once are executed once, others each', async () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  const answers = ['a', 'a', 'b'].map((key) => inFlight.answer(client(key).request, execute));
  expect(begun).toHaveLength(2);
  for (const { end } of begun) end(ANSWER);
  expect(await Promise.all(answers)).toEqual([ANSWER, ANSWER, ANSWER]);
  expect(inFlight.size).toBe(0);
  void inFlight.answer(client('a').request, execute);
  expect(begun).toHaveLength(3);
});

test('two persons, or two who are told differently of, never share', () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  const { request } = client('a');
  for (const person of ['ann', 'bob']) void inFlight.answer({ ...request, person }, execute);
  for (const identity of ['x', 'y']) void inFlight.answer({ ...request, identity }, execute);
  expect(begun).toHaveLength(4);
});

test('nobody joins an execution that began before a write was answered', () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  for (const writes of [0, 1, 1]) void inFlight.answer(client('a', writes).request, execute);
  expect(begun).toHaveLength(2);
});

test('who leaves costs the others nothing, and the last one ends it', async () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  const [first, second] = [client('a'), client('a')];
  const answers = [first, second].map(({ request }) => inFlight.answer(request, execute));
  first.leave();
  expect(begun[0]?.signal.aborted).toBe(false);
  second.leave();
  expect(begun[0]?.signal.aborted).toBe(true);
  expect(inFlight.size).toBe(0);
  void inFlight.answer(client('a').request, execute);
  expect(begun).toHaveLength(2);
  begun[0]?.end(ANSWER);
  await Promise.all(answers);
  expect(inFlight.size).toBe(1);
});

test('a failure reaches all who wait, and is not kept', async () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  const answers = [1, 2].map(() => inFlight.answer(client('a').request, execute));
  begun[0]?.fail();
  for (const each of answers) await expect(each).rejects.toThrow('x');
  expect(inFlight.size).toBe(0);
});

test('who has left before is not answered for: alone it is given up, with others they are', async () => {
  const [inFlight, { begun, execute }] = [new AnswersInFlight(() => undefined), executions()];
  const [gone, present] = [client('a'), client('a')];
  gone.leave();
  void inFlight.answer(gone.request, execute);
  expect(begun[0]?.signal.aborted).toBe(true);
  expect(inFlight.size).toBe(0);
  const answer = inFlight.answer(present.request, execute);
  void inFlight.answer(gone.request, execute);
  expect([begun.length, begun[1]?.signal.aborted]).toEqual([2, false]);
  begun[1]?.end(ANSWER);
  expect(await answer).toBe(ANSWER);
});
