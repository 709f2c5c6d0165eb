/** `half-open`: one request is let through to find out whether the subgraph answers again. */
export type BreakerState = 'closed' | 'open' | 'half-open';

/** What became of a request that was let through; `unknown` where nobody waited for its end. */
export type Verdict = 'answered' | 'failed' | 'unknown';

/** Leave to send one request. */
export type Permit = 'usual' | 'probe';

/** Seconds of the sliding window. */
const WINDOW = 10;
/** Fewest requests within the window by which a subgraph is judged. */
const LEAST = 20;
/** Share of them that must have failed. */
const RATE = 0.5;

/** How a breaker is built; times in milliseconds. */
export interface BreakerOptions {
  /** How long it stays open before it tries again. */
  readonly openFor: number;
  readonly onChange: (state: BreakerState) => void;
  readonly now?: () => number;
}

/**
 * Stops asking a subgraph that fails: when half of at least 20 requests within ten seconds failed, nothing is sent for a while,
 * then one request tries. Both who asks and who is asked are spared waiting for what will not come.
 */
export class CircuitBreaker {
  #state: BreakerState = 'closed';
  #until = 0;
  #probing = false;
  readonly #sent = new Float64Array(WINDOW);
  readonly #failed = new Float64Array(WINDOW);
  #second = 0;
  readonly #openFor: number;
  readonly #onChange: (state: BreakerState) => void;
  readonly #now: () => number;

  constructor({ openFor, onChange, now = () => performance.now() }: BreakerOptions) {
    this.#openFor = openFor;
    this.#onChange = onChange;
    this.#now = now;
  }

  get state(): BreakerState {
    return this.#state;
  }

  /** Asks for leave to send; whoever gets it calls `settle` once. Undefined: nothing may be sent now. */
  admit(): Permit | undefined {
    if (this.#state === 'closed') return 'usual';
    if (this.#state === 'open' && this.#now() >= this.#until) this.#change('half-open');
    if (this.#state === 'open' || this.#probing) return undefined;
    this.#probing = true;
    return 'probe';
  }

  /** Says what became of a request. */
  settle(permit: Permit, verdict: Verdict): void {
    if (permit === 'probe') this.#settleProbe(verdict);
    else if (this.#state === 'closed' && verdict !== 'unknown') this.#count(verdict === 'failed');
  }

  #settleProbe(verdict: Verdict): void {
    this.#probing = false;
    if (verdict === 'failed') this.#open();
    else if (verdict === 'answered') {
      this.#sent.fill(0);
      this.#failed.fill(0);
      this.#change('closed');
    }
  }

  #count(failed: boolean): void {
    const second = Math.floor(this.#now() / 1000);
    for (let passed = Math.min(second - this.#second, WINDOW); passed > 0; passed--) {
      const index = (second - passed + 1) % WINDOW;
      this.#sent[index] = 0;
      this.#failed[index] = 0;
    }
    this.#second = second;
    const index = second % WINDOW;
    this.#sent[index] = (this.#sent[index] ?? 0) + 1;
    if (!failed) return;
    this.#failed[index] = (this.#failed[index] ?? 0) + 1;
    const sent = sum(this.#sent);
    if (sent >= LEAST && sum(this.#failed) >= sent * RATE) this.#open();
  }

  #open(): void {
    this.#until = this.#now() + this.#openFor;
    this.#change('open');
  }

  #change(state: BreakerState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#onChange(state);
  }
}

function sum(counts: Float64Array): number {
  return counts.reduce((one, other) => one + other, 0);
}
