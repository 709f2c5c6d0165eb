import { LEAVES, plainField, targetsIn, wrapped } from './fields.ts';
import type { Scope, WorldField, WorldType } from './world.ts';

/** The root types, with the fields that each subgraph gives them. */
export function randomRoots(scope: Scope): WorldType[] {
  const { choices, subgraphs } = scope;
  const query = subgraphs.flatMap((subgraph, index) => rootFields(scope, subgraph, `q${index}`));
  const root = (name: string, fields: readonly WorldField[]): WorldType => ({
    name,
    kind: 'root',
    keys: new Map(),
    fields,
  });
  if (!choices.rarely(3)) return [root('Query', query)];
  const mutation = subgraphs.flatMap((subgraph, index) => rootFields(scope, subgraph, `m${index}`));
  return [root('Query', query), root('Mutation', mutation)];
}

function rootFields(scope: Scope, subgraph: string, prefix: string): WorldField[] {
  const { choices } = scope;
  const fields = Array.from({ length: 1 + choices.below(3) }, (_, index): WorldField => {
    const target = choices.pick(targetsIn(scope, subgraph));
    return {
      ...plainField(`${prefix}_${index}`, wrapped(choices, target), [subgraph]),
      target,
      argument: choices.rarely(4),
    };
  });
  return [...fields, plainField(`${prefix}_leaf`, choices.pick(LEAVES), [subgraph])];
}
