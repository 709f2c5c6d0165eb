import type { CircuitBreaker, Permit, Verdict } from './circuit-breaker.ts';
import { BreakerOpen, isUnreadable, saysUnavailable } from './failure.ts';
import { AnswerCut } from './http-transport.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { GivenUp, HttpAnswer, Send, Sending, SubgraphTransport } from './subgraph-transport.ts';

/** How a subgraph that fails is treated. */
export interface AttemptPolicy {
  readonly transport: Send;
  /** Undefined: it is asked whatever became of earlier requests. */
  readonly breaker: CircuitBreaker | undefined;
  /** Most times that one request is sent again. */
  readonly retries: number;
  readonly budget: RetryBudget;
  /** Called when a request is sent again. */
  readonly onRetry: () => void;
}

/** Longest wait before the first retry, in milliseconds; doubled for each further one. */
const FIRST_WAIT = 25;

/**
 * The same transport, with the circuit breaker asked before each request, and requests sent again which no answer came to: the
 * connection was refused or broke before an answer began, or the status says unavailable. The wait before is random from zero
 * (full jitter), so that many who fail together do not come back together.
 */
export function attempting(policy: AttemptPolicy): SubgraphTransport {
  return (body, headers, repeatable) => {
    policy.budget.earn();
    return new Attempts(policy, () => policy.transport(body, headers), repeatable);
  };
}

class Attempts implements Sending {
  readonly answer: Promise<HttpAnswer>;
  readonly #policy: AttemptPolicy;
  readonly #send: () => Sending;
  #left: number;
  #resolve: (answer: HttpAnswer) => void = () => undefined;
  #reject: (reason: unknown) => void = () => undefined;
  /** What is under way now: a request, or the wait before the next one. */
  #sending: Sending | undefined;
  #permit: Permit = 'usual';
  #wait: NodeJS.Timeout | undefined;

  constructor(policy: AttemptPolicy, send: () => Sending, repeatable: boolean) {
    this.#policy = policy;
    this.#send = send;
    this.#left = repeatable ? policy.retries : 0;
    this.answer = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#attempt(() => this.#reject(new BreakerOpen()));
  }

  abort(why: GivenUp): void {
    clearTimeout(this.#wait);
    const sending = this.#sending;
    if (sending) {
      this.#settle(why === 'late' ? 'failed' : 'unknown');
      sending.abort(why);
    }
    this.#reject(new Error('Nobody waits for the answer any more'));
  }

  /** @param conclude what to do where the breaker lets nothing through */
  #attempt(conclude: () => void): void {
    const permit = this.#policy.breaker ? this.#policy.breaker.admit() : 'usual';
    if (permit === undefined) {
      conclude();
      return;
    }
    this.#permit = permit;
    const sending = this.#send();
    this.#sending = sending;
    sending.answer.then(
      (answer) => {
        if (this.#sending === sending) this.#answered(answer);
      },
      (error) => {
        if (this.#sending === sending) this.#failed(error);
      },
    );
  }

  #answered(answer: HttpAnswer): void {
    const failed = saysUnavailable(answer.status);
    this.#settle(failed ? 'failed' : 'answered');
    if (failed) this.#againOr(() => this.#resolve(answer));
    else this.#resolve(answer);
  }

  #failed(error: unknown): void {
    const answered = isUnreadable(error);
    this.#settle(answered ? 'answered' : 'failed');
    if (answered || error instanceof AnswerCut) this.#reject(error);
    else this.#againOr(() => this.#reject(error));
  }

  #settle(verdict: Verdict): void {
    this.#sending = undefined;
    this.#policy.breaker?.settle(this.#permit, verdict);
  }

  /** Sends it again after a while; concludes where it may not be. */
  #againOr(conclude: () => void): void {
    const { retries, budget, onRetry } = this.#policy;
    if (this.#left === 0 || !budget.spend()) {
      conclude();
      return;
    }
    const longest = FIRST_WAIT * 2 ** (retries - this.#left);
    this.#left--;
    this.#wait = setTimeout(() => {
      onRetry();
      this.#attempt(conclude);
    }, Math.random() * longest);
  }
}
