import { SubgraphFailure } from '../subgraphs/failure.ts';
import type { SubgraphFetch } from '../subgraphs/fetch.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** The same fetch, counted and timed; its failures are logged with their cause, which no client sees. */
export function observedFetch(subgraph: string, fetch: SubgraphFetch, metrics: Metrics, log: Log): SubgraphFetch {
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
