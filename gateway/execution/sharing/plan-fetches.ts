import type { FetchNode, PlanNode } from '@apollo/query-planner';

/** Every fetch of a plan, whatever the conditions. */
export function fetchesOf(node: PlanNode | undefined): FetchNode[] {
  switch (node?.kind) {
    case 'Fetch':
      return [node];
    case 'Flatten':
      return fetchesOf(node.node);
    case 'Sequence':
    case 'Parallel':
      return node.nodes.flatMap(fetchesOf);
    case 'Condition':
      return [...fetchesOf(node.ifClause), ...fetchesOf(node.elseClause)];
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)].flatMap(fetchesOf);
    default:
      return [];
  }
}
