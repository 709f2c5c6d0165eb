import {
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type InlineFragmentNode,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { FetchStep } from '../../planning/plan-steps.ts';
import type { Sliced } from '../../process/slices.ts';
import { type Placement, Position, type Provider } from './position.ts';

/** The tree of positions that a plan fills. */
export interface PositionTree {
  readonly root: Position;
  /** Per fetch id, its places; empty for fetches of root fields at the root. */
  readonly placements: readonly (readonly Placement[])[];
}

/**
 * Finds, for every place in the answer, which fetches provide which of its fields.
 * @param included whether a selection with these directives is part of the operation, the conditions' values being known
 */
export function* positionsOf(fetches: readonly FetchStep[], included: Included): Sliced<PositionTree> {
  const root = new Position();
  root.keepRows();
  let placementCount = 0;
  const placements: Placement[][] = [];
  for (const fetch of fetches) {
    const selection = new FetchSelection(fetch, included);
    const places: Placement[] = [];
    for (const path of fetch.paths) {
      yield;
      let position = root;
      for (const key of path) if (key !== '@') position = position.child(key);
      const placement = { id: placementCount++, fetch, path, position };
      places.push(placement);
      position.keepRows();
      selection.register(position.addPlaced(fetch.requires ? 'entity' : 'data', placement));
    }
    placements.push(places);
  }
  return { root, placements };
}

/** Whether the directives of a selection let it be part of the operation. */
export type Included = (node: {
  readonly directives?: SelectionSetNode['selections'][number]['directives'];
}) => boolean;

/** The selection of one fetch's operation, read from its text. */
class FetchSelection {
  readonly #included: Included;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #operation: OperationDefinitionNode;
  /** Aliases that the planner made for fields that cannot merge; the fetch's answer is renamed back on arrival. */
  readonly #renamed = new Map<string, string>();

  constructor(fetch: FetchStep, included: Included) {
    this.#included = included;
    let operation: OperationDefinitionNode | undefined;
    for (const definition of parse(fetch.operation, { noLocation: true }).definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
      else if (definition.kind === Kind.OPERATION_DEFINITION) operation = definition;
    }
    if (!operation) throw new Error(`The plan's fetch from ${fetch.subgraph} has no operation`);
    this.#operation = operation;
    for (const rewrite of fetch.outputRewrites) {
      if (rewrite.kind === 'KeyRenamer') this.#renamed.set(rewrite.path.at(-1) ?? '', rewrite.renameKeyTo);
    }
  }

  register(provider: Provider): void {
    for (const node of this.#operation.selectionSet.selections) {
      if (provider.kind === 'data') continue;
      if (node.kind === Kind.FIELD && node.selectionSet) this.#register(provider, node.selectionSet, false, []);
    }
    if (provider.kind === 'data') this.#register(provider, this.#operation.selectionSet, true, []);
  }

  #register(provider: Provider, set: SelectionSetNode, always: boolean, conditions: readonly string[]): void {
    const { position } = provider;
    for (const node of set.selections) {
      if (!this.#included(node)) {
        this.#exclude(position, [node]);
      } else if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        const key = this.#renamed.get(name) ?? name;
        const carried = always && key === name && provider.certain;
        position.addSource(key, provider, carried, conditions);
        if (!node.selectionSet) continue;
        this.#register(position.child(key).addInherited(provider, carried), node.selectionSet, true, []);
      } else {
        const fragment = this.#fragment(node);
        if (!fragment) continue;
        const condition = fragment.typeCondition?.name.value;
        const within = condition === undefined ? conditions : [...conditions, condition];
        this.#register(provider, fragment.selectionSet, always && condition === undefined, within);
      }
    }
  }

  #exclude(position: Position, nodes: readonly SelectionNode[]): void {
    for (const node of nodes) {
      if (node.kind === Kind.FIELD) {
        const key = node.alias?.value ?? node.name.value;
        position.excluded.add(key);
        if (node.selectionSet) this.#exclude(position.child(key), node.selectionSet.selections);
      } else {
        this.#exclude(position, this.#fragment(node)?.selectionSet.selections ?? []);
      }
    }
  }

  #fragment(node: InlineFragmentNode | FragmentSpreadNode): InlineFragmentNode | FragmentDefinitionNode | undefined {
    return node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
  }
}
