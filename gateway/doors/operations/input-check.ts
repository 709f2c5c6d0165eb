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
import { nearNames } from './near-names.ts';
import { articled, type VariableFaults } from './variable-faults.ts';

/** Checks the JSON value at the place that `faults` has entered, as an input type takes it; it agrees with graphql-js's `coerceInputValue`. */
export type InputCheck = (value: unknown, faults: VariableFaults) => void;

/** The deepest that values may nest: what is deeper would run out of stack. */
const DEEPEST = 200;

/** Compiles the checks of a schema's input types, each once. https://spec.graphql.org/October2021/#sec-Input-Values */
export class InputChecks {
  readonly #checks = new Map<GraphQLInputType, InputCheck>();

  of(type: GraphQLInputType): InputCheck {
    let check = this.#checks.get(type);
    if (!check) {
      // Input types may hold themselves: what they hold is looked up when there is a value of it.
      check = this.#compile(type);
      this.#checks.set(type, check);
    }
    return check;
  }

  #compile(type: GraphQLInputType): InputCheck {
    if (isNonNullType(type)) {
      const nullable = this.of(type.ofType);
      const expected = articled(String(type.ofType));
      return (value, faults) => {
        if (value === null || value === undefined) faults.invalid(expected, value ?? null);
        else nullable(value, faults);
      };
    }
    if (isListType(type)) return this.#list(type.ofType);
    if (isInputObjectType(type)) return this.#object(type);
    return leafCheck(type);
  }

  #list(type: GraphQLInputType): InputCheck {
    return (value, faults) => {
      if (value === null) return;
      const item = this.of(type);
      if (Array.isArray(value)) {
        for (const [index, each] of value.entries()) {
          if (faults.isFull) return;
          faults.enter(index);
          item(each, faults);
          faults.leave();
        }
      } else {
        // A single value stands for a list of it.
        item(value, faults);
      }
    };
  }

  #object(type: GraphQLInputObjectType): InputCheck {
    const fields = new Map(Object.entries(type.getFields()));
    const names = [...fields.keys()];
    const required = [...fields.values()].filter(isRequiredInputField);
    return (value, faults) => {
      if (value === null) return;
      const isDeep = faults.depth > DEEPEST;
      if (typeof value !== 'object' || Array.isArray(value) || isDeep) {
        faults.invalid(isDeep ? `nested at most ${DEEPEST} levels deep` : `an object (${type.name})`, value);
        return;
      }
      for (const { name, type: missing } of required) {
        if (!Object.hasOwn(value, name)) faults.missing(name, String(missing));
      }
      for (const name of Object.keys(value)) {
        if (faults.isFull) return;
        const field = fields.get(name);
        if (!field) {
          faults.unknown(name, names);
          continue;
        }
        faults.enter(name);
        this.of(field.type)((value as Record<string, unknown>)[name], faults);
        faults.leave();
      }
      if (type.isOneOf) checkOneOf(value, faults);
    };
  }
}

/** https://spec.graphql.org/September2025/#sec-OneOf-Input-Objects */
function checkOneOf(value: object, faults: VariableFaults): void {
  const given = Object.values(value);
  if (given.length !== 1 || given[0] === null) faults.invalid('an object with exactly one of its fields', value);
}

function leafCheck(type: GraphQLLeafType): InputCheck {
  if (isEnumType(type)) {
    const values = type.getValues().map(({ name }) => name);
    const known = new Set<unknown>(values);
    return (value, faults) => {
      if (value === null || known.has(value)) return;
      const near = typeof value === 'string' ? nearNames(value, values) : [];
      const proposed = near.length > 0 ? ` (did you mean ${near.join(', ')}?)` : '';
      faults.invalid(`one of ${values.join(', ')}${proposed}`, value);
    };
  }
  const scalar = SCALARS[type.name];
  // What values a scalar of the schema's own takes, its subgraph knows.
  if (!scalar) return () => undefined;
  return (value, faults) => {
    if (value !== null && !scalar.takes(value)) faults.invalid(scalar.expected, value);
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
