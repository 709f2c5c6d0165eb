import type { FieldNode, GraphQLField, ValueNode } from 'graphql';
import type { ListSize } from '../../supergraph/cost-rules.ts';
import { type Cost, type CostScope, mostOf } from './cost.ts';
import { defaultAt, type GivenValue, givenAt, type VariableDefaults } from './given-values.ts';

/** What lists are taken to hold. */
export interface ListSizing {
  /** Items of a list of which nothing is said. */
  readonly listSize: number;
  /** Most items that a request may ask of one list. */
  readonly listLimit: number;
  /** Names of what says a list's size where `@listSize` names nothing. */
  readonly listSizeNames: readonly string[];
}

type SizeLimits = Pick<ListSizing, 'listSize' | 'listLimit'>;

/** What sizes of lists are called in most schemas. */
export const DEFAULT_SIZE_NAMES = [
  'first',
  'last',
  'limit',
  'take',
  'size',
  'count',
  'top',
  'pageSize',
  'perPage',
  'maxResults',
] as const;

/** A field as a document asks for it. */
interface AskedField {
  /** `Type.field`. */
  readonly coordinate: string;
  readonly node: FieldNode;
  readonly definition: GraphQLField<unknown, unknown>;
  readonly defaults: VariableDefaults;
}

/**
 * How many items a list has by what `@listSize` says of its field: of the arguments that the request gives, the largest; else of their defaults,
 * else what is assumed.
 * https://ibm.github.io/graphql-specs/cost-spec.html#sec-The-List-Size-Directive
 */
export function listSizeOf(rule: ListSize, asked: AskedField, { listSize, listLimit }: SizeLimits): Cost {
  const { given, presets } = argumentsOf(rule, asked);
  const assumed = rule.assumedSize ?? listSize;
  const needsOne = rule.requireOneSlicingArgument && rule.slicingArguments.length > 0;
  const names = rule.slicingArguments.map((path) => path.join('.'));
  const sizeIn = (scope: CostScope): number => {
    let size = -1;
    let count = 0;
    for (const value of given) {
      const number = 'written' in value ? value.written : value.read(scope);
      if (typeof number !== 'number') continue;
      count++;
      if (number > size) size = number;
    }
    if (count === 0) for (const preset of presets) if (preset > size) size = preset;
    const isUnsaid = needsOne && (count > 1 || (count === 0 && presets.length === 0));
    if (isUnsaid || size > listLimit) {
      scope.fault ??= { field: asked.coordinate, arguments: names, found: isUnsaid ? undefined : size };
    }
    return size < 0 ? assumed : size;
  };
  if (given.some((value) => 'read' in value)) return sizeIn;
  const scope: CostScope = { variables: {}, fault: undefined };
  const size = sizeIn(scope);
  return scope.fault ? sizeIn : size;
}

/**
 * How many items a list has where arguments that nobody named are taken to say it: the largest of them, never less than a list of which nothing
 * is said. What they are is only guessed, so that none is too large by itself: the cost is.
 */
export function impliedSizeOf(rule: ListSize, asked: AskedField, { listSize }: SizeLimits): Cost {
  return mostOf([listSize, listSizeOf(rule, asked, { listSize, listLimit: Number.POSITIVE_INFINITY })]);
}

function argumentsOf({ slicingArguments }: ListSize, { node, definition, defaults }: AskedField) {
  const given: GivenValue[] = [];
  const presets: number[] = [];
  for (const [name = '', ...path] of slicingArguments) {
    const argument = definition.args.find((each) => each.name === name);
    if (!argument) continue;
    const value = argumentValue(node, name);
    if (value) given.push(givenAt(value, argument.type, path, defaults));
    const preset = defaultAt(argument, path);
    // Of a variable that is left out, the argument's default holds.
    if (typeof preset === 'number') presets.push(preset);
  }
  return { given, presets };
}

function argumentValue({ arguments: given = [] }: FieldNode, name: string): ValueNode | undefined {
  return given.find((each) => each.name.value === name)?.value;
}
