import type { ToldError } from '../execution/told-errors.ts';

/** One message of a subscription, encoded: the same for all who read it. */
export interface LiveMessage {
  /** A GraphQL response as JSON, in UTF-8. */
  readonly body: Buffer;
  /** What it costs each who reads it. */
  readonly cost?: number;
}

/** One client's subscription, as its door delivers it. */
export interface Subscriber {
  /** Takes a message. It must not wait for its client; of messages that the client does not read in time the newest is enough. */
  next(message: LiveMessage): void;
  /** Takes the end, after which nothing comes. @param errors why it ends; none where it is complete */
  end(errors: readonly ToldError[]): void;
}
