import { type GraphQLInputType, getNullableType, isInputObjectType, isListType, isScalarType } from 'graphql';
import type { VariableFaults } from './variable-faults.ts';

/** The texts of query parameters by name; of those given more than once a list. */
export type Texts = Readonly<Record<string, string | readonly string[]>>;

/**
 * Reads the value of a variable from one parameter: scalars and enums as they stand, lists item by item from a parameter that is repeated,
 * input objects from JSON. What can't be read is left as text, for the check to tell.
 */
export function valueOfTexts(
  type: GraphQLInputType,
  texts: string | readonly string[],
  at: string,
  faults: VariableFaults,
): unknown {
  const nullable = getNullableType(type);
  if (isListType(nullable)) {
    const items = typeof texts === 'string' ? [texts] : texts;
    return items.map((text) => valueOfText(nullable.ofType, text));
  }
  if (typeof texts === 'string') return valueOfText(nullable, texts);
  faults.repeated(at);
  return null;
}

function valueOfText(type: GraphQLInputType, text: string): unknown {
  const nullable = getNullableType(type);
  if (isInputObjectType(nullable) || isListType(nullable)) return parsed(text);
  if (!isScalarType(nullable)) return text;
  switch (nullable.name) {
    case 'Int':
      return /^[+-]?\d+$/.test(text) ? Number(text) : text;
    case 'Float':
      return /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/.test(text) ? Number(text) : text;
    case 'Boolean':
      return text === 'true' ? true : text === 'false' ? false : text;
    default:
      return text;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Gives the type at a place below a variable, as `from` of a DateRange; undefined where there is none. */
export function fieldType(type: GraphQLInputType, field: string): GraphQLInputType | undefined {
  const nullable = getNullableType(type);
  if (!isInputObjectType(nullable)) return undefined;
  const fields = nullable.getFields();
  return Object.hasOwn(fields, field) ? fields[field]?.type : undefined;
}

/** The names of the fields of an input object; none of other types. */
export function fieldNames(type: GraphQLInputType): string[] {
  const nullable = getNullableType(type);
  return isInputObjectType(nullable) ? Object.keys(nullable.getFields()) : [];
}
