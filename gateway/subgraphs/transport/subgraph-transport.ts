/** A subgraph's HTTP response, its body whole and decoded. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: Buffer;
}

/** Why a request is given up: the subgraph took too long, or nobody needs its answer any more. */
export type GivenUp = 'late' | 'left';

/** One request that is under way. */
export interface Sending {
  readonly answer: Promise<HttpAnswer>;
  /** Gives the request up; `answer` then rejects. Does nothing once it is settled. */
  abort(why: GivenUp): void;
}

/**
 * Sends one request. It has no deadline of its own: whoever waits decides how long.
 * @param body JSON text
 * @param headers forwarded headers, beside those that GraphQL over HTTP needs
 */
export type Send = (body: string, headers: Readonly<Record<string, string>>) => Sending;

/**
 * How one subgraph is reached, whatever it takes.
 * @param repeatable whether it may be sent again where it found no answer, as reading changes nothing
 */
export type SubgraphTransport = (...request: [...Parameters<Send>, repeatable: boolean]) => Sending;
