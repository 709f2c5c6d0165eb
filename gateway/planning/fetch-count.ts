import type { PlanNode } from '@apollo/query-planner';

/** How many fetches plans have together: on both sides of conditions, and equal ones each for itself. */
export function fetchCount(plans: readonly PlanNode[]): number {
  const open = [...plans];
  let count = 0;
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.kind === 'Fetch') count++;
    for (const child of childrenOf(node)) if (child) open.push(child);
  }
  return count;
}

function childrenOf(node: PlanNode): readonly (PlanNode | undefined)[] {
  switch (node.kind) {
    case 'Fetch':
      return [];
    case 'Flatten':
      return [node.node];
    case 'Condition':
      return [node.ifClause, node.elseClause];
    case 'Sequence':
    case 'Parallel':
      return node.nodes;
    case 'Defer':
      return [node.primary.node, ...node.deferred.map((part) => part.node)];
  }
}
