/** The header in which subgraphs are told who asks. */
export const CLAIMS_HEADER = 'x-redcat-claims';

/** What subgraphs are told of a caller, signed by the gateway. */
export interface SignedClaims {
  /** Equal for callers of whom the same is said. */
  readonly identity: string;
  /** A token for one subgraph alone, which holds for a few seconds at least. */
  tokenFor(subgraph: string): string;
}
