import { describe, expect, test } from 'vitest';
import { CircuitBreaker, type Verdict } from '../../../../../gateway/subgraphs/transport/circuit-breaker.ts';

/** A breaker whose clock the test moves. */
class Bench {
  now = 50_000;
  readonly states: string[] = [];
  readonly breaker = new CircuitBreaker({
    openFor: 1000,
    onChange: (state) => void this.states.push(state),
    now: () => this.now,
  });

  /** Sends one request; false where it was not let through. */
  send(verdict: Verdict): boolean {
    const permit = this.breaker.admit();
    if (permit) this.breaker.settle(permit, verdict);
    return permit !== undefined;
  }

  sends(count: number, verdict: Verdict): void {
    for (let sent = 0; sent < count; sent++) this.send(verdict);
  }
}

describe('a circuit breaker', () => {
  test('opens when half of at least twenty requests failed', () => {
    const few = new Bench();
    few.sends(19, 'failed');
    expect(few.breaker.state).toBe('closed');
    few.send('failed');
    expect(few.breaker.state).toBe('open');
    const healthy = new Bench();
    healthy.sends(51, 'answered');
    healthy.sends(50, 'failed');
    expect(healthy.breaker.state).toBe('closed');
    healthy.send('failed');
    expect(healthy.breaker.state).toBe('open');
  });

  test('does not count requests that nobody waited for', () => {
    const bench = new Bench();
    bench.sends(100, 'unknown');
    bench.sends(19, 'failed');
    expect(bench.breaker.state).toBe('closed');
  });

  test('forgets what is older than ten seconds', () => {
    const bench = new Bench();
    bench.sends(15, 'failed');
    bench.now += 10_000;
    bench.sends(15, 'failed');
    expect(bench.breaker.state).toBe('closed');
    bench.now += 9000;
    bench.sends(5, 'failed');
    expect(bench.breaker.state).toBe('open');
    const idle = new Bench();
    idle.sends(15, 'failed');
    idle.now += 3_600_000;
    idle.sends(15, 'failed');
    expect(idle.breaker.state).toBe('closed');
  });

  test('lets nothing through while open, then one request, and closes when that is answered', () => {
    const bench = new Bench();
    bench.sends(20, 'failed');
    bench.now += 999;
    expect(bench.breaker.admit()).toBeUndefined();
    bench.now += 1;
    const probe = bench.breaker.admit();
    expect(probe).toBe('probe');
    expect(bench.breaker.admit()).toBeUndefined();
    bench.breaker.settle('probe', 'answered');
    expect(bench.states).toEqual(['open', 'half-open', 'closed']);
    bench.sends(19, 'failed');
    expect(bench.breaker.state).toBe('closed');
  });

  test('opens again when the probe fails, and tries another when nobody waited for it', () => {
    const bench = new Bench();
    bench.sends(20, 'failed');
    bench.now += 1000;
    expect(bench.send('failed')).toBe(true);
    expect(bench.send('answered')).toBe(false);
    bench.now += 1000;
    expect(bench.send('unknown')).toBe(true);
    expect(bench.breaker.state).toBe('half-open');
    expect(bench.send('answered')).toBe(true);
    expect(bench.breaker.state).toBe('closed');
  });

  test('is not judged by requests that began before it opened', () => {
    const bench = new Bench();
    const early = bench.breaker.admit();
    bench.sends(20, 'failed');
    bench.now += 1000;
    bench.breaker.admit();
    if (early) bench.breaker.settle(early, 'answered');
    expect(bench.breaker.state).toBe('half-open');
  });
});
