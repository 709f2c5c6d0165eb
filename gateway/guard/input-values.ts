import {
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLLeafType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { nearNames } from '../../settings/near-names.ts';

/** What is told of values that a type does not take, and of the place that is being looked at. */
export interface InputFaults {
  /** Whether no more are told: what is left need not be looked at. */
  readonly isFull: boolean;
  /** How deep the place is, which is being looked at. */
  readonly depth: number;
  enter(key: string | number): void;
  leave(): void;
  /** A field is missing below the place. @param type as in `Int!` */
  missing(field: string, type: string): void;
  /** A name below the place is none of those that are known there. */
  unknown(name: string, known: readonly string[]): void;
  /** The value at the place is wrong. @param expected what it must be, as in `an Int` */
  invalid(expected: string, value: unknown): void;
}

/**
 * Checks the JSON value at the place that `faults` has entered, and gives it as its type has it: with defaults in place, lists of what came
 * alone, and ids as text. It agrees with graphql-js's `coerceInputValue`; where there are faults, what it gives means nothing.
 */
export type ReadInput = (value: unknown, faults: InputFaults) => unknown;

/** The deepest that values may nest: what is deeper would run out of stack. */
const DEEPEST = 200;

/** Compiles the readers of a schema's input types, each once. https://spec.graphql.org/October2021/#sec-Input-Values */
export class InputValues {
  readonly #reads = new Map<GraphQLInputType, ReadInput>();

  of(type: GraphQLInputType): ReadInput {
    let read = this.#reads.get(type);
    if (!read) {
      // Input types may hold themselves: what they hold is looked up when there is a value of it.
      read = this.#compile(type);
      this.#reads.set(type, read);
    }
    return read;
  }

  #compile(type: GraphQLInputType): ReadInput {
    if (isNonNullType(type)) {
      const nullable = this.of(type.ofType);
      const expected = articled(String(type.ofType));
      return (value, faults) => {
        if (value !== null && value !== undefined) return nullable(value, faults);
        return faults.invalid(expected, value ?? null);
      };
    }
    if (isListType(type)) return this.#list(type.ofType);
    if (isInputObjectType(type)) return this.#object(type);
    return leafReader(type);
  }

  #list(type: GraphQLInputType): ReadInput {
    return (value, faults) => {
      if (value === null || value === undefined) return null;
      const read = this.of(type);
      // A single value stands for a list of it.
      if (!Array.isArray(value)) return [read(value, faults)];
      const items: unknown[] = [];
      for (let index = 0; index < value.length && !faults.isFull; index++) {
        faults.enter(index);
        items.push(read(value[index], faults));
        faults.leave();
      }
      return items;
    };
  }

  #object(type: GraphQLInputObjectType): ReadInput {
    const fields = Object.values(type.getFields());
    const names = new Set(fields.map(({ name }) => name));
    const required = fields.filter(isRequiredInputField);
    const reads: (ReadInput | undefined)[] = [];
    return (value, faults) => {
      if (value === null || value === undefined) return null;
      const isDeep = faults.depth > DEEPEST;
      if (typeof value !== 'object' || Array.isArray(value) || isDeep) {
        return faults.invalid(isDeep ? `nested at most ${DEEPEST} levels deep` : `an object (${type.name})`, value);
      }
      for (const { name, type: missing } of required) {
        if (!Object.hasOwn(value, name) || (value as Record<string, unknown>)[name] === undefined) {
          faults.missing(name, String(missing));
        }
      }
      for (const name of Object.keys(value)) {
        if (!names.has(name) && !faults.isFull) faults.unknown(name, [...names]);
      }
      const read: Record<string, unknown> = {};
      for (let index = 0; index < fields.length && !faults.isFull; index++) {
        const field = fields[index] as (typeof fields)[number];
        const { name } = field;
        const given = Object.hasOwn(value, name) ? (value as Record<string, unknown>)[name] : undefined;
        if (given === undefined) {
          if (field.defaultValue !== undefined) read[name] = field.defaultValue;
          continue;
        }
        reads[index] ??= this.of(field.type);
        faults.enter(name);
        read[name] = reads[index]?.(given, faults);
        faults.leave();
      }
      if (type.isOneOf) checkOneOf(value, faults);
      return read;
    };
  }
}

/** https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects */
function checkOneOf(value: object, faults: InputFaults): void {
  const given = Object.values(value);
  if (given.length !== 1 || given[0] === null) faults.invalid('an object with exactly one of its fields', value);
}

function leafReader(type: GraphQLLeafType): ReadInput {
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    const known = new Set<unknown>(values);
    return (value, faults) => {
      if (value === null || value === undefined) return null;
      if (known.has(value)) return value;
      const near = typeof value === 'string' ? nearNames(value, values) : [];
      const proposed = near.length > 0 ? ` (did you mean ${near.join(', ')}?)` : '';
      return faults.invalid(`one of ${values.join(', ')}${proposed}`, value);
    };
  }
  const scalar = SCALARS[type.name];
  // What values a scalar of the schema's own takes, its subgraph knows.
  if (!scalar) return (value) => value ?? null;
  const { takes, expected } = scalar;
  const isId = type.name === 'ID';
  return (value, faults) => {
    if (value === null || value === undefined) return null;
    if (!takes(value)) return faults.invalid(expected, value);
    return isId && typeof value === 'number' ? `${value}` : value;
  };
}

/** https://spec.graphql.org/October2021/#sec-Scalars */
const SCALARS: Readonly<Record<string, { readonly expected: string; readonly takes: (value: unknown) => boolean }>> = {
  Int: {
    expected: 'an Int (a whole number from -2147483648 to 2147483647)',
    takes: (value) => Number.isInteger(value) && Math.abs((value as number) + 0.5) < 2 ** 31,
  },
  Float: { expected: 'a Float (a number)', takes: (value) => Number.isFinite(value) },
  String: { expected: 'a String', takes: (value) => typeof value === 'string' },
  Boolean: { expected: 'a Boolean (true or false)', takes: (value) => typeof value === 'boolean' },
  ID: { expected: 'an ID (a string)', takes: (value) => typeof value === 'string' || Number.isInteger(value) },
};

/** A type with its article: `an Int`, `a String`. */
export function articled(type: string): string {
  return `${/^[AEIO]/.test(type) ? 'an' : 'a'} ${type}`;
}
