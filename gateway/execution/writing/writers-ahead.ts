import {
  type GraphQLOutputType,
  getNamedType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { Sliced } from '../../process/slices.ts';
import { type PlacedObjects, type Scope, scopeKey } from '../deferring/deferred-site.ts';
import { fieldOf, itemOf, type Where } from '../places/where.ts';
import type { ObjectWriters, WritersInput } from './object-writers.ts';

/**
 * Compiles the writers of objects and of those within them, the innermost first: each finds those within it compiled, so that none is
 * long. Objects whose type is known only from their data are left out, with what is within them: they are compiled when the first comes.
 */
export function* compileAhead(
  writers: ObjectWriters,
  input: Pick<WritersInput, 'selections' | 'clientKey' | 'refusal'>,
  objects: PlacedObjects,
  scope: Scope,
): Sliced<void> {
  const { position, type, sets, where } = objects;
  for (const field of input.selections.ofType(type, sets)) {
    const definition = type.getFields()[field.node.name.value];
    if (!definition || field.sets.length === 0 || scopeKey(field.owners) !== scope.key) continue;
    if (input.refusal?.ofField(type.name, field.node.name.value)) continue;
    const named = getNamedType(definition.type);
    const known = isObjectType(named) || (isInterfaceType(named) && input.selections.sameForAll(named, field.sets));
    if (!known) continue;
    const below = {
      position: position.child(field.key),
      type: named,
      sets: field.sets,
      where: itemsOf(fieldOf(where, input.clientKey(field.key)), definition.type),
    };
    yield* compileAhead(writers, input, below, scope);
  }
  yield;
  writers.object(objects, scope);
}

/** The place of the innermost items of a field's value. */
function itemsOf(where: Where, type: GraphQLOutputType): Where {
  if (isNonNullType(type)) return itemsOf(where, type.ofType);
  return isListType(type) ? itemsOf(itemOf(where), type.ofType) : where;
}
