import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { attempting } from '../../../../../gateway/subgraphs/transport/attempts.ts';
import { CircuitBreaker } from '../../../../../gateway/subgraphs/transport/circuit-breaker.ts';
import { BodyUnreadable } from '../../../../../gateway/subgraphs/transport/decode-body.ts';
import { BreakerOpen } from '../../../../../gateway/subgraphs/transport/failure.ts';
import { AnswerCut } from '../../../../../gateway/subgraphs/transport/http-transport.ts';
import { RetryBudget } from '../../../../../gateway/subgraphs/transport/retry-budget.ts';
import type { Send } from '../../../../../gateway/subgraphs/transport/subgraph-transport.ts';
import { promised } from '../../../../kit/promised-sending.ts';

const REFUSED = new Error('connect ECONNREFUSED');

/** What one request comes to: a status, an error, or nothing ever. */
type Outcome = number | Error | 'nothing';

/** A subgraph that answers each request as listed, the last way for all further ones. */
class Scripted {
  sent = 0;
  retried = 0;
  readonly aborted: string[] = [];
  readonly breaker = new CircuitBreaker({ openFor: 1000, onChange: () => undefined });
  readonly budget = new RetryBudget();
  readonly transport;

  constructor(outcomes: readonly Outcome[], retries = 2) {
    const send: Send = (_body, _headers, sink) => {
      const outcome = outcomes[Math.min(this.sent++, outcomes.length - 1)];
      const answer = `answer ${this.sent}`;
      let isOver = false;
      queueMicrotask(() => {
        if (isOver) return;
        if (typeof outcome === 'number') sink.answered({ status: outcome, body: Buffer.from(answer) });
        else if (outcome instanceof Error) sink.failed(outcome);
      });
      const abort = (why: string) => {
        this.aborted.push(why);
        isOver = true;
      };
      return { abort };
    };
    const { breaker, budget } = this;
    const onRetry = () => void this.retried++;
    this.transport = promised(attempting({ transport: send, breaker, retries, budget, onRetry }));
  }

  /** Sends one request and waits until it is settled. */
  async run(repeatable = true): Promise<string> {
    const answer = this.transport('{}', {}, repeatable).answer.then(
      ({ status, body }) => `${status} ${body}`,
      (error: Error) => error.constructor.name,
    );
    await vi.advanceTimersByTimeAsync(1000);
    return answer;
  }
}

describe('a request that finds no answer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test.each([
    ['the connection was refused', REFUSED],
    ['the status is 502', 502],
    ['the status is 503', 503],
    ['the status is 504', 504],
  ])('is sent again where %s', async (_why, outcome) => {
    const scripted = new Scripted([outcome, outcome, 200]);
    expect(await scripted.run()).toBe('200 answer 3');
    expect(scripted.retried).toBe(2);
  });

  test('is sent again so many times and no more', async () => {
    const scripted = new Scripted([REFUSED]);
    expect(await scripted.run()).toBe('Error');
    expect(scripted.sent).toBe(3);
    const last = new Scripted([REFUSED, 503]);
    expect(await last.run()).toBe('503 answer 3');
  });

  test.each([
    ['it writes', [REFUSED], false, 2],
    ['retries are off', [REFUSED], true, 0],
    ['an answer had begun', [new AnswerCut('reset')], true, 2],
    ['the answer can’t be read', [new BodyUnreadable('bomb')], true, 2],
    ['the status is 500', [500], true, 2],
    ['the status is 429', [429], true, 2],
  ] as const)('is sent once where %s', async (_why, outcomes, repeatable, retries) => {
    const scripted = new Scripted(outcomes, retries);
    await scripted.run(repeatable);
    expect(scripted.sent).toBe(1);
  });

  test('is not sent again where the budget is spent', async () => {
    const scripted = new Scripted([REFUSED]);
    while (scripted.budget.spend());
    await scripted.run();
    expect(scripted.sent).toBe(1);
  });

  test('is not sent again by who gave it up while it waited', async () => {
    const scripted = new Scripted([REFUSED]);
    vi.spyOn(Math, 'random').mockReturnValue(1);
    const sending = scripted.transport('{}', {}, true);
    const settled = sending.answer.catch(() => 'given up');
    await vi.advanceTimersByTimeAsync(1);
    sending.abort('left');
    expect(await settled).toBe('given up');
    await vi.advanceTimersByTimeAsync(1000);
    expect(scripted.sent).toBe(1);
    expect(scripted.aborted).toEqual([]);
    vi.restoreAllMocks();
  });
});

describe('the circuit breaker', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function stateAfter(outcomes: readonly Outcome[]): Promise<string> {
    const scripted = new Scripted(outcomes, 0);
    for (let sent = 0; sent < 20; sent++) await scripted.transport('{}', {}, true).answer.catch(() => undefined);
    return scripted.breaker.state;
  }

  test('opens where nothing answers, and then fails without sending', async () => {
    const scripted = new Scripted([REFUSED], 0);
    for (let sent = 0; sent < 20; sent++) await scripted.transport('{}', {}, true).answer.catch(() => undefined);
    expect(scripted.sent).toBe(20);
    await expect(scripted.transport('{}', {}, true).answer).rejects.toBeInstanceOf(BreakerOpen);
    expect(scripted.sent).toBe(20);
  });

  test('is told of the probe that closes it', async () => {
    const scripted = new Scripted([...Array<Outcome>(20).fill(REFUSED), 200], 0);
    for (let sent = 0; sent < 20; sent++) await scripted.transport('{}', {}, true).answer.catch(() => undefined);
    await vi.advanceTimersByTimeAsync(1000);
    expect((await scripted.transport('{}', {}, true).answer).status).toBe(200);
    expect(scripted.breaker.state).toBe('closed');
  });

  test.each([
    ['a status of 500, an error of GraphQL’s', 500],
    ['a refusal', 429],
    ['an answer that can’t be read', new BodyUnreadable('bomb')],
  ] as const)('counts %s as an answer', async (_what, outcome) => {
    expect(await stateAfter([outcome])).toBe('closed');
  });

  test.each([
    ['an answer that was cut', new AnswerCut('reset')],
    ['a status of 503', 503],
  ] as const)('counts %s as none', async (_what, outcome) => {
    expect(await stateAfter([outcome])).toBe('open');
  });

  test.each([
    ['late', 'open'],
    ['left', 'closed'],
  ] as const)('is %s: %s after twenty such', async (why, state) => {
    const scripted = new Scripted(['nothing'], 0);
    for (let sent = 0; sent < 20; sent++) {
      const sending = scripted.transport('{}', {}, true);
      sending.answer.catch(() => undefined);
      sending.abort(why);
    }
    expect(scripted.breaker.state).toBe(state);
    expect(scripted.aborted).toHaveLength(20);
  });
});
