import {
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isRequiredInputField,
} from 'graphql';
import { described, type JsonSchema } from './json-schema.ts';
import type { NamedSchemas } from './named-schemas.ts';
import type { OperationVariable } from './operation-variables.ts';

/** One query parameter, as OpenAPI tells it. https://spec.openapis.org/oas/v3.1.1#parameter-object */
export interface Parameter {
  readonly name: string;
  readonly in: 'query';
  readonly required: boolean;
  readonly description?: string;
  readonly schema?: JsonSchema;
  readonly style?: 'form';
  readonly explode?: boolean;
  readonly content?: { readonly 'application/json': { readonly schema: JsonSchema } };
  readonly example?: unknown;
}

/** The deepest that what input objects hold is told as parameters of its own. */
const DEEPEST = 3;

/** The query parameters for a variable: what an input object holds one by one, where that can be; else as JSON. */
export function parametersOf(variable: OperationVariable, named: NamedSchemas): Parameter[] {
  const { name, type, isRequired, description, example, defaultValue } = variable;
  const given = { name, isRequired, description, example, defaultValue };
  return isFlat(type, []) ? flattened(type, given, named) : [ofJson(type, given, named)];
}

/** One place, and what is known of it. */
interface Place {
  readonly name: string;
  readonly isRequired: boolean;
  readonly description: string | null | undefined;
  readonly example: unknown;
  readonly defaultValue: unknown;
}

function flattened(type: GraphQLInputType, place: Place, named: NamedSchemas): Parameter[] {
  const nullable = getNullableType(type);
  if (!isInputObjectType(nullable)) return [ofValue(type, place, named)];
  return Object.values(nullable.getFields()).flatMap((field) => flattened(field.type, below(place, field), named));
}

function below({ name, isRequired, example }: Place, field: GraphQLInputField): Place {
  const isNeeded = isRequiredInputField(field);
  const hasExample = typeof example === 'object' && example !== null && Object.hasOwn(example, field.name);
  const withOthers = isNeeded && !isRequired ? `Required with any other of \`${name}\`.` : '';
  return {
    name: `${name}.${field.name}`,
    isRequired: isRequired && isNeeded,
    description: [field.description, withOthers].filter(Boolean).join(' '),
    example: hasExample ? (example as Record<string, unknown>)[field.name] : undefined,
    defaultValue: field.defaultValue,
  };
}

function ofValue(type: GraphQLInputType, place: Place, named: NamedSchemas): Parameter {
  const schema = withDefault(named.given(type), place);
  const isList = isListType(getNullableType(type));
  return { ...headOf(place), schema, ...(isList && { style: 'form', explode: true }), ...exampleOf(place) };
}

function ofJson(type: GraphQLInputType, place: Place, named: NamedSchemas): Parameter {
  const schema = withDefault(named.given(type), place);
  return { ...headOf(place), content: { 'application/json': { schema } }, ...exampleOf(place) };
}

function headOf({ name, isRequired, description }: Place): Pick<Parameter, 'name' | 'in' | 'required' | 'description'> {
  return { name, in: 'query', required: isRequired, ...(description && { description }) };
}

function withDefault(schema: JsonSchema, { defaultValue }: Place): JsonSchema {
  return defaultValue === undefined || defaultValue === null
    ? schema
    : { ...described(schema, undefined), default: defaultValue };
}

/** Null stands for what is left out. */
function exampleOf({ example }: Place): Pick<Parameter, 'example'> {
  return example === undefined || example === null ? {} : { example };
}

/** Whether each value that a type holds can be a parameter: lists of anything but leaves can't, nor what holds itself. */
function isFlat(type: GraphQLInputType, within: readonly string[]): boolean {
  const nullable = getNullableType(type);
  const { name } = getNamedType(nullable);
  const isObject = isInputObjectType(getNamedType(nullable));
  if (isListType(nullable)) return !isObject && !isListType(getNullableType(nullable.ofType));
  if (!isInputObjectType(nullable)) return true;
  if (within.includes(name) || within.length >= DEEPEST || nullable.isOneOf) return false;
  return Object.values(nullable.getFields()).every((field) => isFlat(field.type, [...within, name]));
}
