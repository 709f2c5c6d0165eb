import { Pool } from 'undici';

/** A subgraph and the connections kept to it. */
export interface Subgraph {
  readonly name: string;
  readonly url: URL;
  readonly pool: Pool;
  /** Longest that one request may take, in milliseconds. */
  readonly timeout: number;
}

/** Bounds on how a subgraph is reached; milliseconds and bytes. */
export interface SubgraphLimits {
  readonly subgraphTimeout: number;
  readonly subgraphResponseLimit: number;
  readonly subgraphConnections: number;
}

/** Makes the pool of connections; none is opened before the first request. Whoever calls it closes the pool. */
export function openSubgraph({ name, url }: { name: string; url: string }, limits: SubgraphLimits): Subgraph {
  const parsed = new URL(url);
  const pool = new Pool(parsed.origin, {
    connections: limits.subgraphConnections,
    maxResponseSize: limits.subgraphResponseLimit,
    // One time limit over the whole request stands in their place.
    headersTimeout: 0,
    bodyTimeout: 0,
    connectTimeout: limits.subgraphTimeout,
    allowH2: false,
  });
  return { name, url: parsed, pool, timeout: limits.subgraphTimeout };
}
