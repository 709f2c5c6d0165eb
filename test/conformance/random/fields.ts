import type { Choices } from './choices.ts';
import type { Scope, WorldField, WorldKey } from './world.ts';

/** The types of leaf fields. */
export const LEAVES = [
  'String',
  'Int',
  'ID',
  'Boolean',
  'Float',
  'Color',
  '[String!]',
  '[[Int]]',
  'String!',
  '[Color]!',
  'Any',
  '[[Color!]!]',
  'Color!',
  '[Any]',
  '[[[ID!]]!]!',
];

/** The arguments that fields of a world take, as SDL writes them. */
export const ARGUMENTS = '(n: Int = 3, text: String, filter: Filter, colors: [Color!], any: Any)';

/** A field without anything special. */
export function plainField(name: string, type: string, subgraphs: readonly string[]): WorldField {
  return { name, type, subgraphs };
}

/** What a field of a subgraph may lead to. */
export function targetsIn({ keys, abstracts, interfaceObject, things }: Scope, subgraph: string): string[] {
  if (subgraph === interfaceObject) return ['Node', 'Box', 'Shape'];
  const entities = [...keys].filter(([, known]) => known.has(subgraph)).map(([name]) => name);
  const resolved = [...keys.values()].some((known) => resolving(known).includes(subgraph));
  const thing = things.includes(subgraph) && resolved ? ['Thing'] : [];
  return [...entities, 'Box', ...thing, 'Shape', ...(subgraph === abstracts ? ['Node', 'Either'] : [])];
}

/** A type that leads to an object, alone or in lists. */
export function wrapped(choices: Choices, name: string): string {
  return choices.pick([name, `[${name}]`, `[${name}!]!`, `[[${name}]]`, `${name}!`, `[${name}!]`, `[[${name}!]!]!`]);
}

/** The subgraphs that can be asked for an entity, given the keys by which each knows it. */
export function resolving(keys: ReadonlyMap<string, readonly WorldKey[]>): string[] {
  return [...keys].filter(([, known]) => known.some(({ resolvable }) => resolvable)).map(([subgraph]) => subgraph);
}
