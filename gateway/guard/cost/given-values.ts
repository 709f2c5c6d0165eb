import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
  valueFromASTUntyped,
} from 'graphql';
import type { CostScope } from './cost.ts';

/** A value of a request: written in the document, or read from its variables; undefined where there is none. */
export type GivenValue = { readonly written: unknown } | { readonly read: (scope: CostScope) => unknown };

const NOTHING: GivenValue = { written: undefined };

/** Default values of an operation's variables, by name. */
export type VariableDefaults = ReadonlyMap<string, unknown>;

/** The value that a part of a document stands for. */
function givenValue(node: ValueNode, defaults: VariableDefaults): GivenValue {
  if (node.kind === Kind.VARIABLE) {
    const { value: name } = node.name;
    const preset = defaults.get(name);
    return { read: ({ variables }) => (Object.hasOwn(variables, name) ? variables[name] : preset) };
  }
  if (!holdsVariable(node)) return { written: valueFromASTUntyped(node) };
  const presets = Object.fromEntries(defaults);
  return { read: ({ variables }) => valueFromASTUntyped(node, { ...presets, ...variables }) };
}

function holdsVariable(node: ValueNode): boolean {
  if (node.kind === Kind.LIST) return node.values.some(holdsVariable);
  if (node.kind === Kind.OBJECT) return node.fields.some(({ value }) => holdsVariable(value));
  return node.kind === Kind.VARIABLE;
}

/**
 * The value at a path of an argument.
 * @param type of the argument
 * @param path names of fields of input objects
 */
export function givenAt(
  node: ValueNode,
  type: GraphQLInputType,
  path: readonly string[],
  defaults: VariableDefaults,
): GivenValue {
  const [first, ...rest] = path;
  if (first === undefined) return givenValue(node, defaults);
  if (node.kind === Kind.OBJECT) {
    const named = fieldOf(type, first);
    const field = node.fields.find(({ name }) => name.value === first);
    if (!named) return NOTHING;
    if (field) return givenAt(field.value, named.type, rest, defaults);
    return { written: at(named.defaultValue, named.type, rest) };
  }
  const whole = givenValue(node, defaults);
  if ('written' in whole) return { written: at(whole.written, type, path) };
  return { read: (scope) => at(whole.read(scope), type, path) };
}

/** The value at a path of the default of an argument. */
export function defaultAt({ defaultValue, type }: GraphQLArgument, path: readonly string[]): unknown {
  return at(defaultValue, type, path);
}

function at(value: unknown, type: GraphQLInputType, path: readonly string[]): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return value;
  const named = fieldOf(type, first);
  if (!named || typeof value !== 'object' || value === null) return undefined;
  const below: unknown = Object.hasOwn(value, first) ? (value as Record<string, unknown>)[first] : named.defaultValue;
  return at(below, named.type, rest);
}

function fieldOf(type: GraphQLInputType, name: string): GraphQLInputField | undefined {
  const named = getNamedType(type);
  if (!isInputObjectType(named)) return undefined;
  const fields = named.getFields();
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}
