import type { Choices } from './choices.ts';
import { randomEntities } from './entities.ts';
import { randomRoots } from './roots.ts';
import { sdlOf } from './sdl.ts';
import { valueTypes } from './value-types.ts';
import type { Scope, World, WorldKey } from './world.ts';

/** Makes a world of two to four subgraphs and entities. */
export function randomWorld(choices: Choices): World {
  const subgraphs = Array.from({ length: 2 + choices.below(3) }, (_, index) => `s${index}`);
  const abstracts = choices.pick(subgraphs);
  const others = subgraphs.filter((name) => name !== abstracts);
  const interfaceObject = choices.rarely(3) ? choices.pick(others) : undefined;
  const known = subgraphs.filter((name) => name !== interfaceObject);
  const context = choices.rarely(4) ? choices.pick(known) : undefined;
  const things = known.filter(() => choices.rarely(3));
  const hidden = choices.rarely(5);
  const names = Array.from({ length: 2 + choices.below(3) }, (_, index) => `E${index}`);
  const keys = new Map(names.map((name) => [name, randomKeys(choices, known, abstracts, context)] as const));
  const scope: Scope = { choices, subgraphs, abstracts, interfaceObject, things, context, hidden, keys };
  const types = [...randomEntities(scope), ...valueTypes(scope), ...randomRoots(scope)];
  const world = { subgraphs, types, abstracts, interfaceObject, things, context, hidden };
  return { ...world, typeDefs: Object.fromEntries(subgraphs.map((name) => [name, sdlOf(world, name)])) };
}

/** The subgraph with the abstract types knows every key, so that there is a way from every subgraph to every other. */
function randomKeys(
  choices: Choices,
  subgraphs: readonly string[],
  abstracts: string,
  context: string | undefined,
): ReadonlyMap<string, readonly WorldKey[]> {
  const key = (fields: string, resolvable = true): WorldKey => ({ fields, resolvable });
  const id = key('id');
  const known = subgraphs.filter((name) => name === abstracts || name === context || choices.below(3) > 0);
  return new Map(
    known.map((name) => {
      if (name === abstracts) return [name, [id, key('sku'), key('org { id }')]];
      if (name === context) return [name, [id]];
      const keys = choices.pick([
        [id],
        [id],
        [key('sku')],
        [id, key('sku')],
        [key('org { id }')],
        [key('id sku')],
        [key('id', false), key('sku')],
        [key('id', false)],
      ]);
      return [name, keys];
    }),
  );
}
