import type { Utf8Text } from '../../utf8-text.ts';

/** A subgraph's HTTP response, its body whole and decoded. */
export interface HttpAnswer {
  readonly status: number;
  /** Valid while it is handed over; whoever keeps it copies it. */
  readonly body: Buffer;
}

/** Why a request is given up: the subgraph took too long, or nobody needs its answer any more. */
export type GivenUp = 'late' | 'left';

/**
 * Is told how a request ended: once, or not at all where it was given up; never before whoever sent it has it in hand. No promise, since
 * each layer that a request goes through would need one of its own, and bodies would have to be copied to outlive the call.
 */
export interface AnswerSink {
  answered(answer: HttpAnswer): void;
  failed(error: unknown): void;
}

/** One request that is under way. */
export interface Sending {
  /** Gives the request up: its sink is told nothing any more. Does nothing once it has ended. */
  abort(why: GivenUp): void;
}

/**
 * Sends one request. It has no deadline of its own: whoever waits decides how long.
 * @param body JSON text
 * @param headers lines of forwarded headers (`headerLines`), beside those that GraphQL over HTTP needs
 */
export type Send = (body: Utf8Text, headers: string, sink: AnswerSink) => Sending;

/**
 * How one subgraph is reached, whatever it takes.
 * @param repeatable whether it may be sent again where it found no answer, as reading changes nothing
 */
export type SubgraphTransport = (...request: [...Parameters<Send>, repeatable: boolean]) => Sending;
