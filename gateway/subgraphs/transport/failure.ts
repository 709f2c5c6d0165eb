import { errors } from 'undici';
import { BodyUnreadable } from './decode-body.ts';

type FailureCode = 'SUBGRAPH_UNAVAILABLE' | 'SUBGRAPH_TIMEOUT' | 'SUBGRAPH_RESPONSE_INVALID';

const told: Record<FailureCode, (name: string) => string> = {
  SUBGRAPH_UNAVAILABLE: (name) => `The ${name} subgraph can’t be reached.`,
  SUBGRAPH_TIMEOUT: (name) => `The ${name} subgraph did not answer in time.`,
  SUBGRAPH_RESPONSE_INVALID: (name) => `The ${name} subgraph gave an answer that can’t be read.`,
};

/** A subgraph gave no answer. The message may reach clients: it names the subgraph and nothing else; `cause` is for the log. */
export class SubgraphFailure extends Error {
  readonly code: FailureCode;
  readonly subgraph: string;
  constructor(code: FailureCode, subgraph: string, cause: unknown) {
    super(told[code](subgraph), { cause });
    this.code = code;
    this.subgraph = subgraph;
  }
}

/** Nothing was sent, since the subgraph's circuit breaker is open. */
export class BreakerOpen extends Error {
  constructor() {
    super('The circuit breaker is open');
  }
}

/** Nobody waits for the answer: the client left. */
export class ClientLeft extends Error {
  constructor() {
    super('The client left');
  }
}

/** What an error of the transport means. */
export function transportFailure(subgraph: string, error: unknown): SubgraphFailure {
  if (error instanceof SubgraphFailure) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph, error);
  }
  return new SubgraphFailure(
    isUnreadable(error) ? 'SUBGRAPH_RESPONSE_INVALID' : 'SUBGRAPH_UNAVAILABLE',
    subgraph,
    error,
  );
}

/** Whether an answer came that could not be read, so that the subgraph is there. */
export function isUnreadable(error: unknown): boolean {
  return (
    error instanceof errors.ResponseExceededMaxSizeError ||
    error instanceof errors.HTTPParserError ||
    error instanceof BodyUnreadable
  );
}

/** Whether a status says that the subgraph, or what stands before it, can't answer now. */
export function saysUnavailable(status: number): boolean {
  return status === 502 || status === 503 || status === 504;
}
