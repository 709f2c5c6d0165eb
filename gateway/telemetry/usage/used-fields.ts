import { type DocumentNode, type GraphQLSchema, getOperationAST, TypeInfo, visit, visitWithTypeInfo } from 'graphql';

/**
 * The schema coordinates of what an operation asks: its fields, as `Product.price`, and the arguments that it gives, as `Query.note(id:)`.
 * https://spec.graphql.org/draft/#sec-Schema-Coordinates
 * @param document valid against the schema
 * @param operationName of a document with several operations; fragments count for each of them
 */
export function usedFields(
  document: DocumentNode,
  operationName: string | undefined,
  schema: GraphQLSchema,
): readonly string[] {
  const coordinates = new Set<string>();
  const types = new TypeInfo(schema);
  const operation = getOperationAST(document, operationName);
  const visitor = visitWithTypeInfo(types, {
    OperationDefinition: (node) => (node === operation ? undefined : false),
    Field(node) {
      const parent = types.getParentType()?.name;
      const { name, arguments: given = [] } = node;
      if (parent === undefined || name.value.startsWith('__')) return false;
      coordinates.add(`${parent}.${name.value}`);
      for (const argument of given) coordinates.add(`${parent}.${name.value}(${argument.name.value}:)`);
      return undefined;
    },
  });
  visit(document, visitor);
  return [...coordinates].sort();
}
