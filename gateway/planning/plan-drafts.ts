import type { FetchNode, PlanNode } from '@apollo/query-planner';
import type { Sliced } from '../process/slices.ts';

/** A plan node whose conditions are decided and whose siblings are merged. */
export type Draft = { readonly kind: 'sequence' | 'parallel'; readonly nodes: Draft[] } | FetchDraft;

interface FetchDraft {
  readonly kind: 'fetch';
  readonly node: FetchNode;
  /** Each once, by its text. */
  readonly places: Map<string, string[]>;
  /** The names by which deferred parts say that they wait for it. */
  readonly names: string[];
}

/** A part of a plan that brings what one deferred fragment needs. */
interface DeferredDraft {
  readonly label: string;
  /** The names of the fetches to await. */
  readonly depends: readonly string[];
  readonly draft: Draft | undefined;
}

/** A plan in parts: what the first part of the answer needs, and each deferred part after the one it stands in. */
export interface PlanDraft {
  readonly primary: Draft | undefined;
  readonly deferred: readonly DeferredDraft[];
}

/** What a plan leaves open. */
export interface DraftRules {
  /** Value of the Boolean variable of a Condition node. */
  readonly holds: (variable: string) => boolean;
  /** Whether a subgraph's fetches that differ only in their path become one; default: every one's. */
  readonly merge?: ((subgraph: string) => boolean) | undefined;
}

/**
 * Decides a plan's conditions, drops the planner's index from operation names (so that equal fetches have equal text), and makes
 * siblings that differ only in their path one fetch with several paths.
 */
export function* draftPlan(root: PlanNode, rules: DraftRules): Sliced<PlanDraft> {
  const drafting = new Drafting(rules);
  const primary = yield* drafting.draft(root, []);
  return { primary, deferred: drafting.deferred };
}

class Drafting {
  readonly deferred: DeferredDraft[] = [];
  readonly #holds: DraftRules['holds'];
  readonly #signatures: Signatures;

  constructor({ holds, merge = () => true }: DraftRules) {
    this.#holds = holds;
    this.#signatures = new Signatures(merge);
  }

  *draft(node: PlanNode, path: string[]): Sliced<Draft | undefined> {
    switch (node.kind) {
      case 'Fetch':
        yield;
        return {
          kind: 'fetch',
          node: withoutIndex(node),
          places: new Map([[path.join('.'), path]]),
          names: node.id === undefined ? [] : [node.id],
        };
      case 'Flatten':
        return yield* this.draft(node.node, [...path, ...node.path.map(String)]);
      case 'Condition': {
        const branch = this.#holds(node.condition) ? node.ifClause : node.elseClause;
        return branch && (yield* this.draft(branch, path));
      }
      case 'Sequence':
      case 'Parallel': {
        const nodes: Draft[] = [];
        for (const child of node.nodes) {
          const draft = yield* this.draft(child, path);
          if (draft) nodes.push(draft);
        }
        return yield* this.#group(node.kind === 'Sequence' ? 'sequence' : 'parallel', nodes);
      }
      case 'Defer': {
        const primary = node.primary.node && (yield* this.draft(node.primary.node, path));
        for (const part of node.deferred) {
          const place = this.deferred.length;
          const draft = part.node && (yield* this.draft(part.node, path));
          const depends = part.depends.map(({ id }) => id);
          this.deferred.splice(place, 0, { label: part.label ?? '', depends, draft });
        }
        return primary;
      }
    }
  }

  *#group(kind: 'sequence' | 'parallel', nodes: Draft[]): Sliced<Draft | undefined> {
    const merged = kind === 'parallel' && nodes.length > 1 ? yield* this.#mergedSiblings(nodes) : nodes;
    return merged.length > 1 ? { kind, nodes: merged } : merged[0];
  }

  *#mergedSiblings(nodes: readonly Draft[]): Sliced<Draft[]> {
    const bySignature = new Map<number, Draft>();
    for (const node of nodes) {
      yield;
      const signature = this.#signatures.of(node);
      const twin = bySignature.get(signature);
      if (twin) addPlaces(twin, node);
      else bySignature.set(signature, node);
    }
    return [...bySignature.values()];
  }
}

/** The planner names a fetch `Name__subgraph__3`; the index would make equal fetches differ. */
function withoutIndex(node: FetchNode): FetchNode {
  const name = node.operationName;
  const plain = name?.replace(/__\d+$/, '');
  if (name === undefined || plain === undefined || plain === name) return node;
  return { ...node, operationName: plain, operation: node.operation.replace(name, plain) };
}

/** Numbers that are equal for drafts that differ only in their places. A group's is made of its members' numbers, each found once. */
class Signatures {
  readonly #merge: (subgraph: string) => boolean;
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<Draft, number>();

  constructor(merge: (subgraph: string) => boolean) {
    this.#merge = merge;
  }

  of(draft: Draft): number {
    const known = this.#known.get(draft);
    if (known !== undefined) return known;
    const text =
      draft.kind === 'fetch' ? this.#textOf(draft) : `${draft.kind} ${draft.nodes.map((node) => this.of(node))}`;
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    this.#known.set(draft, number);
    return number;
  }

  #textOf({ node, places }: FetchDraft): string {
    const { id: _, operationDocumentNode: __, ...rest } = node;
    // A fetch of root fields or of a mutation is never repeated for a second place; its place is part of what it is.
    const place = node.requires && this.#merge(node.serviceName) ? '' : [...places.values()];
    return JSON.stringify([rest, place]);
  }
}

function addPlaces(into: Draft, from: Draft): void {
  if (into.kind === 'fetch' && from.kind === 'fetch') {
    for (const [text, path] of from.places) if (!into.places.has(text)) into.places.set(text, path);
    for (const name of from.names) into.names.push(name);
  } else if (into.kind !== 'fetch' && from.kind !== 'fetch') {
    for (const [index, node] of from.nodes.entries()) {
      const twin = into.nodes[index];
      if (twin) addPlaces(twin, node);
    }
  }
}
