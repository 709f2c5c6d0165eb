import type { Caller } from '../clients/caller.ts';
import type { AskSubgraph } from '../execution/run.ts';
import type { SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import { BreakerOpen, ClientLeft, SubgraphFailure } from '../subgraphs/transport/failure.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** What is counted for one subgraph, found once: looking labels up costs more than counting. */
interface Meter {
  readonly ok: { inc(): void };
  readonly errors: { inc(): void };
  readonly seconds: { observe(value: number): void };
}

/** Makes ways to subgraphs counted and timed; failures are logged with their cause, which no client sees. */
export function observedAsk(metrics: Metrics, log: Log): (ask: AskSubgraph, caller: Caller) => AskSubgraph {
  const meters = new Map<string, Meter>();
  const meterOf = (subgraph: string): Meter => {
    const known = meters.get(subgraph);
    if (known) return known;
    const meter = {
      ok: metrics.fetches.labels(subgraph, 'ok'),
      errors: metrics.fetches.labels(subgraph, 'errors'),
      seconds: metrics.fetchSeconds.labels(subgraph),
    };
    meters.set(subgraph, meter);
    return meter;
  };
  return (ask, caller) => async (question) => {
    const meter = meterOf(question.subgraph);
    const begun = performance.now();
    try {
      const answer = await ask(question);
      (answer.errors.length > 0 ? meter.errors : meter.ok).inc();
      return answer;
    } catch (error) {
      if (!(error instanceof SubgraphFailure)) throw error;
      metrics.fetches.inc({ subgraph: question.subgraph, outcome: outcomeOf(error) });
      logFailure(log, caller, question, error);
      throw error;
    } finally {
      meter.seconds.observe((performance.now() - begun) / 1000);
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
