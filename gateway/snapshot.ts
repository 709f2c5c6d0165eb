import { type DocumentNode, type GraphQLError, type GraphQLSchema, getVariableValues } from 'graphql';
import { BoundedCache } from './bounded-cache.ts';
import type { Answer } from './execution/answer.ts';
import { type CompiledOperation, compileOperation } from './execution/compiled-operation.ts';
import { conditionVariables } from './execution/conditions.ts';
import type { AskSubgraph } from './execution/run.ts';
import { planSteps } from './planning/plan-steps.ts';
import type { PlannedOperation } from './planning/planned-operation.ts';
import { Planner } from './planning/planner.ts';

/** What a snapshot is built with. */
export interface SnapshotOptions {
  /** Operations kept planned; default 1000. */
  readonly planLimit?: number;
  /** Compiled variants kept for one operation, one for each assignment of its conditions; default 32. */
  readonly variantLimit?: number;
  /** See `PlannerLimits`; default 1000. */
  readonly maxEvaluatedPlans?: number;
  /** See `PlannerLimits`; default 10000. */
  readonly pathsLimit?: number | null;
  /** Coordinates (`Query.search`) of root fields whose answers only the same person may share. */
  readonly personalFields?: ReadonlySet<string>;
}

/** An operation as a client names it. */
export interface OperationSource {
  /** Names the document: the hash of its text. */
  readonly id: string;
  /** Parsed, and valid against the snapshot's schema. */
  readonly document: DocumentNode;
  readonly operationName?: string | undefined;
}

/** One supergraph with everything made from it. It never changes: a new supergraph is a new snapshot. */
export class Snapshot {
  /** The schema that clients see. */
  readonly schema: GraphQLSchema;
  /** Subgraphs by name, with the URLs that the supergraph gives. */
  readonly subgraphUrls: ReadonlyMap<string, string>;
  readonly #planner: Planner;
  readonly #options: SnapshotOptions;
  readonly #operations: BoundedCache<string, PreparedOperation>;

  /** @throws {GraphQLError} when the supergraph is not valid */
  constructor(supergraphSdl: string, options: SnapshotOptions = {}) {
    const { maxEvaluatedPlans = 1000, pathsLimit = 10_000, planLimit = 1000 } = options;
    this.#planner = new Planner(supergraphSdl, { maxEvaluatedPlans, pathsLimit });
    this.#options = options;
    this.#operations = new BoundedCache(planLimit);
    this.schema = this.#planner.schema;
    this.subgraphUrls = this.#planner.subgraphUrls;
  }

  /**
   * Gives an operation ready to be executed; planned when it is asked for the first time.
   * @throws {GraphQLError} when it cannot be planned
   */
  prepare(source: OperationSource): PreparedOperation {
    const key = `${source.id}\n${source.operationName ?? ''}`;
    const known = this.#operations.get(key);
    if (known) return known;
    const planned = this.#planner.plan(source.document, source.operationName);
    const prepared = new PreparedOperation(planned, this.#planner, this.#options);
    this.#operations.set(key, prepared);
    return prepared;
  }
}

/** A planned operation; compiled when it is first executed. */
export class PreparedOperation {
  readonly planned: PlannedOperation;
  readonly #planner: Planner;
  readonly #options: SnapshotOptions;
  readonly #conditions: readonly string[];
  readonly #variants: BoundedCache<string, CompiledOperation>;

  constructor(planned: PlannedOperation, planner: Planner, options: SnapshotOptions) {
    this.planned = planned;
    this.#planner = planner;
    this.#options = options;
    this.#conditions = conditionVariables(planned.document);
    this.#variants = new BoundedCache(options.variantLimit ?? 32);
  }

  /**
   * Executes the operation.
   * @param variables as the client sent them
   * @param ask reaches the subgraphs on behalf of this request
   * @returns the answer; without data where a variable's value is not valid
   */
  async execute(variables: Readonly<Record<string, unknown>>, ask: AskSubgraph): Promise<Answer> {
    const { coerced, errors } = this.#coerce(variables);
    if (coerced) return this.#compiled(coerced).execute(variables, coerced, ask);
    return { data: undefined, errors: errors.map(badInput) };
  }

  /** How many fetches the plan has under these variables; some may turn out to have nothing to ask for. */
  fetchCount(variables: Readonly<Record<string, unknown>>): number {
    const { coerced } = this.#coerce(variables);
    return coerced ? this.#compiled(coerced).fetches.length : 0;
  }

  /** Checks the variables' values, under the names by which the plan knows them. */
  #coerce(variables: Readonly<Record<string, unknown>>): ReturnType<typeof getVariableValues> {
    const { operation, clientVariable } = this.planned;
    const definitions = operation.variableDefinitions ?? [];
    if (definitions.length === 0) return { coerced: {} };
    const given: Record<string, unknown> = {};
    for (const { variable } of definitions) {
      const name = clientVariable(variable.name.value);
      if (Object.hasOwn(variables, name)) given[variable.name.value] = variables[name];
    }
    return getVariableValues(this.#planner.schema, definitions, given);
  }

  /** The variant for the values of the operation's conditions. */
  #compiled(coerced: Readonly<Record<string, unknown>>): CompiledOperation {
    const key = this.#conditions.map((name) => (coerced[name] === true ? '1' : '0')).join('');
    const known = this.#variants.get(key);
    if (known) return known;
    const { planned } = this;
    const { schema, types } = this.#planner;
    const personalFields = this.#options.personalFields ?? new Set<string>();
    const steps = planSteps(planned.plans, (variable) => coerced[variable] === true);
    const compiled = compileOperation({ planned, steps, schema, types, conditions: coerced, personalFields });
    this.#variants.set(key, compiled);
    return compiled;
  }
}

function badInput(error: GraphQLError): Answer['errors'][number] {
  return { message: error.message, extensions: { ...error.extensions, code: 'BAD_USER_INPUT' }, foreign: false };
}
