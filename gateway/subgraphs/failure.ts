import { errors } from 'undici';

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

/** What an error of the transport means. */
export function transportFailure(subgraph: string, error: unknown): SubgraphFailure {
  if (error instanceof SubgraphFailure) return error;
  if (error instanceof Error && error.name === 'TimeoutError') {
    return new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph, error);
  }
  const unreadable = error instanceof errors.ResponseExceededMaxSizeError || error instanceof errors.HTTPParserError;
  return new SubgraphFailure(unreadable ? 'SUBGRAPH_RESPONSE_INVALID' : 'SUBGRAPH_UNAVAILABLE', subgraph, error);
}
