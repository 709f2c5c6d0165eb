import type { FetchNode, PlanNode } from '@apollo/query-planner';

/** A plan node whose conditions are decided and whose siblings are merged. */
export type Draft = { kind: 'sequence' | 'parallel'; nodes: Draft[] } | FetchDraft;

interface FetchDraft {
  readonly kind: 'fetch';
  readonly node: FetchNode;
  readonly paths: string[][];
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

/**
 * Decides a plan's conditions, drops the planner's index from operation names (so that equal fetches have equal text), and makes
 * siblings that differ only in their path one fetch with several paths.
 * @param holds value of the Boolean variable of a Condition node
 */
export function draftPlan(root: PlanNode, holds: (variable: string) => boolean): PlanDraft {
  const drafting = new Drafting(holds);
  const primary = drafting.draft(root, []);
  return { primary, deferred: drafting.deferred };
}

class Drafting {
  readonly deferred: DeferredDraft[] = [];
  readonly #holds: (variable: string) => boolean;

  constructor(holds: (variable: string) => boolean) {
    this.#holds = holds;
  }

  draft(node: PlanNode, path: string[]): Draft | undefined {
    switch (node.kind) {
      case 'Fetch':
        return {
          kind: 'fetch',
          node: withoutIndex(node),
          paths: [path],
          names: node.id === undefined ? [] : [node.id],
        };
      case 'Flatten':
        return this.draft(node.node, [...path, ...node.path.map(String)]);
      case 'Condition': {
        const branch = this.#holds(node.condition) ? node.ifClause : node.elseClause;
        return branch && this.draft(branch, path);
      }
      case 'Sequence':
      case 'Parallel': {
        const nodes = node.nodes.map((child) => this.draft(child, path)).filter((child) => child !== undefined);
        return group(node.kind === 'Sequence' ? 'sequence' : 'parallel', nodes);
      }
      case 'Defer': {
        const primary = node.primary.node && this.draft(node.primary.node, path);
        for (const part of node.deferred) {
          const place = this.deferred.length;
          const draft = part.node && this.draft(part.node, path);
          const depends = part.depends.map(({ id }) => id);
          this.deferred.splice(place, 0, { label: part.label ?? '', depends, draft });
        }
        return primary;
      }
    }
  }
}

function group(kind: 'sequence' | 'parallel', nodes: Draft[]): Draft | undefined {
  const merged = kind === 'parallel' ? mergedSiblings(nodes) : nodes;
  return merged.length > 1 ? { kind, nodes: merged } : merged[0];
}

/** The planner names a fetch `Name__subgraph__3`; the index would make equal fetches differ. */
function withoutIndex(node: FetchNode): FetchNode {
  const name = node.operationName;
  const plain = name?.replace(/__\d+$/, '');
  if (name === undefined || plain === undefined || plain === name) return node;
  return { ...node, operationName: plain, operation: node.operation.replace(name, plain) };
}

function mergedSiblings(nodes: readonly Draft[]): Draft[] {
  const bySignature = new Map<string, Draft>();
  for (const node of nodes) {
    const signature = signatureOf(node);
    const twin = bySignature.get(signature);
    if (twin) addPaths(twin, node);
    else bySignature.set(signature, node);
  }
  return [...bySignature.values()];
}

function signatureOf(draft: Draft): string {
  if (draft.kind !== 'fetch') return JSON.stringify([draft.kind, ...draft.nodes.map(signatureOf)]);
  const { id: _, operationDocumentNode: __, ...rest } = draft.node;
  // A fetch of root fields or of a mutation is never repeated for a second place; its place is part of what it is.
  const place = draft.node.requires ? '' : draft.paths;
  return JSON.stringify([rest, place]);
}

function addPaths(into: Draft, from: Draft): void {
  if (into.kind === 'fetch' && from.kind === 'fetch') {
    const known = new Set(into.paths.map((path) => path.join('.')));
    into.paths.push(...from.paths.filter((path) => !known.has(path.join('.'))));
    into.names.push(...from.names);
  } else if (into.kind !== 'fetch' && from.kind !== 'fetch') {
    for (const [index, node] of from.nodes.entries()) {
      const twin = into.nodes[index];
      if (twin) addPaths(twin, node);
    }
  }
}
