import type { FetchNode, PlanNode } from '@apollo/query-planner';
import { type DocumentNode, GraphQLError, Kind, parse, type SelectionSetNode } from 'graphql';

/** A fetch, and where its data belongs: the response keys of the way there, without lists. */
interface PlacedFetch {
  readonly node: FetchNode;
  readonly path: readonly string[];
}

/**
 * The plan with every fetch after those that bring what it takes from a context (`@fromContext`). The planner runs such fetches side by
 * side where the context's field comes from another subgraph than the object that it is set on: the argument would be left out.
 * @throws {GraphQLError} for a plan in parts that takes anything from contexts: what a part waits for says nothing of them
 */
export function inContextOrder(plan: PlanNode): PlanNode {
  if (!fetchesOf(plan).some(({ node }) => node.contextRewrites?.length)) return plan;
  if (isInParts(plan)) throw new GraphQLError('What is set from a context cannot be deferred.');
  return ordered(plan, [], []);
}

function isInParts(plan: PlanNode): boolean {
  if (plan.kind !== 'Condition') return plan.kind === 'Defer';
  return [plan.ifClause, plan.elseClause].some((clause) => clause && isInParts(clause));
}

/** @param earlier the fetches whose answers are there when the node starts */
function ordered(node: PlanNode, path: readonly string[], earlier: readonly PlacedFetch[]): PlanNode {
  switch (node.kind) {
    case 'Flatten':
      return { ...node, node: ordered(node.node, [...path, ...keysOf(node.path)], earlier) as typeof node.node };
    case 'Condition': {
      const clause = (part: PlanNode | undefined) => part && ordered(part, path, earlier);
      return { ...node, ifClause: clause(node.ifClause), elseClause: clause(node.elseClause) } as PlanNode;
    }
    case 'Sequence': {
      const done = [...earlier];
      const nodes = node.nodes.map((child) => {
        const step = ordered(child, path, done);
        done.push(...fetchesOf(child, path));
        return step;
      });
      return { ...node, nodes };
    }
    case 'Parallel':
      return parallel(node.nodes, path, earlier);
    default:
      return node;
  }
}

function parallel(nodes: readonly PlanNode[], path: readonly string[], earlier: readonly PlacedFetch[]): PlanNode {
  const fetches = nodes.map((node) => fetchesOf(node, path));
  const needs = fetches.map((own) => own.flatMap(takenPaths).filter((taken) => !brings([...earlier, ...own], taken)));
  const first: PlanNode[] = [];
  const waiting: PlanNode[] = [];
  const bringing: PlacedFetch[] = [];
  for (const [index, node] of nodes.entries()) {
    const waits = needs[index]?.some((taken) =>
      fetches.some((others, other) => other !== index && brings(others, taken)),
    );
    (waits ? waiting : first).push(node);
    if (!waits) bringing.push(...(fetches[index] ?? []));
  }
  const steps = first.map((node) => ordered(node, path, earlier));
  if (waiting.length === 0 || first.length === 0) return { kind: 'Parallel', nodes: [...steps, ...waiting] };
  const rest = parallel(waiting, path, [...earlier, ...bringing]);
  return { kind: 'Sequence', nodes: [{ kind: 'Parallel', nodes: steps }, rest] };
}

/** Every fetch of a plan. */
function fetchesOf(node: PlanNode, path: readonly string[] = []): PlacedFetch[] {
  switch (node.kind) {
    case 'Fetch':
      return [{ node, path }];
    case 'Flatten':
      return fetchesOf(node.node, [...path, ...keysOf(node.path)]);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((clause) => (clause ? fetchesOf(clause, path) : []));
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap((child) => fetchesOf(child, path));
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)].flatMap((part) =>
        part ? fetchesOf(part, path) : [],
      );
  }
}

/** Where the fields stand that a fetch takes from contexts. */
function takenPaths({ node, path }: PlacedFetch): string[][] {
  return (node.contextRewrites ?? []).map((rewrite) => {
    const up = rewrite.path.filter((step) => step === '..').length;
    const down = rewrite.path.filter((step) => step !== '..' && !step.startsWith('... '));
    return [...path.slice(0, path.length - up), ...down];
  });
}

function brings(fetches: readonly PlacedFetch[], path: readonly string[]): boolean {
  return fetches.some((fetch) => {
    if (!fetch.path.every((key, depth) => path[depth] === key)) return false;
    const document = parse(fetch.node.operation, { noLocation: true });
    const [operation] = document.definitions;
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return false;
    const below = path.slice(fetch.path.length);
    return selects(operation.selectionSet, fetch.node.requires ? ['_entities', ...below] : below, document);
  });
}

function selects(set: SelectionSetNode | undefined, path: readonly string[], document: DocumentNode): boolean {
  const [key, ...below] = path;
  if (key === undefined) return true;
  return (set?.selections ?? []).some((node) => {
    if (node.kind === Kind.FIELD) {
      return (node.alias ?? node.name).value === key && selects(node.selectionSet, below, document);
    }
    if (node.kind === Kind.INLINE_FRAGMENT) return selects(node.selectionSet, path, document);
    return document.definitions.some(
      (definition) =>
        definition.kind === Kind.FRAGMENT_DEFINITION &&
        definition.name.value === node.name.value &&
        selects(definition.selectionSet, path, document),
    );
  });
}

function keysOf(path: readonly (string | number)[]): string[] {
  return path.map(String).filter((step) => step !== '@');
}
