import { type DocumentNode, GraphQLError, getNamedType, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import { BoundedCache } from '../caches/bounded-cache.ts';
import type { Audience } from '../guard/audience.ts';
import { DeclaredVariables, type Variables } from '../guard/variables.ts';
import type { Operation } from '../operations/operation.ts';
import { deferVariables } from '../planning/documents/defer-directive.ts';
import { deferringDocument } from '../planning/documents/deferring-document.ts';
import type { Planner } from '../planning/planner.ts';
import { PreparedOperation, type PreparedOptions, type VariantsInParts } from './prepared-operation.ts';

/** A variant that was asked for. */
interface Variant {
  /** The values of the conditions for which it is. */
  readonly values: Variables;
  readonly planned: Promise<PreparedOperation | undefined>;
  /** The same, once it is there. */
  prepared: PreparedOperation | undefined;
}

/** The variants of one operation that are answered in parts: one for each assignment of the conditions of its `@defer`. */
export class DeferringVariants implements VariantsInParts {
  readonly #operation: Operation;
  readonly #planner: Planner;
  readonly #options: PreparedOptions;
  readonly #audience: Audience;
  readonly #conditions: readonly string[];
  readonly #variables: DeclaredVariables;
  readonly #variants: BoundedCache<string, Variant>;

  constructor(operation: Operation, planner: Planner, options: PreparedOptions, audience: Audience) {
    this.#operation = operation;
    this.#planner = planner;
    this.#options = options;
    this.#audience = audience;
    this.#conditions = deferVariables(operation.document);
    this.#variables = new DeclaredVariables(planner.schema, operation.definition.variableDefinitions ?? []);
    this.#variants = new BoundedCache(options.variantLimit ?? 32);
  }

  /**
   * The variant for a request's variables, planned when it is asked for the first time; undefined where they defer nothing, or are
   * not valid, or where there is no plan in parts: then the whole answer is given at once, as is always allowed.
   */
  async of(variables: Variables): Promise<PreparedOperation | undefined> {
    const { coerced } = this.#variables.coerce(variables, true);
    return coerced && this.under(coerced);
  }

  /** The same for values with defaults in place, whether they are valid or not. */
  async under(values: Variables): Promise<PreparedOperation | undefined> {
    const key = this.#conditions.map((name) => (Object.hasOwn(values, name) ? String(values[name]) : '')).join();
    const known = this.#variants.get(key);
    if (known) return known.planned;
    const conditions = Object.fromEntries(
      this.#conditions.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]),
    );
    const variant: Variant = { values: conditions, planned: this.#plan(conditions, key), prepared: undefined };
    this.#variants.set(key, variant);
    variant.prepared = await variant.planned;
    return variant.prepared;
  }

  async compileAhead(before: VariantsInParts | undefined): Promise<void> {
    for (const [values, variant] of before?.used() ?? []) await (await this.under(values))?.compileAhead(variant);
    if (!before && this.#conditions.length === 0) await (await this.under({}))?.compileAhead(undefined);
  }

  used(): readonly (readonly [values: Variables, variant: PreparedOperation])[] {
    return this.#variants
      .entries()
      .flatMap(([, { values, prepared }]) => (prepared ? [[values, prepared] as const] : []));
  }

  /**
   * Whether the operation asks for objects of an interface that some subgraph knows only as an object. Which type such an object has may be
   * known only when a deferred fragment is fetched, and so whether another fragment is there to be waited for.
   */
  #asksInterfaceObjects(document: DocumentNode): boolean {
    const { schema, types } = this.#planner;
    if (!types.hasInterfaceObjects) return false;
    const info = new TypeInfo(schema);
    let found = false;
    const Field = () => {
      const type = getNamedType(info.getType());
      if (type && types.interfaceObjects.has(type.name)) found = true;
    };
    visit(document, visitWithTypeInfo(info, { Field }));
    return found;
  }

  /** @param key by which the variant is known */
  async #plan(values: Variables, key: string): Promise<PreparedOperation | undefined> {
    const { document, definition, operationName } = this.#operation;
    const deferring = deferringDocument(document, definition, values);
    if (!deferring || this.#asksInterfaceObjects(deferring)) return undefined;
    const { refusal } = this.#audience;
    const planned = await this.#planner.plan(deferring, operationName, { refusal }).catch((error) => {
      // Apollo's planner fails on some operations in parts that it can plan whole, as where `@requires` leads out of a deferred fragment.
      // Where only too many waited, the next request tries again.
      if (error instanceof GraphQLError && error.extensions.code === 'PLANNING_BUSY') this.#variants.delete(key);
    });
    if (!planned) return undefined;
    return new PreparedOperation(this.#operation, planned, this.#planner, this.#options, this.#audience);
  }
}
