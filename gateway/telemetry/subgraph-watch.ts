import type { SubgraphWatch } from '../subgraphs/subgraph.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';

/** Values of `gateway_subgraph_breaker_state`. */
const STATES = { closed: 0, 'half-open': 1, open: 2 } as const;

/** Counts what becomes of subgraphs' requests, and logs when a circuit breaker opens or closes. */
export function subgraphWatch(metrics: Metrics, log: Log): SubgraphWatch {
  return {
    onShared: (subgraph) => metrics.sharedFetches.inc({ subgraph }),
    onRetry: (subgraph) => metrics.retries.inc({ subgraph }),
    onBreaker(subgraph, state) {
      metrics.breakerState.set({ subgraph }, STATES[state]);
      const level = state === 'open' ? 'warn' : 'info';
      log[level]({ subgraph, state }, 'the circuit breaker of a subgraph changed');
    },
  };
}
