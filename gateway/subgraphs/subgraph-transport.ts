/** A subgraph's HTTP response, its body whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** One request that is under way. */
export interface Sending {
  readonly answer: Promise<HttpAnswer>;
  /** Gives the request up; `answer` then rejects. Does nothing once it is settled. */
  abort(): void;
}

/**
 * How one subgraph is reached. It has no deadline of its own: whoever waits decides how long.
 * @param body JSON text
 * @param headers forwarded headers, beside those that GraphQL over HTTP needs
 */
export type SubgraphTransport = (body: string, headers: Readonly<Record<string, string>>) => Sending;
