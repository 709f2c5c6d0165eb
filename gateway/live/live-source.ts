import type { Caller } from '../clients/caller.ts';
import { refused as refusedAnswer, tellErrors } from '../errors/telling.ts';
import type { AnswerError } from '../execution/answer-errors.ts';
import { reportedError } from '../execution/fetching/fetch-errors.ts';
import type { AskSubgraph } from '../execution/run.ts';
import { meets } from '../guard/requirement.ts';
import type { SharedCallers } from '../guard/shared-callers.ts';
import type { Variables } from '../guard/variables.ts';
import type { OperationSource } from '../operations/operation.ts';
import type { Reply } from '../pipeline.ts';
import type { LeaveSignal } from '../subgraphs/sharing/leave-signal.ts';
import type { SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import type { UpstreamEnd, UpstreamRequest } from '../subgraphs/upstreams/upstream.ts';
import type { Upstreams } from '../subgraphs/upstreams/upstreams.ts';
import type { PreparedOperation } from '../supergraph/prepared-operation.ts';
import type { Snapshot } from '../supergraph/snapshot.ts';
import type { Log } from '../telemetry/log.ts';
import { ownError } from './own-error.ts';
import type { LiveMessage } from './subscriber.ts';
import type { TopicSource } from './topic.ts';
import { documentBytes, ownBytes } from './weigh.ts';

/** A subscription, as a door hands it over: the caller identified, the document valid. */
export interface LiveRequest {
  readonly caller: Caller;
  readonly operation: OperationSource;
  /** As the client sent them. */
  readonly variables: Variables;
}

/** The way to the subgraphs of one snapshot. */
export interface LiveReach {
  askFor(caller: Caller, signal: LeaveSignal | undefined): AskSubgraph;
  /** Equal for callers of whom these subgraphs are told the same. */
  identityOf(caller: Caller, subgraphs: readonly string[]): string;
  /** How a subgraph is subscribed to on behalf of a caller; undefined where it is not. */
  upstreamFor(caller: Caller, question: SubgraphQuestion): Omit<UpstreamRequest, 'sharers'> | undefined;
}

/** What sources are made with. */
export interface SourceParts {
  readonly upstreams: Upstreams;
  readonly reach: (snapshot: Snapshot) => LiveReach;
  readonly encode: (reply: Reply) => Buffer;
  /** Who stands for several callers. */
  readonly sharedCallers: SharedCallers;
  readonly log: Log;
}

/** A subscription on one snapshot, ready to be opened. */
export interface LiveSource extends TopicSource {
  /** Equal for those who may share one: same document, same variables, and callers of whom the operation reads the same. */
  readonly key: string;
  /** What the operation reads of its callers. Those who share it are the same in that. */
  readonly asks: readonly string[];
  /** Equal for those of one operation, whose document and plan are kept once. */
  readonly shared: string;
  /** What it will keep until it is answered, in bytes: what is shared, and its own. */
  weigh(): { readonly shared: number; readonly own: number };
}

/** Largest variables of a subscription, as JSON, in characters: they are kept as long as it runs. */
const MOST_VALUES = 16_384;

function tooLarge(): AnswerError {
  const message = `The variables of a subscription may take ${MOST_VALUES} characters as JSON.`;
  return { message, extensions: { code: 'BAD_USER_INPUT' }, foreign: false };
}

/** Tells subscriptions apart that nobody may share. */
let unshared = 0;

/**
 * Plans a subscription.
 * @returns it, or why it can't be had
 * @throws {GraphQLError} (the promise) when it cannot be planned
 */
export async function liveSource(
  request: LiveRequest,
  snapshot: Snapshot,
  parts: SourceParts,
): Promise<LiveSource | { readonly errors: readonly AnswerError[] }> {
  const { operation, variables } = request;
  snapshot.costs.estimate(operation, variables);
  const prepared = await snapshot.prepare(operation, request.caller.viewer, request.caller.client.grants);
  const caller = parts.sharedCallers.of(prepared, request.caller);
  const refused = prepared.refusedRoots();
  if (refused.length > 0) return { errors: refused };
  const faults = prepared.faults(variables);
  if (faults.length > 0) return { errors: faults };
  const values = JSON.stringify(declared(prepared, variables));
  if (values.length > MOST_VALUES) return { errors: [tooLarge()] };
  const question = prepared.question(variables);
  const reach = parts.reach(snapshot);
  const upstream = reach.upstreamFor(caller, question);
  const { subgraph } = question;
  if (!upstream) return { errors: [ownError('SUBSCRIPTIONS_OFF', subgraph)] };
  const sharers = sharersOf(prepared, caller);
  const audience = audienceText(prepared);
  const { fetches } = prepared.steps(variables);
  const identity = reach.identityOf(caller, [...new Set(fetches.map((fetch) => fetch.subgraph))]);
  return {
    key: JSON.stringify([operation.id, operation.operationName, values, identity, sharers, audience]),
    asks: asksOf(prepared),
    shared: JSON.stringify([operation.id, operation.operationName, audience]),
    weigh: () => ({
      shared: documentBytes(operation, fetches),
      own: ownBytes(caller, [values, identity, question.body]),
    }),
    open: (sink) => parts.upstreams.open({ ...upstream, sharers }, sink),
    async answer(message): Promise<LiveMessage> {
      const ask = reach.askFor(caller, undefined);
      const answer = await prepared.execute(variables, ask, { message }).catch(refusedAnswer);
      const { data, errors, cost = 0 } = answer;
      return { body: parts.encode({ data, errors: tellErrors(errors, caller.requestId, parts.log) }), cost };
    },
    told: (end) => tellErrors(endErrors(end, subgraph), caller.requestId, parts.log),
  };
}

function asksOf({ audience, policies, sharing }: PreparedOperation): string[] {
  const requirements = audience.requirements.map((requirement) => JSON.stringify(requirement));
  return [...requirements, ...(policies === 'any' ? ['any'] : policies), ...(sharing === 'anyone' ? [] : [sharing])];
}

/** By whom it may be shared among those of whom subgraphs are told the same; see `Sharing`. */
function sharersOf({ sharing }: PreparedOperation, { viewer }: Caller): string {
  if (sharing === 'anyone') return '';
  return sharing === 'person' && viewer !== undefined ? `person ${viewer}` : `one ${++unshared}`;
}

/** Equal for those who may read the same of an operation. */
function audienceText({ audience: { requirements, grants, refusal } }: PreparedOperation): string {
  if (!refusal) return '';
  return [grants.authenticated, ...requirements.map((each) => meets(grants, each))].map(Number).join('');
}

/** The values of the variables that the operation declares, in its own order. */
function declared({ operation: { definition } }: PreparedOperation, variables: Variables): unknown[] {
  const names = (definition.variableDefinitions ?? []).map(({ variable }) => variable.name.value);
  return names.map((name) => (Object.hasOwn(variables, name) ? [variables[name]] : []));
}

function endErrors(end: UpstreamEnd, subgraph: string): readonly AnswerError[] {
  if (end.kind === 'complete') return [];
  if (end.kind === 'lost') return [ownError('SUBSCRIPTION_LOST', subgraph)];
  return end.errors.map((error) => reportedError(error, subgraph));
}
