import type { Caller } from '../clients/caller.ts';
import { SubgraphFailure } from '../subgraphs/failure.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** What a fetch is made for. */
interface Fetched {
  readonly caller: Caller;
  readonly operationName?: string | undefined;
}

/** The same fetch, counted and timed; its failures are logged with their cause, which no client sees. */
export function observedFetch<Q extends Fetched, A extends { readonly errors?: readonly unknown[] }>(
  subgraph: string,
  fetch: (request: Q) => Promise<A>,
  metrics: Metrics,
  log: Log,
): (request: Q) => Promise<A> {
  return async (request) => {
    const stop = metrics.fetchSeconds.startTimer({ subgraph });
    try {
      const answer = await fetch(request);
      metrics.fetches.inc({ subgraph, outcome: answer.errors?.length ? 'errors' : 'ok' });
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      const { code: outcome, cause } = error;
      metrics.fetches.inc({ subgraph, outcome });
      const { requestId } = request.caller;
      const why = cause instanceof Error ? cause.message : String(cause);
      log.warn(
        { requestId, subgraph, operation: request.operationName?.slice(0, NAME_LENGTH), outcome, cause: why },
        'a fetch failed',
      );
      throw error;
    } finally {
      stop();
    }
  };
}
