/**
 * SDL of a subgraph with types `T0`, `T1` … of one interface, each of which leads to the interface again. `T0` keeps fields to callers who
 * showed a credential.
 * @param count how many types
 */
export function refusingNodes(count: number): string {
  const types = Array.from({ length: count }, (_, index) => {
    const asks = index === 0 ? ' @authenticated' : '';
    return `type T${index} implements Node { id: ID! size(of: [Int!]): Int${asks} up: Node${asks} }`;
  });
  return `type Query { node: Node } interface Node { id: ID! size(of: [Int!]): Int up: Node } ${types.join(' ')}`;
}

/** A query for a node, the one above it, and so on: so many above the first. */
export function nodesAbove(depth: number): string {
  return `{ node { id ${'up { id '.repeat(depth)}${'} '.repeat(depth)} } }`;
}
