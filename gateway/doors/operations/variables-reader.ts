import {
  type GraphQLInputType,
  type GraphQLSchema,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
} from 'graphql';
import type { ReadInput } from '../../guard/input-values.ts';
import { inputValuesOf, type Variables } from '../../guard/variables.ts';
import { fieldNames, fieldType, type Texts, valueOfTexts } from './text-input.ts';
import { type VariableFault, VariableFaults } from './variable-faults.ts';

/** A request's variables, or what is wrong with them. */
export type ReadVariables =
  | {
      readonly variables: Variables /** As their types have them. */;
      readonly read: Variables;
      readonly faults?: never;
    }
  | { readonly variables?: never; readonly read?: never; readonly faults: readonly VariableFault[] };

/** One variable of an operation. */
interface Variable {
  readonly name: string;
  readonly type: GraphQLInputType;
  /** Whether a value must be given. */
  readonly isRequired: boolean;
  readonly read: ReadInput;
}

const NONE: Variables = Object.freeze({});

/** Reads and checks the variables of one operation; all that its types decide is compiled once. */
export class VariablesReader {
  readonly #byName: ReadonlyMap<string, Variable>;
  readonly #required: readonly Variable[];

  /** @param schema one against which the operation is valid */
  constructor(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]) {
    const values = inputValuesOf(schema);
    const variables = definitions.flatMap(({ variable, type: node, defaultValue }): Variable[] => {
      const type = typeFromAST(schema, node);
      if (!isInputType(type)) return [];
      const isRequired = isNonNullType(type) && defaultValue === undefined;
      return [{ name: variable.name.value, type, isRequired, read: values.of(type) }];
    });
    this.#byName = new Map(variables.map((variable) => [variable.name, variable]));
    this.#required = variables.filter(({ isRequired }) => isRequired);
  }

  /** Whether the operation has a variable of this name. */
  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** Checks variables that came as JSON. */
  ofJson(given: Variables): ReadVariables {
    const faults = new VariableFaults();
    const read: Record<string, unknown> = Object.create(null);
    for (const name in given) {
      if (faults.isFull) break;
      if (!Object.hasOwn(given, name)) continue;
      const variable = this.#byName.get(name);
      if (!variable) {
        faults.unknown(name, [...this.#byName.keys()]);
        continue;
      }
      faults.enter(name);
      read[name] = variable.read(given[name], faults);
      faults.leave();
    }
    for (const { name, type } of this.#required) if (!Object.hasOwn(given, name)) faults.missing(name, String(type));
    return faults.list.length > 0 ? { faults: faults.list } : { variables: given, read };
  }

  /**
   * Reads variables from query parameters: each by its name, or what an input object holds one by one, as `range.from=2025-05-01`. Scalars
   * of the schema's own are taken as strings.
   */
  ofTexts(texts: Texts): ReadVariables {
    if (this.#byName.size === 0 && Object.keys(texts).length === 0) return { variables: NONE, read: NONE };
    const faults = new VariableFaults();
    // Without a prototype, so that no name means more than itself.
    const variables: Record<string, unknown> = Object.create(null);
    for (const name of Object.keys(texts)) {
      if (!faults.isFull) this.#read(name, texts[name] ?? '', variables, faults);
    }
    if (faults.list.length > 0) {
      for (const { name, type } of this.#required) if (!(name in variables)) faults.missing(name, String(type));
      return { faults: faults.list };
    }
    return this.ofJson(variables);
  }

  #read(given: string, texts: Texts[string], variables: Record<string, unknown>, faults: VariableFaults): void {
    const place = this.#place(given, variables, faults);
    if (!place) return;
    const { holder, key, type } = place;
    if (key in holder) faults.repeated(given);
    else holder[key] = valueOfTexts(type, texts, given, faults);
  }

  /** Finds where a parameter's value belongs, such as `range.from`; objects on the way are made. */
  #place(given: string, variables: Record<string, unknown>, faults: VariableFaults): Place | undefined {
    const [name = '', ...path] = given.split('.', LONGEST_PATH);
    const variable = this.#byName.get(name);
    if (!variable) {
      faults.unknown(given, [...this.#byName.keys()]);
      return undefined;
    }
    let place: Place = { holder: variables, key: name, type: variable.type };
    for (const field of path) {
      const type = fieldType(place.type, field);
      if (!type) {
        faults.unknown(given, fieldNames(place.type));
        return undefined;
      }
      const { holder, key } = place;
      holder[key] ??= Object.create(null);
      const within = holder[key];
      // The whole was given, too, and is none to be added to.
      if (typeof within !== 'object' || within === null || Array.isArray(within)) {
        faults.repeated(given);
        return undefined;
      }
      place = { holder: within as Record<string, unknown>, key: field, type };
    }
    return place;
  }
}

/** Where a value belongs. */
interface Place {
  readonly holder: Record<string, unknown>;
  readonly key: string;
  readonly type: GraphQLInputType;
}

/** The most names in a path, such as `filter.price.from`. */
const LONGEST_PATH = 20;
