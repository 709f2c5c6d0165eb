import { isDeepStrictEqual } from 'node:util';
import { lacks } from './compare.ts';
import type { Outcome } from './contenders.ts';
import type { RandomOperation } from './operation.ts';
import type { OperationFeatures } from './operation-features.ts';
import type { World } from './world.ts';

/** What a difference is judged by. */
interface Difference {
  readonly world: World;
  readonly operation: RandomOperation;
  readonly features: OperationFeatures;
  readonly ours: Outcome;
  readonly stock: Outcome;
}

/** A way in which the stock gateway is known to answer otherwise than the specification says. */
interface KnownDifference {
  /** The name under which docs/differences.md tells of it. */
  readonly name: string;
  /** Whether it only loses data, or gives other data too. */
  readonly effect: 'loses' | 'changes';
  readonly applies: (difference: Difference) => boolean;
}

/**
 * Each is a fault of the stock gateway (2.14.4), or what it does not serve: ours answered as graphql-js does over the merged schema. The first that
 * applies is counted, so that the narrowest come first.
 */
export const KNOWN_DIFFERENCES: readonly KnownDifference[] = [
  {
    name: 'condition-null',
    effect: 'changes',
    applies: ({ operation: { query, variables } }) =>
      Object.keys(variables).some((name) => variables[name] === null && query.includes(`(if: $${name})`)),
  },
  {
    name: 'defer-not-listed',
    effect: 'changes',
    applies: ({ ours, stock }) => isDeepStrictEqual(stock.data, withoutDefer(ours.data)),
  },
  {
    name: 'variable-representations',
    // Where the type of an object is lost, so are errors of fields that are never null.
    effect: 'changes',
    applies: ({ operation, stock }) => /\$representations\b/.test(operation.query) && stock.errors.length > 0,
  },
  {
    name: 'conditional-introspection',
    effect: 'loses',
    applies: ({ features, stock }) =>
      (features.fields.has('__schema') || features.fields.has('__type')) &&
      says(stock, /Was not able to find any options for .*__(schema|type)/),
  },
  {
    name: 'introspection-selected-twice',
    effect: 'loses',
    applies: ({ features }) => features.introspectionTwice,
  },
  {
    name: 'conditional-interface-object',
    effect: 'loses',
    applies: ({ world, features, stock }) =>
      world.interfaceObject !== undefined && features.conditions && says(stock, /We should have an edge from Node/),
  },
  {
    name: 'requires-with-arguments',
    effect: 'changes',
    applies: ({ world, features }) => requirements(world, features).some(({ args }) => args !== ''),
  },
  {
    name: 'alias-of-required-field',
    effect: 'changes',
    applies: ({ world, features }) => [...fieldSetNames(world)].some((name) => features.aliases.has(name)),
  },
  {
    name: 'narrowing-fragment',
    effect: 'loses',
    applies: ({ features }) => features.narrowing,
  },
  {
    name: 'interface-object-typename',
    effect: 'loses',
    applies: ({ world }) => world.interfaceObject !== undefined,
  },
  {
    name: 'required-field-skipped',
    effect: 'loses',
    applies: ({ world, features }) => features.conditions && requirements(world, features).length > 0,
  },
  {
    name: 'field-skipped-for-its-selections',
    effect: 'loses',
    applies: ({ features }) => features.conditionsWithin,
  },
];

/** The difference of all supergraphs with contexts, which the stock gateway refuses as a whole. */
export const CONTEXT_REFUSED = 'context-refused';

/** Names the known difference that explains why the stock gateway answers otherwise; undefined when none does. */
export function knownDifference(difference: Difference): string | undefined {
  const { stock, ours } = difference;
  const loses = lacks(stock.data, { ...ours, data: withoutDefer(ours.data) });
  return KNOWN_DIFFERENCES.find(({ effect, applies }) => (loses || effect === 'changes') && applies(difference))?.name;
}

/** The data, had `__schema { directives { name } }` been asked of a gateway that does not serve `@defer`. */
function withoutDefer(data: unknown): unknown {
  if (Array.isArray(data)) return data.filter((item) => !isDeepStrictEqual(item, { name: 'defer' })).map(withoutDefer);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withoutDefer(value)]));
}

function says({ errors }: Outcome, pattern: RegExp): boolean {
  return errors.some(({ message }) => pattern.test(message));
}

/** What the selected fields require. */
function requirements({ types }: World, { fields }: OperationFeatures) {
  return types.flatMap((type) => type.fields.flatMap(({ name, requires = [] }) => (fields.has(name) ? requires : [])));
}

/** The names of all fields that keys and other fields need. */
function fieldSetNames({ types }: World): Set<string> {
  const required = types.flatMap(({ fields }) =>
    fields.flatMap(({ requires = [] }) => requires.map(({ name }) => name)),
  );
  return new Set(['id', 'sku', 'org', ...required]);
}
