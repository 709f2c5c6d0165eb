import { BoundedCache } from '../caches/bounded-cache.ts';
import { roomFor } from '../execution/answer-room.ts';
import { type CompiledOperation, compileOperation } from '../execution/compiled-operation.ts';
import { conditionVariables, decidedVariables } from '../execution/conditions.ts';
import type { FieldWeights } from '../guard/cost/field-weights.ts';
import type { Variables } from '../guard/variables.ts';
import { planSteps } from '../planning/plan-steps.ts';
import type { PlannedOperation } from '../planning/planned-operation.ts';
import type { Planner } from '../planning/planner.ts';
import { inSlices, type Sliced } from '../process/slices.ts';

/** Bounds and rules of compiling. */
export interface CompileOptions {
  /** Compiled variants kept for one operation, one for each assignment of its conditions; default 32. */
  readonly variantLimit?: number;
  /** Coordinates (`Query.search`) of root fields whose answers only the same person may share. */
  readonly personalFields?: ReadonlySet<string>;
  /** Whether fetches from a subgraph that are ready together go as one request; default: from every one. */
  readonly batch?: (subgraph: string) => boolean;
  /** Whether fetches from a subgraph that differ only in where their objects stand become one; default: from every one. */
  readonly merge?: (subgraph: string) => boolean;
  /** What objects and fields cost; where it is absent nobody counts. */
  readonly weights?: FieldWeights;
  /** Most characters that are written for one answer, all its parts together; 0 for as many as a text can have, which is the default. */
  readonly answerLimit?: number;
}

/** Values of conditions, by variable. */
export type UsedConditions = Readonly<Record<string, boolean | null | undefined>>;

/** The states of a condition, as a letter each. */
const VALUES: ReadonlyMap<string, boolean | null> = new Map([
  ['1', true],
  ['0', false],
  ['n', null],
]);

function stateOf(value: unknown): string {
  if (value === true) return '1';
  return value === null ? 'n' : '0';
}

/** One planned operation, compiled for each assignment of its conditions (`@skip`, `@include`) that is asked for. */
export class CompiledVariants {
  readonly #planned: PlannedOperation;
  readonly #planner: Planner;
  readonly #options: CompileOptions;
  readonly #conditions: readonly string[];
  readonly #variants: BoundedCache<string, CompiledOperation>;
  readonly #compiling = new Map<string, Promise<CompiledOperation>>();

  constructor(planned: PlannedOperation, planner: Planner, options: CompileOptions) {
    this.#planned = planned;
    this.#planner = planner;
    this.#options = options;
    this.#conditions = conditionVariables(planned.document);
    this.#variants = new BoundedCache(options.variantLimit ?? 32);
  }

  /**
   * The variant for the values of the operation's conditions: at once where it is compiled.
   * @param coerced under the names by which the plan knows them
   */
  of(coerced: Variables): CompiledOperation | Promise<CompiledOperation> {
    const key = this.#conditions.map((name) => stateOf(coerced[name])).join('');
    return this.#variants.get(key) ?? this.#compiling.get(key) ?? this.#compile(key, coerced);
  }

  /**
   * Compiles what the first request would have to wait for.
   * @param before those of the same operation in another snapshot: what was used there
   */
  async compileAhead(before: CompiledVariants | undefined): Promise<void> {
    for (const conditions of before?.used() ?? []) await this.of(conditions);
    if (!before && this.#conditions.length === 0) await this.of({});
  }

  /** The values of its conditions, by variable, for which it is compiled; the ones used longest ago first. */
  used(): UsedConditions[] {
    return [...this.#variants.entries()].map(([key]) =>
      Object.fromEntries(this.#conditions.map((name, index) => [name, VALUES.get(key[index] ?? '')])),
    );
  }

  #compile(key: string, coerced: Variables): Promise<CompiledOperation> {
    const compiling = inSlices(this.#compilation(coerced))
      .then((compiled) => {
        this.#variants.set(key, compiled);
        return compiled;
      })
      .finally(() => this.#compiling.delete(key));
    this.#compiling.set(key, compiling);
    return compiling;
  }

  *#compilation(coerced: Variables): Sliced<CompiledOperation> {
    const planned = this.#planned;
    const { schema, types } = this.#planner;
    const { personalFields = new Set<string>(), batch = () => true, merge, weights, answerLimit = 0 } = this.#options;
    const steps = yield* planSteps(planned.plans, { holds: (variable) => coerced[variable] === true, merge });
    yield;
    const compiled = yield* compileOperation({
      planned,
      steps,
      schema,
      types,
      ...(weights && { weights }),
      conditions: coerced,
      personalFields,
      batch,
      room: roomFor(answerLimit),
    });
    const decided = decidedVariables(planned.document, coerced, planned.clientVariable);
    if (!decided) return compiled;
    return { ...compiled, execute: (given, values, ask) => compiled.execute({ ...given, ...decided }, values, ask) };
  }
}
