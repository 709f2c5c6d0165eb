import type {
  FetchDataKeyRenamer,
  FetchDataRewrite,
  FetchNode,
  PlanNode,
  QueryPlanSelectionNode,
} from '@apollo/query-planner';

/** A response path of a query plan: response keys, and `@` where every item of a list is meant. */
export type PlanPath = readonly string[];

/** One request to one subgraph; with `requires`, an `_entities` request for the objects found at `paths`. */
export interface FetchStep {
  readonly kind: 'fetch';
  /** Position in the plan: dense, from 0, in the plan's order. */
  readonly id: number;
  readonly subgraph: string;
  readonly operation: string;
  readonly operationName: string | undefined;
  readonly operationKind: 'query' | 'mutation' | 'subscription';
  readonly variables: readonly string[];
  readonly requires: readonly QueryPlanSelectionNode[] | undefined;
  /** Where its data belongs; `[[]]` for a fetch of root fields. */
  readonly paths: readonly PlanPath[];
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly outputRewrites: readonly FetchDataRewrite[];
  readonly contextRewrites: readonly FetchDataKeyRenamer[];
  /** Fetches whose answers are known to be there when this one starts. */
  readonly after: ReadonlySet<number>;
}

export type PlanStep =
  | { readonly kind: 'sequence'; readonly steps: readonly PlanStep[] }
  | { readonly kind: 'parallel'; readonly steps: readonly PlanStep[] }
  | FetchStep;

/** A plan node whose conditions are decided and whose siblings are merged. */
type Draft = { kind: 'sequence' | 'parallel'; nodes: Draft[] } | { kind: 'fetch'; node: FetchNode; paths: string[][] };

/** What is to be run: nothing where nothing is to be fetched; every fetch stands at its id. */
export interface PlannedSteps {
  readonly root: PlanStep | undefined;
  readonly fetches: readonly FetchStep[];
}

/**
 * Turns Apollo's plan into steps: conditions decided, the planner's index dropped from operation names (so that equal
 * fetches have equal text), and siblings that differ only in their path made one fetch with several paths.
 * @param roots the plans of one operation: usually one; several where its required fields contradict each other
 * @param conditionHolds value of the Boolean variable of a Condition node
 * @returns the step to run, or undefined where nothing is to be fetched, and every fetch by its id
 */
export function planSteps(roots: readonly PlanNode[], conditionHolds: (variable: string) => boolean): PlannedSteps {
  const fetches: FetchStep[] = [];
  const steps: PlanStep[] = [];
  for (const root of roots) {
    const draft = draftOf(root, [], conditionHolds);
    if (draft) steps.push(number(draft, new Set(), fetches));
  }
  return { root: steps.length > 1 ? { kind: 'parallel', steps } : steps[0], fetches };
}

function draftOf(node: PlanNode, path: string[], holds: (variable: string) => boolean): Draft | undefined {
  switch (node.kind) {
    case 'Fetch':
      return { kind: 'fetch', node: withoutIndex(node), paths: [path] };
    case 'Flatten':
      return draftOf(node.node, [...path, ...node.path.map(String)], holds);
    case 'Condition': {
      const branch = holds(node.condition) ? node.ifClause : node.elseClause;
      return branch && draftOf(branch, path, holds);
    }
    case 'Sequence':
    case 'Parallel': {
      const nodes = node.nodes.map((child) => draftOf(child, path, holds)).filter((child) => child !== undefined);
      return group(node.kind === 'Sequence' ? 'sequence' : 'parallel', nodes);
    }
    case 'Defer': {
      const deferred = node.deferred.map((part) => part.node && draftOf(part.node, path, holds));
      const rest = group(
        'parallel',
        deferred.filter((part) => part !== undefined),
      );
      const primary = node.primary.node && draftOf(node.primary.node, path, holds);
      return group(
        'sequence',
        [primary, rest].filter((part) => part !== undefined),
      );
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
  } else if (into.kind !== 'fetch' && from.kind !== 'fetch') {
    for (const [index, node] of from.nodes.entries()) {
      const twin = into.nodes[index];
      if (twin) addPaths(twin, node);
    }
  }
}

/** Gives each fetch its id and the set of fetches that come before it; `done` grows by the fetches of `draft`. */
function number(draft: Draft, done: Set<number>, fetches: FetchStep[]): PlanStep {
  if (draft.kind === 'fetch') {
    const step = fetchStep(draft.node, draft.paths, fetches.length, new Set(done));
    fetches.push(step);
    done.add(step.id);
    return step;
  }
  if (draft.kind === 'sequence') {
    return { kind: 'sequence', steps: draft.nodes.map((node) => number(node, done, fetches)) };
  }
  const atStart = new Set(done);
  const steps = draft.nodes.map((node) => {
    const mine = new Set(atStart);
    const step = number(node, mine, fetches);
    for (const id of mine) done.add(id);
    return step;
  });
  return { kind: 'parallel', steps };
}

function fetchStep(node: FetchNode, paths: string[][], id: number, after: ReadonlySet<number>): FetchStep {
  return {
    kind: 'fetch',
    id,
    subgraph: node.serviceName,
    operation: node.operation,
    operationName: node.operationName,
    operationKind: node.operationKind,
    variables: node.variableUsages ?? [],
    requires: node.requires,
    paths,
    inputRewrites: node.inputRewrites ?? [],
    outputRewrites: node.outputRewrites ?? [],
    contextRewrites: node.contextRewrites ?? [],
    after,
  };
}
