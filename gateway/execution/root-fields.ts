import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Selections } from './selected-fields.ts';

/** The fields at the root of an operation, whatever its conditions, each with the name of the root's type. */
export function rootFields(
  document: DocumentNode,
  { operation, selectionSet }: OperationDefinitionNode,
  schema: GraphQLSchema,
): { readonly type: string; readonly field: string }[] {
  const root = schema.getRootType(operation);
  if (!root) return [];
  const fields = new Selections(schema, document, () => true).ofType(root, [
    { set: selectionSet, fragment: undefined },
  ]);
  return fields.map(({ node }) => ({ type: root.name, field: node.name.value }));
}
