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
 * Whether a subgraph's document asks for a field whose answer only the same person may share.
 * @param schema of the supergraph, with what clients don't see
 * @param personalFields coordinates, such as `Query.search`
 */
export function asksPersonalField(
  document: string,
  schema: GraphQLSchema,
  personalFields: ReadonlySet<string>,
): boolean {
  if (personalFields.size === 0) return false;
  const fields = [...personalFields].map((coordinate) => coordinate.split('.') as [string, string]);
  const types = new TypeInfo(schema);
  let found = false;
  const enter = ({ name }: { name: { value: string } }) => {
    const parent = types.getParentType();
    found ||= fields.some(([type, field]) => field === name.value && mayBe(schema, parent, schema.getType(type)));
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
