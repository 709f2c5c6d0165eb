import type { Outcome } from './contenders.ts';
import type { RandomOperation } from './operation.ts';
import type { World } from './world.ts';

/** A way in which the stock gateway is known to answer otherwise than the specification says. */
interface KnownDifference {
  readonly name: string;
  readonly reason: string;
  readonly applies: (world: World, operation: RandomOperation, stock: Outcome) => boolean;
}

/** Each is a fault of the stock gateway (2.14.4): where one applies, ours answered as graphql-js does over the merged schema. */
const KNOWN: readonly KnownDifference[] = [
  {
    name: 'variable-representations',
    reason: 'It refuses every entity fetch of an operation that has a variable of the name `representations`.',
    applies: (_world, { variables }, { errors }) => 'representations' in variables && errors.length > 0,
  },
  {
    name: 'interface-object-typename',
    reason:
      'What a subgraph tells of an interface object is merged over what is known: its `__typename`, the interface, hides the type of the ' +
      'object, so that fields and fragments of that type, or the whole object, are lost.',
    applies: (world, { query }) => world.interfaceObject !== undefined && /\b(extra|Node|__typename)\b/.test(query),
  },
  {
    name: 'required-field-skipped',
    reason:
      'Where `@skip` or `@include` leaves out a field with `@requires`, the required fields are left out too, but still required: ' +
      'the whole representation is dropped, and with it the other fields of the same fetch.',
    applies: (_world, { query }) => /\be\d_q\d @(skip|include)|@(skip|include)\([^)]*\) \{[^}]*\be\d_q\d/.test(query),
  },
  {
    name: 'field-skipped-for-its-selections',
    reason:
      'Where a field has a condition and all its sub-selections share another, the planner makes the other one a condition of the field: ' +
      'it is null where it should be an empty object.',
    applies: (_world, { query }) => /@(skip|include)\([^)]*\) \{[^{}]*@(skip|include)/.test(query),
  },
];

/**
 * Names the known difference that explains why the stock gateway answers otherwise.
 * @param ours our answer's data, which is right
 * @returns undefined when nothing known explains it: every known difference only loses data, never changes it
 */
export function knownDifference(
  world: World,
  operation: RandomOperation,
  ours: Outcome,
  stock: Outcome,
): string | undefined {
  if (!lacks(stock.data, ours.data)) return undefined;
  return KNOWN.find(({ applies }) => applies(world, operation, stock))?.name;
}

/** Whether data is the other data with parts of it lost. */
function lacks(less: unknown, whole: unknown): boolean {
  if (less === null || less === undefined) return true;
  if (Array.isArray(less)) {
    return (
      Array.isArray(whole) && less.length === whole.length && less.every((item, index) => lacks(item, whole[index]))
    );
  }
  if (typeof less !== 'object') return less === whole;
  if (typeof whole !== 'object' || whole === null) return false;
  return Object.entries(less).every(([key, value]) => lacks(value, (whole as Record<string, unknown>)[key]));
}
