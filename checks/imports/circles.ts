/**
 * Circles of imports: for each file in one, a shortest way back to itself; each set of files is told once.
 * @param graph for each file, the files that it imports
 * @returns each circle as a way that ends where it began
 */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const bySet = new Map<string, string[]>();
  for (const file of graph.keys()) {
    const way = wayBack(file, graph);
    const key = way ? [...new Set(way)].sort().join('\n') : '';
    if (way && !bySet.has(key)) bySet.set(key, way);
  }
  return [...bySet.values()];
}

/** Breadth first, so that the first way found is a shortest. */
function wayBack(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const ways = [[start]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const next of graph.get(way.at(-1) ?? start) ?? []) {
      if (next === start) return [...way, start];
      if (!seen.has(next)) ways.push([...way, next]);
      seen.add(next);
    }
  }
  return undefined;
}
