import type { SubgraphAnswer } from '../../subgraphs/subgraph-client.ts';

/** What one fetch asks for in one request. */
export interface Wanted {
  /** The representations' JSON texts, separated by commas; empty for root fields. */
  readonly texts: string;
  readonly count: number;
  /** JSON text of the variables that come from `@fromContext`, each with a leading comma; empty for none. */
  readonly context: string;
}

/** A fetch that waits for others to be sent with. */
export interface Waiting {
  /** Its place among the fetches that may go together. */
  readonly member: number;
  readonly wanted: Wanted;
  readonly resolve: (answer: SubgraphAnswer | Promise<SubgraphAnswer>) => void;
  readonly reject: (failure: unknown) => void;
}

/** What one run knows of fetches that may go together. */
export interface Gathering {
  /** How many of them have not started. */
  missing: number;
  waiting: Waiting[];
  /** The turn of the event loop that ends the waiting. */
  turn: NodeJS.Immediate | undefined;
}
