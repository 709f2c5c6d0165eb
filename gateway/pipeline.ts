import { GraphQLError } from 'graphql';
import type { Caller } from './clients/caller.ts';
import { UNEXPECTED } from './errors.ts';
import type { Answer } from './execution/answer.ts';
import { type AnswerError, requestError } from './execution/answer-errors.ts';
import type { AskSubgraph } from './execution/run.ts';
import { isMasked, type ToldError, toldErrors } from './execution/told-errors.ts';
import type { Variables } from './guard/variables.ts';
import type { OperationSource } from './operations/operation.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import type { Log } from './telemetry/log.ts';

/** One request, as a door hands it over: the caller identified, the document resolved, parsed and valid. */
export interface PipelineRequest {
  readonly caller: Caller;
  readonly operation: OperationSource;
  /** As the client sent them. */
  readonly variables: Variables;
  /** Fires when the client leaves. */
  readonly signal?: AbortSignal | undefined;
}

/** The answer to one request, fit for clients. */
export interface Reply {
  /** JSON text; undefined where the operation could not be executed at all. */
  readonly data: string | undefined;
  readonly errors: readonly ToldError[];
}

/** Answers one request from one snapshot, with which it stays to its end. It never rejects: what goes wrong is told. */
export type Pipeline = (request: PipelineRequest, snapshot: Snapshot) => Promise<Reply>;

/** The way to a snapshot's subgraphs on behalf of one caller, whose `signal` fires when it leaves. */
export type AskFor = (caller: Caller, signal: AbortSignal | undefined, snapshot: Snapshot) => AskSubgraph;

/** The way of every request, whatever its door: planned once, executed, and told without what clients should not read. */
export function createPipeline({ askFor, log }: { askFor: AskFor; log: Log }): Pipeline {
  return async (request, snapshot) => {
    const { caller, signal } = request;
    const { requestId } = caller;
    const answer = await answered(request, snapshot, askFor(caller, signal, snapshot)).catch((error) => refused(error));
    for (const error of answer.errors)
      if (isOperatorsMatter(error)) log.error({ requestId, error }, 'unexpected error');
    return { data: answer.data, errors: toldErrors(answer.errors, requestId) };
  };
}

async function answered(request: PipelineRequest, snapshot: Snapshot, ask: AskSubgraph): Promise<Answer> {
  const prepared = await snapshot.prepare(request.operation);
  return prepared.execute(request.variables, ask);
}

function isOperatorsMatter(error: AnswerError): boolean {
  return isMasked(error) || error.extensions.code === 'INTERNAL_SERVER_ERROR';
}

/** The answer to a request that could not be executed. */
function refused(error: unknown): Answer {
  if (error instanceof GraphQLError) return { data: undefined, errors: [requestError(error)] };
  const cause = error instanceof Error ? { cause: error.stack } : {};
  const extensions = { code: 'INTERNAL_SERVER_ERROR', ...cause };
  return { data: undefined, errors: [{ message: UNEXPECTED, extensions, foreign: false }] };
}
