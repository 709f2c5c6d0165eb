import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/**
 * The document with the conditions of fragments put on the fields within them. The planner fails at some fragments with a condition, on
 * types of an interface object, with an error that is none of the client's. Where a field has a condition of the same kind already it keeps
 * that alone: then more is fetched than asked, which the answer leaves out.
 */
export function withConditionsOnFields(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node);
  }
  const spread = (set: SelectionSetNode, outer: readonly DirectiveNode[]): SelectionSetNode => ({
    kind: Kind.SELECTION_SET,
    selections: set.selections.flatMap((node): SelectionNode[] => {
      const directives = joined(node.directives ?? [], outer);
      if (node.kind === Kind.FIELD) {
        return [{ ...node, directives, selectionSet: node.selectionSet && spread(node.selectionSet, []) }];
      }
      const fragment = node.kind === Kind.INLINE_FRAGMENT ? node : fragments.get(node.name.value);
      if (!fragment) return [];
      const { typeCondition } = fragment;
      return [{ kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet: spread(fragment.selectionSet, directives) }];
    }),
  });
  const definitions = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [{ ...node, selectionSet: spread(node.selectionSet, []) }] : [],
  );
  return { kind: Kind.DOCUMENT, definitions };
}

function joined(own: readonly DirectiveNode[], outer: readonly DirectiveNode[]): DirectiveNode[] {
  return [...own, ...outer.filter(({ name }) => !own.some((each) => each.name.value === name.value))];
}
