import { type DocumentNode, Kind, type SelectionNode, type SelectionSetNode, visit } from 'graphql';

const TYPENAME: SelectionNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/**
 * A document with `__typename` last in every selection but the operation's own, as Apollo Client asks for it before it sends one.
 * https://www.apollographql.com/docs/react/api/cache/InMemoryCache#addtypename
 */
export function withTypenames(document: DocumentNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      enter(set, _key, parent) {
        const isRoot = parent && 'kind' in parent && parent.kind === Kind.OPERATION_DEFINITION;
        return isRoot || asksMeta(set) ? undefined : { ...set, selections: [...set.selections, TYPENAME] };
      },
    },
  });
}

/** Whether it has its `__typename` already, or is one of introspection. */
function asksMeta({ selections }: SelectionSetNode): boolean {
  return selections.some((selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'));
}
