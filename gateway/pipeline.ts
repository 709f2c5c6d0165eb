import type { Caller } from './clients/caller.ts';
import type { Client } from './clients/client.ts';
import { errorTeller, refused } from './errors/telling.ts';
import type { Answer, DeferredAnswer } from './execution/answer.ts';
import type { AskSubgraph } from './execution/run.ts';
import { AnswersInFlight } from './execution/sharing/answers-in-flight.ts';
import { toldDeliveries } from './execution/told-deliveries.ts';
import type { ToldError } from './execution/told-errors.ts';
import type { ToldCost } from './guard/cost/told-cost.ts';
import type { Overload } from './guard/overload/overload.ts';
import type { SharedCallers } from './guard/shared-callers.ts';
import { Toll } from './guard/toll.ts';
import type { Variables } from './guard/variables.ts';
import type { OperationSource } from './operations/operation.ts';
import type { LeaveSignal } from './subgraphs/sharing/leave-signal.ts';
import type { PreparedOperation } from './supergraph/prepared-operation.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import { type Explanation, explanation, type FetchTiming, timedAsk } from './telemetry/explain.ts';
import type { Log } from './telemetry/log.ts';
import type { UsedOnce } from './telemetry/usage/usage-counts.ts';
import type { Utf8Text } from './utf8-text.ts';

/** One request, as a door hands it over: the caller identified, the document resolved, parsed and valid. */
export interface PipelineRequest {
  readonly caller: Caller;
  readonly operation: OperationSource;
  /** As the client sent them. */
  readonly variables: Variables;
  /** The same as their types have them, where they were found to fit these. */
  readonly read?: Variables | undefined;
  /** Whether the answer may come in parts. */
  readonly incremental?: boolean;
  /** Fires when the client leaves. */
  readonly signal?: LeaveSignal | undefined;
  /** Whether the answer should show how it was planned, and what each fetch took. */
  readonly explain?: boolean | undefined;
  /** Whether the answer should show what it costs. */
  readonly tellsCost?: boolean | undefined;
}

/** The answer to one request, fit for clients. */
export interface Reply {
  /** JSON text; undefined where the operation could not be executed at all. */
  readonly data: Utf8Text | undefined;
  readonly errors: readonly ToldError[];
  /** The rest, where the answer comes in parts. */
  readonly deferred?: DeferredAnswer<ToldError> | undefined;
  /** What the request is charged. */
  readonly cost?: number;
  /** Where it was asked for. */
  readonly extensions?: ReplyExtensions;
}

/** What an answer says of itself, where that was asked for. */
export interface ReplyExtensions {
  readonly explain?: Explanation | undefined;
  readonly cost?: ToldCost | undefined;
}

/** Answers one request from one snapshot, with which it stays to its end. It never rejects: what goes wrong is told. */
export type Pipeline = (request: PipelineRequest, snapshot: Snapshot) => Promise<Reply>;

/** The way to the subgraphs of one snapshot. */
export interface Reach {
  /** @param signal fires when nobody waits for the answer any more */
  askFor(caller: Caller, signal: LeaveSignal | undefined): AskSubgraph;
  /** Equal for callers of whom the subgraphs are told the same. */
  identityOf(caller: Caller): string;
  /** How many writes the subgraphs have answered. */
  writesAnswered(): number;
}

/** What a pipeline is made of. */
export interface PipelineParts {
  readonly reach: (snapshot: Snapshot) => Reach;
  readonly log: Log;
  /** Whether requests may ask for explanations. */
  readonly explain: boolean;
  /** Who stands for several callers. */
  readonly sharedCallers: SharedCallers;
  /** Counts what is under way. */
  readonly overload: Overload;
  /** Called when an operation is refused for its caller's quota. */
  readonly onQuotaExceeded: (client: Client) => void;
  /** Called with each request that was answered, or refused by what is behind. */
  readonly onAnswered: (once: UsedOnce) => void;
  /** Called when a request is answered together with an equal one that was under way. */
  readonly onShared: () => void;
}

/** The way of every request, whatever its door: planned once, executed, and told without what clients should not read. */
export function createPipeline(parts: PipelineParts): Pipeline {
  const { overload } = parts;
  const inFlight = new AnswersInFlight(parts.onShared);
  return async (request, snapshot) => {
    const { requestId } = request.caller;
    const begun = performance.now();
    const toll = new Toll(request.caller.charge);
    overload.inFlight++;
    const answer = await answered(request, snapshot, parts, inFlight, toll).catch((error): Explained => refused(error));
    overload.inFlight--;
    const cost = toll.settle(answer, request.signal?.aborted);
    if (toll.isRefused) parts.onQuotaExceeded(request.caller.client);
    const tell = errorTeller(requestId, parts.log);
    const fail = (error: unknown) => parts.log.error({ requestId, err: error }, 'a deferred part failed');
    const { data, errors, explain, deferred } = answer;
    const { client } = request.caller;
    const { operation } = request;
    parts.onAnswered({
      client: client.name,
      operation,
      variables: request.variables,
      schema: snapshot.schema,
      begun,
      isError: errors.length > 0,
      cost,
    });
    return {
      data,
      errors: tell(errors),
      cost,
      ...((explain || request.tellsCost || toll.isRefused) && { extensions: { explain, cost: toll.told(answer) } }),
      ...(deferred && { deferred: toldDeliveries(deferred, tell, fail) }),
    };
  };
}

/** An answer, explained where that was asked for. */
type Explained = Answer & { readonly explain?: Explanation };

async function answered(
  request: PipelineRequest,
  snapshot: Snapshot,
  parts: PipelineParts,
  inFlight: AnswersInFlight,
  toll: Toll,
): Promise<Explained> {
  const { operation, variables, read, caller, signal } = request;
  // Before it is planned: what is too dear is not worth that.
  const paying = toll.pay(snapshot.costs.estimate(operation, variables));
  if (paying) await paying;
  const prepared = await snapshot.prepare(operation, caller.viewer, caller.client.grants);
  const reach = parts.reach(snapshot);
  if (request.explain && parts.explain) return explained(prepared, variables, reach.askFor(caller, signal));
  // What comes in parts is read as it comes, by one.
  if (request.incremental && prepared.defers)
    return prepared.execute(variables, reach.askFor(caller, signal), { incremental: true, read });
  const { sharing } = prepared;
  if (sharing === 'nobody' || (sharing === 'person' && caller.viewer === undefined)) {
    return prepared.execute(variables, reach.askFor(caller, signal), { read });
  }
  const reader = parts.sharedCallers.of(prepared, caller);
  const shareable = {
    body: `${prepared.serial} ${JSON.stringify(variables)}`,
    identity: reach.identityOf(reader),
    person: sharing === 'person' ? caller.viewer : undefined,
    writes: reach.writesAnswered(),
    signal,
  };
  return inFlight.answer(shareable, (lastLeft) =>
    prepared.execute(variables, reach.askFor(reader, lastLeft), { read }),
  );
}

async function explained(prepared: PreparedOperation, variables: Variables, ask: AskSubgraph): Promise<Explained> {
  const timings: FetchTiming[] = [];
  const answer = await prepared.execute(variables, timedAsk(ask, timings));
  return { ...answer, explain: explanation(prepared.steps(variables), prepared.planned.refused, timings) };
}
