import type { Utf8Text } from '../../utf8-text.ts';
import type { CircuitBreaker, Permit, Verdict } from './circuit-breaker.ts';
import { BreakerOpen, isUnreadable, saysUnavailable } from './failure.ts';
import { AnswerCut } from './http-transport.ts';
import type { RetryBudget } from './retry-budget.ts';
import type { AnswerSink, GivenUp, HttpAnswer, Send, Sending, SubgraphTransport } from './subgraph-transport.ts';

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
  return (body, headers, sink, repeatable) => {
    policy.budget.earn();
    return new Attempts(policy, { body, headers, repeatable }, sink);
  };
}

/** What is sent. */
interface Request {
  readonly body: Utf8Text;
  readonly headers: string;
  readonly repeatable: boolean;
}

class Attempts implements Sending, AnswerSink {
  readonly #policy: AttemptPolicy;
  readonly #request: Request;
  readonly #sink: AnswerSink;
  /** How many times it may still be sent again. */
  #left: number;
  /** The request that is under way. */
  #sending: Sending | undefined;
  #permit: Permit = 'usual';
  /** The wait before the next one. */
  #wait: NodeJS.Timeout | undefined;
  #isGivenUp = false;

  constructor(policy: AttemptPolicy, request: Request, sink: AnswerSink) {
    this.#policy = policy;
    this.#request = request;
    this.#sink = sink;
    this.#left = request.repeatable ? policy.retries : 0;
    if (!this.#attempt()) queueMicrotask(() => this.#refuse());
  }

  abort(why: GivenUp): void {
    this.#isGivenUp = true;
    clearTimeout(this.#wait);
    const sending = this.#sending;
    if (!sending) return;
    this.#settle(why === 'late' ? 'failed' : 'unknown');
    sending.abort(why);
  }

  answered(answer: HttpAnswer): void {
    const failed = saysUnavailable(answer.status);
    this.#settle(failed ? 'failed' : 'answered');
    if (failed && this.#mayRepeat()) {
      const kept = { ...answer, body: Buffer.from(answer.body) };
      this.#repeatOr(() => this.#sink.answered(kept));
    } else {
      this.#sink.answered(answer);
    }
  }

  failed(error: unknown): void {
    const answered = isUnreadable(error);
    this.#settle(answered ? 'answered' : 'failed');
    const repeats = !answered && !(error instanceof AnswerCut) && this.#mayRepeat();
    if (repeats) this.#repeatOr(() => this.#sink.failed(error));
    else this.#sink.failed(error);
  }

  /** Sends the request; gives whether the breaker lets it through. */
  #attempt(): boolean {
    const { breaker, transport } = this.#policy;
    const permit = breaker ? breaker.admit() : 'usual';
    if (permit === undefined) return false;
    this.#permit = permit;
    this.#sending = transport(this.#request.body, this.#request.headers, this);
    return true;
  }

  #refuse(): void {
    if (!this.#isGivenUp) this.#sink.failed(new BreakerOpen());
  }

  #settle(verdict: Verdict): void {
    this.#sending = undefined;
    this.#policy.breaker?.settle(this.#permit, verdict);
  }

  #mayRepeat(): boolean {
    return this.#left > 0 && this.#policy.budget.spend();
  }

  /** Sends it again after a while; concludes where the breaker lets nothing through by then. */
  #repeatOr(conclude: () => void): void {
    const longest = FIRST_WAIT * 2 ** (this.#policy.retries - this.#left);
    this.#left--;
    this.#wait = setTimeout(() => {
      this.#policy.onRetry();
      if (!this.#attempt()) conclude();
    }, Math.random() * longest);
  }
}
