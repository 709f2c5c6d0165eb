import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, isAbstractType, isObjectType, parse } from 'graphql';
import { withLink } from '../../kit/federation.ts';
import { type Being, resolver, typeOf } from './data.ts';
import type { World } from './world.ts';

/** The executable schema of one subgraph of a world; which data it tells is the execution's `Telling`. */
export function subgraphSchema(world: World, name: string): GraphQLSchema {
  const keyed = world.types.filter(({ keys }) => keys.has(name)).map((type) => type.name);
  // Who knows the interface tells, from the key, which type an object has.
  const knowsNode = world.interfaceObject === name || (world.interfaceObject && world.abstracts === name);
  const referred = [...keyed, ...(knowsNode ? ['Node'] : [])];
  const schema = buildSubgraphSchema({
    typeDefs: parse(withLink(world.typeDefs[name] ?? '')),
    resolvers: Object.fromEntries(referred.map((type) => [type, { __resolveReference: beingOf }])),
  });
  const resolve = resolver(name);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isAbstractType(type))
      type.resolveType = type.name === '_Entity' ? entityType(world.interfaceObject === name) : typeOf;
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      if (field.name !== '_entities' && field.name !== '_service') field.resolve = resolve;
    }
  }
  return schema;
}

function entityType(asNode: boolean) {
  return asNode ? () => 'Node' : typeOf;
}

/** The object that a representation names by any of its keys. */
function beingOf(reference: { id?: string; sku?: string; org?: { id: string } }): Being {
  const id = reference.id ?? reference.sku?.slice('sku:'.length) ?? reference.org?.id.slice('org:'.length);
  if (id === undefined) throw new Error('A representation without a key');
  return { __typename: id.split('-')[0] ?? '', id, known: { ...reference } };
}
