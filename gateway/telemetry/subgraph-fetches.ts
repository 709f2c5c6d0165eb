import type { Caller } from '../clients/caller.ts';
import type { AskSubgraph } from '../execution/run.ts';
import type { SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import { BreakerOpen, ClientLeft, SubgraphFailure } from '../subgraphs/transport/failure.ts';
import { labelled } from './labelled.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** Makes ways to subgraphs counted and timed; failures are logged with their cause, which no client sees. */
export function observedAsk(metrics: Metrics, log: Log): (ask: AskSubgraph, caller: Caller) => AskSubgraph {
  const fetches = labelled((subgraph, outcome: string) => metrics.fetches.labels(subgraph, outcome));
  const seconds = labelled((subgraph, _none: string) => metrics.fetchSeconds.labels(subgraph));
  return (ask, caller) => async (question) => {
    const { subgraph } = question;
    const begun = performance.now();
    try {
      const answer = await ask(question);
      fetches(subgraph, answer.errors.length > 0 ? 'errors' : 'ok').inc();
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      fetches(subgraph, outcomeOf(error)).inc();
      logFailure(log, caller, question, error);
      throw error;
    } finally {
      seconds(subgraph, '').observe((performance.now() - begun) / 1000);
    }
  };
}

function outcomeOf({ code, cause }: SubgraphFailure): string {
  return cause instanceof ClientLeft ? 'left' : code;
}

function logFailure(log: Log, { requestId }: Caller, question: SubgraphQuestion, failure: SubgraphFailure): void {
  const { cause, subgraph } = failure;
  const why = cause instanceof Error ? cause.message : String(cause);
  const operation = question.operationName?.slice(0, NAME_LENGTH);
  // That a breaker opened was logged once.
  const level = cause instanceof ClientLeft || cause instanceof BreakerOpen ? 'debug' : 'warn';
  log[level]({ requestId, subgraph, operation, outcome: outcomeOf(failure), cause: why }, 'a fetch failed');
}
