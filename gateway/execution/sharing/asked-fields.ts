import {
  type GraphQLNamedType,
  type GraphQLSchema,
  isAbstractType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/**
 * Which of some fields a subgraph's document asks for.
 * @param schema of the supergraph, with what clients don't see
 * @param coordinates such as `Query.search`
 */
export function askedFields(
  document: string,
  schema: GraphQLSchema,
  coordinates: Iterable<string>,
): ReadonlySet<string> {
  const fields = [...coordinates].map(
    (coordinate) => [coordinate, ...coordinate.split('.')] as [string, string, string],
  );
  const found = new Set<string>();
  if (fields.length === 0) return found;
  const types = new TypeInfo(schema);
  const enter = ({ name }: { name: { value: string } }) => {
    const parent = types.getParentType();
    for (const [coordinate, type, field] of fields) {
      if (field === name.value && mayBe(schema, parent, schema.getType(type))) found.add(coordinate);
    }
  };
  visit(parse(document), visitWithTypeInfo(types, { Field: enter }));
  return found;
}

/** Whether a value of one type may be of the other. A type that the supergraph does not have, such as `_Entity`, may be any. */
function mayBe(
  schema: GraphQLSchema,
  one: GraphQLNamedType | undefined | null,
  other: GraphQLNamedType | undefined,
): boolean {
  if (!one || one === other) return true;
  if (!other) return false;
  const members = (type: GraphQLNamedType) => (isAbstractType(type) ? schema.getPossibleTypes(type) : [type]);
  const others = members(other);
  return members(one).some((type) => isObjectType(type) && others.includes(type));
}
