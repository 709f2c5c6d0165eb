import {
  type DocumentNode,
  type GraphQLSchema,
  isInterfaceType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
} from 'graphql';
import { joinDirectives } from './join-directives.ts';

/** What the executor asks the whole supergraph, @inaccessible parts included. */
export interface SupergraphTypes {
  readonly schema: GraphQLSchema;
  /** Whether some subgraph knows an interface only as an object, so that a `__typename` may name an interface. */
  readonly hasInterfaceObjects: boolean;
  /** The interfaces that some subgraph knows only as objects. */
  readonly interfaceObjects: ReadonlySet<string>;
  /**
   * Whether a representation may hold null for a field: where the supergraph lets it be null and no key needs it.
   * A null in a nullable field that a `@requires` asks for is data; a null key identifies nothing.
   */
  mayBeNull(typename: string, field: string): boolean;
  /** The keys of a type, in any subgraph: for each, the names of its own fields. */
  keys(typename: string): readonly ReadonlySet<string>[];
}

/** Reads keys and interface objects from the supergraph's `@join__type` directives. */
export function supergraphTypes(document: DocumentNode, schema: GraphQLSchema): SupergraphTypes {
  const keysByType = new Map<string, ReadonlySet<string>[]>();
  const interfaceObjects = new Set<string>();
  const join = joinDirectives(document);
  for (const definition of document.definitions) {
    if (!('directives' in definition) || !('name' in definition) || !definition.name) continue;
    for (const directive of definition.directives ?? []) {
      if (directive.name.value !== join.type) continue;
      for (const { name, value } of directive.arguments ?? []) {
        if (name.value === 'isInterfaceObject' && value.kind === Kind.BOOLEAN && value.value)
          interfaceObjects.add(definition.name.value);
        if (name.value !== 'key' || value.kind !== Kind.STRING) continue;
        const keys = keysByType.get(definition.name.value) ?? [];
        keysByType.set(definition.name.value, [...keys, new Set(topLevelFields(value.value))]);
      }
    }
  }
  const keys = (typename: string) => keysByType.get(typename) ?? [];
  const mayBeNull = (typename: string, field: string): boolean => {
    const type = schema.getType(typename);
    if (!isObjectType(type) && !isInterfaceType(type)) return true;
    const definition = type.getFields()[field];
    return definition !== undefined && !isNonNullType(definition.type) && !keys(typename).some((key) => key.has(field));
  };
  return { schema, hasInterfaceObjects: interfaceObjects.size > 0, interfaceObjects, mayBeNull, keys };
}

/** The names of a field set's own fields, not of those nested in them. */
function topLevelFields(fieldSet: string): string[] {
  const [operation] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [];
  return operation.selectionSet.selections.flatMap((node) => (node.kind === Kind.FIELD ? [node.name.value] : []));
}
