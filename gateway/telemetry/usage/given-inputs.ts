import {
  type DocumentNode,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedInputType,
  type GraphQLSchema,
  getNamedType,
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isInputType,
  typeFromAST,
} from 'graphql';
import type { Variables } from '../../guard/variables.ts';

/** Notes coordinates of what one request's variables give: fields of input objects as `DateRange.from`, values of enums as `Finality.LIVE`. */
export type ReadInputs = (variables: Variables, noted: Set<string>) => void;

/** Notes what a value gives. */
type ReadValue = (value: unknown, reading: Reading) => void;

/** A field of an input object. */
interface ReadField {
  readonly coordinate: string;
  /** Undefined where its value gives nothing more. */
  readonly read: ReadValue | undefined;
}

/** One request's variables being read. */
interface Reading {
  readonly noted: Set<string>;
  /** How many values are still looked at: who sends more is not read to the end. */
  left: number;
}

/** Most values that are looked at of one request. */
const MOST = 20_000;
/** The deepest that input objects are looked into. */
const DEEPEST = 50;

/** What reads the variables of an operation; undefined where none of them is an enum or an input object: then there is nothing to note. */
export function readInputs(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
): ReadInputs | undefined {
  const readers = new InputReaders();
  const read = (getOperationAST(document, operationName)?.variableDefinitions ?? []).flatMap(({ variable, type }) => {
    const declared = typeFromAST(schema, type);
    const reader = isInputType(declared) ? readers.of(declared) : undefined;
    return reader ? [[variable.name.value, reader] as const] : [];
  });
  if (read.length === 0) return undefined;
  return (variables, noted) => {
    const reading = { noted, left: MOST };
    for (const [name, reader] of read) {
      if (Object.hasOwn(variables, name)) reader(variables[name], reading);
    }
  };
}

class InputReaders {
  readonly #known = new Map<GraphQLNamedInputType, ReadValue | undefined>();

  /** Lists are of what they hold. */
  of(type: GraphQLInputType): ReadValue | undefined {
    const named = getNamedType(type);
    if (this.#known.has(named)) return this.#known.get(named);
    const one = this.#one(named);
    const reader: ReadValue | undefined = one && ((value, reading) => eachOf(value, one, reading, 0));
    this.#known.set(named, reader);
    return reader;
  }

  #one(type: GraphQLNamedInputType): ReadValue | undefined {
    if (isEnumType(type)) {
      const coordinates = new Map<unknown, string>(
        type.getValues().map(({ name }) => [name, `${type.name}.${name}`] as const),
      );
      return (value, { noted }) => {
        const coordinate = coordinates.get(value);
        if (coordinate !== undefined) noted.add(coordinate);
      };
    }
    if (!isInputObjectType(type)) return undefined;
    let fields: ReadonlyMap<string, ReadField> | undefined;
    let depth = 0;
    return (value, reading) => {
      if (typeof value !== 'object' || value === null || depth >= DEEPEST) return;
      // Input types may hold themselves: what their fields hold is looked up when there is a value.
      fields ??= this.#fields(type);
      depth++;
      for (const name of Object.keys(value)) {
        const field = fields.get(name);
        if (!field) continue;
        reading.noted.add(field.coordinate);
        field.read?.((value as Record<string, unknown>)[name], reading);
      }
      depth--;
    };
  }

  #fields(type: GraphQLInputObjectType): ReadonlyMap<string, ReadField> {
    const fields = Object.values(type.getFields());
    return new Map(
      fields.map((field) => [field.name, { coordinate: `${type.name}.${field.name}`, read: this.of(field.type) }]),
    );
  }
}

function eachOf(value: unknown, read: ReadValue, reading: Reading, depth: number): void {
  if (reading.left-- <= 0) return;
  if (!Array.isArray(value)) read(value, reading);
  else if (depth < DEEPEST) for (const each of value) eachOf(each, read, reading, depth + 1);
}
