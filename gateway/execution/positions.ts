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
import type { FetchStep, PlanPath } from '../planning/plan-steps.ts';

/** One place at which an entity fetch puts what it brings. */
export interface Placement {
  /** Dense, from 0, over all fetches of the plan. */
  readonly id: number;
  readonly fetch: FetchStep;
  readonly path: PlanPath;
  readonly position: Position;
}

/**
 * Where the fields of an object at a position come from: `data` is a fetch of root fields, `inherit` a field of a
 * provider of the parent position, `entity` what an entity fetch brought for the object.
 */
export interface Provider {
  readonly kind: 'data' | 'inherit' | 'entity';
  readonly position: Position;
  readonly fetch: FetchStep;
  readonly from?: Provider;
  readonly placement?: Placement;
  /** Whether it is there for every object of the position, whatever the types on the way. */
  certain: boolean;
}

/** A provider that selects a field; `always` when it does so for every object of the position. */
interface FieldSource {
  readonly provider: Provider;
  readonly always: boolean;
}

/** A place in the answer: all objects reached by one sequence of response keys. */
export class Position {
  readonly parent: Position | undefined;
  readonly key: string;
  readonly children = new Map<string, Position>();
  readonly providers: Provider[] = [];
  readonly fields = new Map<string, FieldSource[]>();
  /** Fields that a fetch selects only under conditions that do not hold. */
  readonly excluded = new Set<string>();

  constructor(parent?: Position, key = '') {
    this.parent = parent;
    this.key = key;
  }

  child(key: string): Position {
    let child = this.children.get(key);
    if (!child) {
      child = new Position(this, key);
      this.children.set(key, child);
    }
    return child;
  }

  /**
   * Providers of a field in the order to ask them. Where an object itself always carries the field, what an entity fetch
   * brought for that object could only repeat it and is left out.
   */
  sourcesOf(key: string, among: (provider: Provider) => boolean): Provider[] {
    const sources = (this.fields.get(key) ?? []).filter(({ provider }) => among(provider));
    const carried = sources.some(({ provider, always }) => always && provider.kind !== 'entity');
    return sources.map(({ provider }) => provider).filter((provider) => !carried || provider.kind !== 'entity');
  }

  /** Every provider of a field, latest first: whoever came later knows an interface object's type better. */
  typenameSources(among: (provider: Provider) => boolean): Provider[] {
    const sources = this.fields.get('__typename') ?? [];
    return sources
      .map(({ provider }) => provider)
      .filter(among)
      .reverse();
  }
}

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
export function positionsOf(fetches: readonly FetchStep[], included: Included): PositionTree {
  const root = new Position();
  let placementCount = 0;
  const placements = fetches.map((fetch) => {
    const selection = new FetchSelection(fetch, included);
    const places: Placement[] = [];
    for (const path of fetch.paths) {
      let position = root;
      for (const key of path) if (key !== '@') position = position.child(key);
      const placement = { id: placementCount++, fetch, path, position };
      places.push(placement);
      const kind = fetch.requires ? 'entity' : 'data';
      selection.registerAt({ kind, position, fetch, placement, certain: kind === 'data' });
    }
    return places;
  });
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

  registerAt(provider: Provider): void {
    provider.position.providers.push(provider);
    for (const node of this.#operation.selectionSet.selections) {
      if (provider.kind === 'data') continue;
      if (node.kind === Kind.FIELD && node.selectionSet) this.#register(provider, node.selectionSet, false);
    }
    if (provider.kind === 'data') this.#register(provider, this.#operation.selectionSet, true);
  }

  #register(provider: Provider, set: SelectionSetNode, always: boolean): void {
    const { position } = provider;
    for (const node of set.selections) {
      if (!this.#included(node)) {
        this.#exclude(position, [node]);
      } else if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        const key = this.#renamed.get(name) ?? name;
        const carried = always && key === name && provider.certain;
        addSource(position, key, provider, carried);
        if (!node.selectionSet) continue;
        this.#register(inherited(position.child(key), provider, carried), node.selectionSet, true);
      } else {
        const fragment = this.#fragment(node);
        if (fragment) this.#register(provider, fragment.selectionSet, always && !fragment.typeCondition);
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

function addSource(position: Position, key: string, provider: Provider, always: boolean): void {
  const sources = position.fields.get(key);
  const known = sources?.findIndex((source) => source.provider === provider) ?? -1;
  if (!sources) position.fields.set(key, [{ provider, always }]);
  else if (known < 0) sources.push({ provider, always });
  else if (always) sources[known] = { provider, always };
}

function inherited(position: Position, from: Provider, certain: boolean): Provider {
  const known = position.providers.find((provider) => provider.from === from);
  if (known) {
    known.certain ||= certain;
    return known;
  }
  const provider: Provider = { kind: 'inherit', position, fetch: from.fetch, from, certain };
  position.providers.push(provider);
  return provider;
}
