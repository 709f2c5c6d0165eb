import {
  GraphQLError,
  type GraphQLSchema,
  getVariableValues,
  isInputType,
  isNonNullType,
  typeFromAST,
  type VariableDefinitionNode,
  valueFromAST,
  valueFromASTUntyped,
} from 'graphql';
import { type InputFaults, InputValues, type ReadInput } from './input-values.ts';

/** The most errors that are told of one request's variables. */
const LIMIT = 50;
/** Longest message, in characters: graphql-js writes wrong values out. */
const MESSAGE_LENGTH = 1000;

/** A request's variables by name, as JSON values. */
export type Variables = Readonly<Record<string, unknown>>;

/** One variable of an operation. */
interface Declared {
  readonly name: string;
  readonly isNonNull: boolean;
  /** Its default, coerced. */
  readonly byDefault: unknown;
  readonly read: ReadInput;
}

/** A request's variables with defaults in place, or what is wrong with them: the first errors, and one that says so where there are more. */
type Coerced =
  | { readonly coerced: Variables; readonly errors?: never }
  | { readonly coerced?: never; readonly errors: GraphQLError[] };

/** The variables of one operation. What its types decide is compiled once; graphql-js tells what is wrong, where anything is. */
export class DeclaredVariables {
  readonly #schema: GraphQLSchema;
  readonly #definitions: readonly VariableDefinitionNode[];
  #declared: readonly Declared[] | undefined;

  /** @param schema one against which the operation is valid */
  constructor(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]) {
    this.#schema = schema;
    this.#definitions = definitions;
  }

  /**
   * Checks a request's variables.
   * @param hideSuggestions whether messages leave out near names of the schema
   */
  coerce(variables: Variables, hideSuggestions: boolean): Coerced {
    if (this.#definitions.length === 0) return NONE;
    const coerced = this.#read(variables);
    return coerced ? { coerced } : judged(this.#schema, this.#definitions, variables, hideSuggestions);
  }

  /** The same for variables that are known to fit their types, with the values that these have read of them. */
  withDefaults(read: Variables): Variables {
    this.#declared ??= declared(this.#schema, this.#definitions);
    const coerced: Record<string, unknown> = emptied();
    for (const { name, byDefault } of this.#declared) {
      if (Object.hasOwn(read, name)) coerced[name] = read[name];
      else if (byDefault !== undefined) coerced[name] = byDefault;
    }
    return coerced;
  }

  /** Undefined where anything is wrong. */
  #read(variables: Variables): Variables | undefined {
    this.#declared ??= declared(this.#schema, this.#definitions);
    // A variable of a type that the schema lacks.
    if (this.#declared.length < this.#definitions.length) return undefined;
    const faults = new AnyFault();
    const coerced: Record<string, unknown> = emptied();
    for (const { name, isNonNull, byDefault, read } of this.#declared) {
      if (Object.hasOwn(variables, name)) coerced[name] = read(variables[name], faults);
      else if (byDefault !== undefined) coerced[name] = byDefault;
      else if (isNonNull) return undefined;
      if (faults.isFull) return undefined;
    }
    return coerced;
  }
}

const NONE: Coerced = { coerced: {} };

/** Without a prototype, so that no name means more than itself. */
function emptied(): Record<string, unknown> {
  return Object.create(null);
}

/** The readers of each schema's input types. */
const bySchema = new WeakMap<GraphQLSchema, InputValues>();

/** The readers of a schema's input types, the same for all its operations. */
export function inputValuesOf(schema: GraphQLSchema): InputValues {
  let values = bySchema.get(schema);
  if (!values) {
    values = new InputValues();
    bySchema.set(schema, values);
  }
  return values;
}

function declared(schema: GraphQLSchema, definitions: readonly VariableDefinitionNode[]): Declared[] {
  const values = inputValuesOf(schema);
  return definitions.flatMap(({ variable, type: node, defaultValue }) => {
    const type = typeFromAST(schema, node);
    if (!isInputType(type)) return [];
    const byDefault = defaultValue && valueFromAST(defaultValue, type);
    return [{ name: variable.name.value, isNonNull: isNonNullType(type), byDefault, read: values.of(type) }];
  });
}

/** Notes that there is a fault, and no more. */
class AnyFault implements InputFaults {
  isFull = false;
  depth = 0;

  enter(): void {
    this.depth++;
  }

  leave(): void {
    this.depth--;
  }

  missing(): void {
    this.isFull = true;
  }

  unknown(): void {
    this.isFull = true;
  }

  invalid(): void {
    this.isFull = true;
  }
}

function judged(
  schema: GraphQLSchema,
  definitions: readonly VariableDefinitionNode[],
  variables: Variables,
  hideSuggestions: boolean,
): Coerced {
  const { coerced, errors = [] } = getVariableValues(schema, definitions, variables, {
    maxErrors: LIMIT,
    hideSuggestions,
  });
  if (coerced) return { coerced };
  const told = errors.slice(0, LIMIT).map(({ message, nodes }) => badInput(cut(message), nodes));
  if (errors.length <= LIMIT) return { errors: told };
  return {
    errors: [...told, badInput(`The variables have more errors: only the first ${LIMIT} are told.`, undefined)],
  };
}

/** The variables as they were sent with defaults in place: for what can be told without all of them. */
export function withDefaults(definitions: readonly VariableDefinitionNode[], variables: Variables): Variables {
  const defaults = definitions.flatMap(({ variable, defaultValue }): [string, unknown][] =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)]] : [],
  );
  return { ...Object.fromEntries(defaults), ...variables };
}

function badInput(message: string, nodes: GraphQLError['nodes']): GraphQLError {
  return new GraphQLError(message, { nodes, extensions: { code: 'BAD_USER_INPUT' } });
}

function cut(message: string): string {
  return message.length > MESSAGE_LENGTH ? `${message.slice(0, MESSAGE_LENGTH)}…` : message;
}
