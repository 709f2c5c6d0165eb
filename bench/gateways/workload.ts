/** Answers what a gateway asks a subgraph: the body of the response, for the body of a request. */
export type Subgraph = (body: string) => Promise<Buffer>;

/** One request that clients send, and the subgraphs that it needs. */
export interface Workload {
  readonly name: string;
  /** The composed schema; its subgraphs' addresses are replaced. */
  readonly supergraphSdl: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly subgraphs: ReadonlyMap<string, Subgraph>;
  /** Whether the subgraphs tell their SDL in Federation 1, which can express them. */
  readonly inFederation1: boolean;
}

/** Who the clients are: each request somebody else's, so that nothing may be shared between two, or all the same. */
export type Mode = 'unshared' | 'alike';

export const MODES: readonly Mode[] = ['unshared', 'alike'];

/** The header that tells requests apart. Every gateway forwards it to the subgraphs, as it may change their answers. */
export const VIEWER_HEADER = 'x-redcat-viewer';
