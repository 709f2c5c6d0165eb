import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';

/**
 * The document as the planner should see it: `__schema` and `__type` are answered here, so that a plan needs nothing for them. The planner
 * leaves them out itself, but for those in fragments with a condition, at which it fails.
 */
export function withoutIntrospection(document: DocumentNode): DocumentNode {
  return visit(document, {
    FragmentDefinition: (node) => (node.typeCondition.name.value.startsWith('__') ? null : undefined),
    Field: (node) => (isIntrospection(node) ? TYPENAME : undefined),
  });
}

/** Whether a field asks for the schema instead of data. */
export function isIntrospection({ name }: FieldNode): boolean {
  return name.value === '__schema' || name.value === '__type';
}

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };
