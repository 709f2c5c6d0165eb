import type { Caller } from '../clients/caller.ts';
import type { AskSubgraph } from '../execution/run.ts';
import { SubgraphFailure } from '../subgraphs/failure.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** The same way to subgraphs, counted and timed; failures are logged with their cause, which no client sees. */
export function observedAsk(
  ask: AskSubgraph,
  { caller, metrics, log }: { caller: Caller; metrics: Metrics; log: Log },
): AskSubgraph {
  return async (question) => {
    const { subgraph } = question;
    const stop = metrics.fetchSeconds.startTimer({ subgraph });
    try {
      const answer = await ask(question);
      metrics.fetches.inc({ subgraph, outcome: answer.errors.length > 0 ? 'errors' : 'ok' });
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      const { code: outcome, cause } = error;
      metrics.fetches.inc({ subgraph, outcome });
      const why = cause instanceof Error ? cause.message : String(cause);
      const operation = question.operationName?.slice(0, NAME_LENGTH);
      log.warn({ requestId: caller.requestId, subgraph, operation, outcome, cause: why }, 'a fetch failed');
      throw error;
    } finally {
      stop();
    }
  };
}
