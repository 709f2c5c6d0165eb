import type { Utf8Text } from '../utf8-text.ts';

/** One GraphQL request to a subgraph. */
export interface SubgraphQuestion {
  readonly subgraph: string;
  /** JSON text of the request's body. */
  readonly body: Utf8Text;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** The operation's name in the body, for logs. */
  readonly operationName?: string | undefined;
  /** Whether it asks a field whose answer only requests of the same person may share. */
  readonly personal: boolean;
  /** Ids of the plan's fetches that the request answers; for people who want to see what a plan did. */
  readonly fetches: readonly number[];
}

/** A subgraph's GraphQL response, parsed. Others may read the same object: it is never changed. */
export interface SubgraphAnswer {
  /** Its strings are UTF-8 text (`Utf8Text`). */
  readonly data: unknown;
  /** Their strings are plain text. */
  readonly errors: readonly unknown[];
  /** Whether its text holds no backslash, so that none of its strings needs escaping when it is written again. */
  readonly clean: boolean;
}
