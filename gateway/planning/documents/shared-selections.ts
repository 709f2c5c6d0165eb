import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLNamedType,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
  visit,
} from 'graphql';

/**
 * Selections that several fields of a document share, as fragments: so the document's text stays short on its way to the planner. The planner
 * is slow at fragments within fragments; it gets them put in place.
 */
export class SharedSelections {
  readonly fragments: FragmentDefinitionNode[] = [];
  readonly #taken: (name: string) => boolean;

  /** @param taken whether the document has a fragment of that name */
  constructor(taken: (name: string) => boolean) {
    this.#taken = taken;
  }

  /** Makes a selection a fragment, and spreads that. */
  share(set: SelectionSetNode, type: GraphQLNamedType): SelectionSetNode {
    let text = PREFIX + this.fragments.length;
    while (this.#taken(text)) text += '_';
    const name = { kind: Kind.NAME, value: text } as const;
    const typeCondition = { kind: Kind.NAMED_TYPE, name: { kind: Kind.NAME, value: type.name } } as const;
    this.fragments.push({ kind: Kind.FRAGMENT_DEFINITION, name, typeCondition, selectionSet: set });
    return { kind: Kind.SELECTION_SET, selections: [{ kind: Kind.FRAGMENT_SPREAD, name }] };
  }
}

/** The document with what fields share in its place, where it is one object of memory still. */
export function withSharedInPlace(document: DocumentNode): DocumentNode {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION && isShared(node)) fragments.set(node.name.value, node);
  }
  if (fragments.size === 0) return document;
  const placed = new Map<FragmentDefinitionNode, SelectionSetNode>();
  const place = (fragment: FragmentDefinitionNode): SelectionSetNode => {
    const set = placed.get(fragment) ?? visit(fragment.selectionSet, { FragmentSpread: { leave } });
    placed.set(fragment, set);
    return set;
  };
  const leave = ({ name, directives }: FragmentSpreadNode): InlineFragmentNode | undefined => {
    const fragment = fragments.get(name.value);
    if (!fragment) return undefined;
    const { typeCondition } = fragment;
    return { kind: Kind.INLINE_FRAGMENT, typeCondition, directives, selectionSet: place(fragment) };
  };
  const definitions = document.definitions.filter((node) => node.kind !== Kind.FRAGMENT_DEFINITION || !isShared(node));
  return visit({ ...document, definitions }, { FragmentSpread: { leave } });
}

/** A client's fragment of such a name is put in place, too. */
const PREFIX = '__Shared';

function isShared({ name }: FragmentDefinitionNode): boolean {
  return name.value.startsWith(PREFIX);
}
