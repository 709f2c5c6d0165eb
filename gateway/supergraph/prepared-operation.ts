import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import type { Answer } from '../execution/answer.ts';
import { type AnswerError, requestError } from '../execution/answer-errors.ts';
import { refusedRoots } from '../execution/refused-roots.ts';
import type { AskSubgraph } from '../execution/run.ts';
import { policiesRead, type RowFields } from '../execution/sharing/row-fields.ts';
import { type Sharing, sharingOf } from '../execution/sharing/sharing.ts';
import { needsStream, subscriptionQuestion } from '../execution/subscription-question.ts';
import type { Audience } from '../guard/audience.ts';
import { DeclaredVariables, type Variables, withDefaults } from '../guard/variables.ts';
import type { Operation } from '../operations/operation.ts';
import { type PlannedSteps, planSteps } from '../planning/plan-steps.ts';
import type { PlannedOperation } from '../planning/planned-operation.ts';
import type { Planner } from '../planning/planner.ts';
import { atOnce } from '../process/slices.ts';
import type { SubgraphAnswer, SubgraphQuestion } from '../subgraphs/subgraph-client.ts';
import { CompiledVariants, type CompileOptions, type UsedConditions } from './compiled-variants.ts';

/** Bounds and rules of a prepared operation. */
export interface PreparedOptions extends CompileOptions {
  /** Whether equal requests that are under way at once may share what a subgraph answers; default: of every one. */
  readonly share?: (subgraph: string) => boolean;
  /** The fields whose answers differ by rows of the caller's own, given the schema with what clients don't see; default: any. */
  readonly rowFields?: (schema: GraphQLSchema) => RowFields;
  /** Whether messages about variables leave out near names of the schema; default false. */
  readonly hideSuggestions?: boolean;
}

/** How an operation is executed. */
interface ExecuteOptions {
  /** Whether the answer may come in parts, where the operation defers any. */
  readonly incremental?: boolean;
  /** What a subscription's subgraph sent: it is answered message by message. */
  readonly message?: SubgraphAnswer;
  /** The variables as their types have them, where they are known to fit these. */
  readonly read?: Variables | undefined;
}

/** Finds the variant of an operation that is answered in parts; undefined where the variables defer nothing. */
export interface VariantsInParts {
  of(variables: Variables): Promise<PreparedOperation | undefined>;
  /** The same for values with defaults in place, whether they are valid or not. */
  under(values: Variables): Promise<PreparedOperation | undefined>;
  /** Plans and compiles what the first request in parts would have to wait for: see `PreparedOperation.compileAhead`. */
  compileAhead(before: VariantsInParts | undefined): Promise<void>;
  /** Those that were asked for, each with the values of the conditions for which it is. */
  used(): readonly (readonly [values: Variables, variant: PreparedOperation])[];
}

/** A planned operation; compiled when it is first executed. */
export class PreparedOperation {
  static #count = 0;
  /** Tells it from every other of this process. */
  readonly serial = ++PreparedOperation.#count;
  readonly operation: Operation;
  readonly planned: PlannedOperation;
  /** For whom it is. */
  readonly audience: Audience;
  readonly #planner: Planner;
  readonly #options: PreparedOptions;
  readonly #compiled: CompiledVariants;
  readonly #renamesVariables: boolean;
  readonly #variables: DeclaredVariables;
  #sharing: Sharing | undefined;
  #policies: ReadonlySet<string> | 'any' | undefined;
  readonly #deferring: VariantsInParts | undefined;

  /** @param deferring variants that are answered in parts, where the operation defers any; `planned` is without them */
  constructor(
    operation: Operation,
    planned: PlannedOperation,
    planner: Planner,
    options: PreparedOptions,
    audience: Audience,
    deferring?: VariantsInParts,
  ) {
    this.#deferring = deferring;
    this.operation = operation;
    this.planned = planned;
    this.audience = audience;
    this.#planner = planner;
    this.#options = options;
    this.#compiled = new CompiledVariants(planned, planner, options);
    this.#variables = new DeclaredVariables(planner.schema, operation.definition.variableDefinitions ?? []);
    const { variableDefinitions = [] } = planned.operation;
    this.#renamesVariables = variableDefinitions.some(
      ({ variable: { name } }) => planned.clientVariable(name.value) !== name.value,
    );
  }

  get isSubscription(): boolean {
    return this.operation.definition.operation === OperationTypeNode.SUBSCRIPTION;
  }

  /** Whether its answers may come in parts. */
  get defers(): boolean {
    return this.#deferring !== undefined;
  }

  /** By whom its answers may be shared. */
  get sharing(): Sharing {
    const { personalFields = new Set(), share = () => true } = this.#options;
    const { schema } = this.#planner.types;
    this.#sharing ??= sharingOf(this.planned.plans, { schema, personalFields, share });
    return this.#sharing;
  }

  /**
   * The policies by whose rows its answers may differ, beside those of its requirements; `any` where they may differ by whatever subgraphs are
   * told of a caller.
   */
  get policies(): ReadonlySet<string> | 'any' {
    const { rowFields = () => 'any' } = this.#options;
    const { schema } = this.#planner.types;
    this.#policies ??= policiesRead(this.planned.plans, schema, rowFields(schema));
    return this.#policies;
  }

  /**
   * Executes the operation.
   * @param variables as the client sent them
   * @param ask reaches the subgraphs on behalf of this request
   * @returns the answer; without data where a variable's value is not valid
   */
  async execute(variables: Variables, ask: AskSubgraph, options: ExecuteOptions = {}): Promise<Answer> {
    const { incremental = false, message, read } = options;
    if (this.isSubscription && !message) return { data: undefined, errors: [requestError(needsStream())] };
    const inParts = incremental ? await this.#deferring?.of(variables) : undefined;
    if (inParts) return inParts.execute(variables, ask);
    const { coerced, errors } = read ? this.#fitting(read) : this.#coerce(variables);
    if (coerced)
      return (await this.#compiled.of(coerced)).execute(variables, coerced, message ? given(message, ask) : ask);
    return { data: undefined, errors: errors.map(requestError) };
  }

  /** What a subscription asks its subgraph for. @param variables without `faults` */
  question(variables: Variables): SubgraphQuestion {
    return subscriptionQuestion(this.steps(variables).fetches[0], this.planned.clientVariable, variables);
  }

  /** Why root fields may not be read: a subscription of which it is one is refused. */
  refusedRoots(): AnswerError[] {
    return refusedRoots(this.planned, this.#planner.schema);
  }

  /** What is wrong with the variables' values. */
  faults(variables: Variables): AnswerError[] {
    return (this.#coerce(variables).errors ?? []).map(requestError);
  }

  /** The steps of an answer in parts under these variables, as `steps`; where they defer nothing, those of the whole answer. */
  async stepsInParts(variables: Variables): Promise<PlannedSteps> {
    const { variableDefinitions = [] } = this.operation.definition;
    const inParts = await this.#deferring?.under(withDefaults(variableDefinitions, variables));
    return (inParts ?? this).steps(variables);
  }

  /** The plan's steps under these variables; where they are not valid, they count as they were sent, with defaults in place. */
  steps(variables: Variables): PlannedSteps {
    const { variableDefinitions = [] } = this.operation.definition;
    const values = this.#coerce(variables).coerced ?? this.#named(withDefaults(variableDefinitions, variables));
    const { merge } = this.#options;
    return atOnce(planSteps(this.planned.plans, { holds: (variable) => values[variable] === true, merge }));
  }

  /** How many fetches the plan has under these variables; some may turn out to have nothing to ask for. */
  async fetchCount(variables: Variables): Promise<number> {
    const { coerced } = this.#coerce(variables);
    return coerced ? (await this.#compiled.of(coerced)).fetches.length : 0;
  }

  /**
   * Compiles what the first request would have to wait for.
   * @param before the same operation in another snapshot: the variants that were used there
   */
  async compileAhead(before: PreparedOperation | undefined): Promise<void> {
    await this.#compiled.compileAhead(before ? before.#compiled : undefined);
    await this.#deferring?.compileAhead(before ? before.#deferring : undefined);
  }

  /** The values of its conditions, by variable, for which it is compiled; the ones used longest ago first. */
  usedConditions(): UsedConditions[] {
    return this.#compiled.used();
  }

  /** Checks the variables' values; gives them under the names by which the plan knows them. */
  #coerce(variables: Variables): ReturnType<DeclaredVariables['coerce']> {
    const result = this.#variables.coerce(variables, this.#options.hideSuggestions ?? false);
    return result.coerced ? { coerced: this.#named(result.coerced) } : result;
  }

  /** The same for values that fit their types. */
  #fitting(read: Variables): ReturnType<DeclaredVariables['coerce']> {
    return { coerced: this.#named(this.#variables.withDefaults(read)) };
  }

  /** The values under the names by which the plan knows them. */
  #named(values: Variables): Variables {
    if (!this.#renamesVariables) return values;
    const { operation, clientVariable } = this.planned;
    const named = (operation.variableDefinitions ?? []).flatMap(({ variable }): [string, unknown][] => {
      const name = clientVariable(variable.name.value);
      return Object.hasOwn(values, name) ? [[variable.name.value, values[name]]] : [];
    });
    return Object.fromEntries(named);
  }
}

/** A way to ask that has the subscription's answer already. */
function given(message: SubgraphAnswer, ask: AskSubgraph): AskSubgraph {
  return (question) => (question.kind === 'subscription' ? Promise.resolve(message) : ask(question));
}
