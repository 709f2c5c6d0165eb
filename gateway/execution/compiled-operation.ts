import type { GraphQLSchema } from 'graphql';
import type { FieldWeights } from '../guard/cost/field-weights.ts';
import type { FetchStep, PlannedSteps, PlanStep } from '../planning/plan-steps.ts';
import type { PlannedOperation } from '../planning/planned-operation.ts';
import type { Sliced } from '../process/slices.ts';
import { SubgraphFailure } from '../subgraphs/transport/failure.ts';
import type { SupergraphTypes } from '../supergraph/supergraph-types.ts';
import type { Answer } from './answer.ts';
import { isTooLarge } from './answer-room.ts';
import { UNDECIDED } from './condition-null.ts';
import { includedUnder, undecidedUnder } from './conditions.ts';
import { deferredExecution } from './deferring/deferred-execution.ts';
import { keepSiteRows } from './deferring/deferred-site.ts';
import { numberObjects } from './entities/representation.ts';
import type { Representations } from './entities/representations.ts';
import { RequiredCompiler } from './entities/required-writer.ts';
import { Batch } from './fetching/batch.ts';
import { batchGroups } from './fetching/batch-groups.ts';
import { compileFetch } from './fetching/fetch.ts';
import { type Asking, FetchRequest } from './fetching/fetch-request.ts';
import { introspect } from './introspection.ts';
import { ContextCompiler } from './places/context-values.ts';
import { Demand } from './places/demand.ts';
import { Layout } from './places/frames.ts';
import type { Placement, Provider } from './places/position.ts';
import { type PositionTree, positionsOf } from './places/positions.ts';
import { compileWalk, type Visit, type Walk } from './places/walker.ts';
import { type AskSubgraph, Run } from './run.ts';
import { type SelectedField, Selections } from './selected-fields.ts';
import { asksPersonalField } from './sharing/personal-fields.ts';
import { Projection } from './writing/projection.ts';

/** Runs a part of the plan to its end. */
type RunStep = (run: Run) => Promise<void>;

/** What an operation is compiled from. */
interface CompileInput {
  readonly planned: PlannedOperation;
  /** Its plan under these conditions. */
  readonly steps: PlannedSteps;
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  readonly types: SupergraphTypes;
  /** Coerced variables; only those that conditions use are looked at. */
  readonly conditions: Readonly<Record<string, unknown>>;
  /** What objects and fields cost; absent where nobody counts. */
  readonly weights?: FieldWeights;
  /** Coordinates (`Type.field`) of fields whose answers only the same person may share. */
  readonly personalFields: ReadonlySet<string>;
  /** Whether fetches from a subgraph that are ready together may go as one request. */
  readonly batch: (subgraph: string) => boolean;
  /** Most characters that are written for an answer. */
  readonly room: number;
}

/** An operation for one assignment of its conditions, ready to be executed any number of times at once. */
export interface CompiledOperation {
  /**
   * @param variables as the client sent them, already found valid
   * @param coerced the same, coerced: for introspection
   */
  execute(
    variables: Readonly<Record<string, unknown>>,
    coerced: Readonly<Record<string, unknown>>,
    ask: AskSubgraph,
  ): Promise<Answer>;
  /** How many requests to subgraphs it makes at most, contexts apart. */
  readonly fetches: readonly FetchStep[];
}

/** Compiles a planned operation: everything that does not depend on variables' values or on data is done here, once. */
export function* compileOperation(input: CompileInput): Sliced<CompiledOperation> {
  const { planned, schema, types, conditions, room } = input;
  const included = includedUnder(conditions);
  const { root, deferred, fetches } = input.steps;
  const tree = yield* positionsOf(fetches, included);
  const { deferred: fragments } = planned;
  const selections = new Selections(
    schema,
    planned.document,
    included,
    fragments,
    planned.refusal,
    undecidedUnder(planned.document, conditions),
  );
  const rootType = schema.getRootType(planned.operation.operation);
  if (!rootType) throw new Error(`The schema has no ${planned.operation.operation} type`);
  const rootSets = [{ set: planned.operation.selectionSet, fragment: undefined }];
  if (selections.isUndecided(rootType, rootSets)) return { fetches: [], execute: async () => UNDECIDED };
  if (fragments.size > 0) keepSiteRows(selections, tree.root, planned.operation.selectionSet);
  yield;
  const askings = yield* askingsOf(input);
  const steps: RunStep[] = [];
  for (const [id, fetch] of fetches.entries()) {
    yield;
    steps.push(yield* fetchStep(input, tree, askings[id] as Asking, fetch));
  }
  yield;
  const runPlan = root && compileStep(root, steps);
  const projection = {
    schema,
    selections,
    root: tree.root,
    rootType,
    selectionSet: planned.operation.selectionSet,
    hasInterfaceObjects: types.hasInterfaceObjects,
    refusal: planned.refusal,
    weights: input.weights,
    clientKey: planned.clientKey,
    introspect: (run: Run, field: SelectedField) => {
      const { text, errors } = introspect(schema, planned.document, planned.operation, field, run.coerced);
      const extensions = { code: 'GRAPHQL_VALIDATION_FAILED' };
      if (run.deferral?.quiet) return text;
      for (const message of errors) run.errors.add({ message, path: [field.key], extensions, foreign: false });
      return text;
    },
  };
  if (fragments.size > 0) {
    const runDeferred = deferred.map((part) => part.root && compileStep(part.root, steps));
    const parts = {
      projection,
      fragments: fragments.values(),
      fetches,
      deferred,
      runPrimary: runPlan,
      runDeferred,
      room,
    };
    return { fetches, execute: yield* deferredExecution(parts) };
  }
  const whole = yield* Projection.over({ ...projection, among: () => true });
  yield;
  const project = yield* whole.answer();
  return {
    fetches,
    async execute(variables, coerced, ask) {
      const run = new Run(variables, coerced, ask, room);
      await runPlan?.(run);
      const data = project(run);
      run.tellRemainingFailures();
      return { data, errors: run.errors.list, cost: run.cost };
    },
  };
}

function compileStep(step: PlanStep, fetches: readonly RunStep[]): RunStep {
  if (step.kind === 'fetch') {
    const run = fetches[step.id];
    if (!run) throw new Error('A fetch of the plan was not compiled');
    return run;
  }
  const steps = step.steps.map((child) => compileStep(child, fetches));
  if (step.kind === 'parallel') {
    return async (run) => void (await Promise.all(steps.map((child) => child(run))));
  }
  return async (run) => {
    for (const child of steps) await child(run);
  };
}

/** How each fetch reaches its subgraph, by fetch id. */
function* askingsOf(input: CompileInput): Sliced<readonly Asking[]> {
  const { clientVariable } = input.planned;
  const requests: FetchRequest[] = [];
  for (const fetch of input.steps.fetches) {
    yield;
    const personal = asksPersonalField(fetch.operation, input.types.schema, input.personalFields);
    requests.push(new FetchRequest(fetch, clientVariable, personal));
  }
  const askings: Asking[] = [...requests];
  for (const [id, group] of (yield* batchGroups(requests, input.batch)).entries()) {
    for (const [fetch, asking] of new Batch(id, group).askings()) askings[fetch] = asking;
  }
  return askings;
}

function* fetchStep(input: CompileInput, tree: PositionTree, asking: Asking, fetch: FetchStep): Sliced<RunStep> {
  const placements = tree.placements[fetch.id] ?? [];
  const compiled: ReturnType<typeof compilePlacement>[] = [];
  for (const placement of placements) {
    yield;
    if (placement.position !== tree.root) compiled.push(compilePlacement(input.types, fetch, placement));
  }
  const run = compileFetch({
    fetch,
    placements,
    walks: compiled.map(({ walk }) => walk),
    visits: compiled.map(({ visit }) => visit),
    schema: input.types.schema,
    clientKey: input.planned.clientKey,
    asking,
  });
  if (!input.steps.deferred.some(({ depends }) => depends.has(fetch.id))) return run;
  return (given) => run(given).finally(() => given.deferral?.fetched(fetch.id));
}

function compilePlacement(
  types: SupergraphTypes,
  fetch: FetchStep,
  placement: Placement,
): { walk: Walk; visit: (representations: Representations) => Visit } {
  const { position } = placement;
  const demand = new Demand();
  const among = (provider: Provider) => fetch.after.has(provider.fetch.id);
  const compiler = new RequiredCompiler(types, demand, among);
  compiler.ask(position, fetch.requires ?? []);
  const context = new ContextCompiler(fetch.contextRewrites, position, compiler, demand);
  const layout = new Layout(position, demand);
  const { schema } = types;
  const number = numberObjects({
    schema,
    compiler,
    layout,
    requires: fetch.requires ?? [],
    rewrites: fetch.inputRewrites,
  });
  const writeContext = context.writer();
  const visit =
    (representations: Representations): Visit =>
    (run, frame, row) => {
      try {
        const found = number(run, frame, row, representations, writeContext?.(run, row) ?? '');
        if (found < 0) representations.incomplete = true;
        return found;
      } catch (error) {
        const isTooDeep = error instanceof SubgraphFailure || (error instanceof RangeError && !isTooLarge(error));
        if (!isTooDeep) throw error;
        representations.failure ??= error;
        return -1;
      }
    };
  return { walk: compileWalk(layout), visit };
}
