import { UNEXPECTED } from '../../errors.ts';
import type { DeferredFragment } from '../../planning/documents/deferred-fragments.ts';
import type { DeferredSteps, FetchStep } from '../../planning/plan-steps.ts';
import type { Sliced } from '../../process/slices.ts';
import type { SubgraphQuestion } from '../../subgraphs/subgraph-client.ts';
import { ClientLeft, SubgraphFailure } from '../../subgraphs/transport/failure.ts';
import type { Answer } from '../answer.ts';
import { errorOwners } from '../error-owners.ts';
import { type AskSubgraph, Run } from '../run.ts';
import { Projection, type ProjectionInput } from '../writing/projection.ts';
import { Deferral } from './deferral.ts';
import type { DeliveryPlan } from './deferred-batch.ts';
import { Deliveries } from './deferred-deliveries.ts';
import { FragmentWriters } from './deferred-writers.ts';

type RunStep = (run: Run) => Promise<void>;

/** See `CompiledOperation`. */
type Execute = (
  variables: Readonly<Record<string, unknown>>,
  coerced: Readonly<Record<string, unknown>>,
  ask: AskSubgraph,
) => Promise<Answer>;

/** What the execution of an operation in parts is compiled from. */
interface DeferredInput {
  readonly projection: Omit<ProjectionInput, 'among'>;
  readonly fragments: Iterable<DeferredFragment>;
  readonly fetches: readonly FetchStep[];
  readonly deferred: readonly DeferredSteps[];
  /** Runs what the first part needs. */
  readonly runPrimary: RunStep | undefined;
  /** Runs what each of `deferred` needs, in the same order. */
  readonly runDeferred: readonly (RunStep | undefined)[];
  /** Most characters that are written for all parts together. */
  readonly room: number;
}

/**
 * Compiles the execution of an operation in parts. The first part is written as soon as its fetches have come to their end; those of the
 * fragments begin when what they wait for has.
 */
export function* deferredExecution(input: DeferredInput): Sliced<Execute> {
  const { fetches, deferred, projection, runPrimary } = input;
  const isPrimary = (fetch: number) => fetches[fetch]?.deferredFor === undefined;
  const awaited = new Set(deferred.flatMap(({ depends }) => [...depends]));
  const first = yield* Projection.over({ ...projection, among: ({ fetch }) => isPrimary(fetch.id) });
  const project = yield* first.answer();
  const labels = Map.groupBy(deferred.keys(), (index) => deferred[index]?.label ?? '');
  const plan = deliveryPlan(input);
  const unfetched = new Set(labels.keys());
  return async (variables, coerced, ask) => {
    const deferral = new Deferral();
    const askWhileAwaited: AskSubgraph = (question) => (deliveries.over ? leftAlone(question) : ask(question));
    const run = new Run(variables, coerced, askWhileAwaited, input.room, deferral);
    const deliveries = new Deliveries(run, deferral, plan, unfetched);
    for (const [label, indices] of labels) void startFragment(input, run, deliveries, label, indices);
    await runPrimary?.(run);
    deferral.among = isPrimary;
    tellUndeferred(run, deferral, isPrimary, plan);
    const data = project(run);
    const goesOn = deliveries.start(isPrimary);
    run.tellRemainingFailures((fetch) => isPrimary(fetch) && !(goesOn && awaited.has(fetch)));
    return { data, errors: [...run.errors.list], deferred: goesOn ? deliveries : undefined };
  };
}

/** Nobody waits for what comes later of this answer. */
function leftAlone({ subgraph }: SubgraphQuestion): Promise<never> {
  return Promise.reject(new SubgraphFailure('SUBGRAPH_TIMEOUT', subgraph, new ClientLeft()));
}

function deliveryPlan({ projection, fragments, fetches, deferred }: DeferredInput): DeliveryPlan {
  const fetchesByLabel = new Map<string, ReadonlySet<number>>();
  for (const { label } of fragments) {
    const own = fetches.filter(({ deferredFor }) => deferredFor === label).map(({ id }) => id);
    const depends = deferred.filter((steps) => steps.label === label).flatMap((steps) => [...steps.depends]);
    fetchesByLabel.set(label, new Set([...own, ...depends]));
  }
  return {
    writers: new FragmentWriters(projection, fetches, deferred),
    owners: errorOwners(projection.selections, projection.selectionSet, projection.clientKey),
    deferredFor: (fetch) => fetches[fetch]?.deferredFor,
    fetchesOf: (label) => fetchesByLabel.get(label) ?? new Set(),
  };
}

/** Fetches what a fragment needs. It never rejects: what goes wrong is told where its fields are missing. */
async function startFragment(
  { fetches, deferred, runDeferred }: DeferredInput,
  run: Run,
  deliveries: Deliveries,
  label: string,
  indices: readonly number[],
): Promise<void> {
  const started = indices.map(async (index) => {
    await run.deferral?.awaitFetches(deferred[index]?.depends ?? []);
    if (!deliveries.over) await runDeferred[index]?.(run);
  });
  try {
    await Promise.all(started);
  } catch (error) {
    const cause = error instanceof Error ? { cause: error.stack } : {};
    const extensions = { code: 'INTERNAL_SERVER_ERROR', ...cause };
    for (const { id, deferredFor } of fetches) {
      if (deferredFor === label) run.fail(id, { message: UNEXPECTED, extensions, foreign: false });
    }
  }
  deliveries.ready(label);
}

/** Tells, on the first part, what subgraphs reported of it. */
function tellUndeferred(
  run: Run,
  deferral: Deferral,
  isPrimary: (fetch: number) => boolean,
  { owners }: DeliveryPlan,
): void {
  const own = deferral.takeWhere(({ fetch, error }) => isPrimary(fetch) && owners(error.path).length === 0);
  for (const error of own) run.tell(error);
}
