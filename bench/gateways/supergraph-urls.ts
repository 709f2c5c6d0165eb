/** A subgraph's place in a supergraph: `@join__graph(name: "…", url: "…")`. */
const GRAPH = /(@join__graph\(name: "([^"]*)", url: ")([^"]*)(")/g;

/** The subgraphs that a supergraph names, and their addresses. */
export function subgraphsOf(supergraphSdl: string): [name: string, url: string][] {
  return [...supergraphSdl.matchAll(GRAPH)].map(([, , name = '', url = '']) => [name, url]);
}

/** The same supergraph with its subgraphs at other addresses. */
export function withUrls(supergraphSdl: string, urlOf: (subgraph: string) => string): string {
  return supergraphSdl.replace(GRAPH, (_all, before, name, _url, after) => before + urlOf(name) + after);
}
