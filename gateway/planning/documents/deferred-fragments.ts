import { type DirectiveNode, Kind, type OperationDefinitionNode, type SelectionSetNode } from 'graphql';
import { argument, isDefer } from './defer-directive.ts';
import { clientLabelOf } from './defer-label.ts';

/** A fragment that is delivered after what stands around it. */
export interface DeferredFragment {
  /** Dense, from 0, in the order of the document. */
  readonly id: number;
  /** Names it in the document that was planned, and in its plan. */
  readonly label: string;
  /** The label that the client gave. */
  readonly clientLabel: string | undefined;
  /** The deferred fragment within which it stands, whatever fields are between them. */
  readonly parent: DeferredFragment | undefined;
}

/** Reads the deferred fragments of a document made by `deferringDocument`, by their labels. */
export function deferredFragments(operation: OperationDefinitionNode): ReadonlyMap<string, DeferredFragment> {
  const fragments = new Map<string, DeferredFragment>();
  const collect = (set: SelectionSetNode, parent: DeferredFragment | undefined): void => {
    for (const node of set.selections) {
      const label = node.kind === Kind.INLINE_FRAGMENT ? deferLabel(node.directives) : undefined;
      let within = parent;
      if (label !== undefined) {
        within = { id: fragments.size, label, clientLabel: clientLabelOf(label), parent };
        fragments.set(label, within);
      }
      if ('selectionSet' in node && node.selectionSet) collect(node.selectionSet, within);
    }
  };
  collect(operation.selectionSet, undefined);
  return fragments;
}

/** The label of the `@defer` among a selection's directives. */
function deferLabel(directives: readonly DirectiveNode[] | undefined): string | undefined {
  if (directives === undefined || directives.length === 0) return undefined;
  const defer = directives.find(isDefer);
  const label = defer && argument(defer, 'label');
  return label?.kind === Kind.STRING ? label.value : undefined;
}
