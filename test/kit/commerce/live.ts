import { createClient as createStreamClient } from 'graphql-sse';
import { type Client, createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { SeenError } from '../ask.ts';

/** A message of a subscription, as a client got it. */
export interface Heard {
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
  readonly data?: any;
  readonly errors?: readonly SeenError[];
}

/** A subscription of a test; its messages are taken one after the other. */
export interface Subscription extends AsyncDisposable {
  /** The next message; undefined where the subscription is over. */
  next(): Promise<Heard | undefined>;
}

/** A client of subscriptions of either protocol, which does not come back by itself. */
export interface LiveClient extends AsyncDisposable {
  subscribe(query: string, variables?: Record<string, unknown>): Subscription;
}

/** Speaks graphql-transport-ws. */
export function overWebSocket(
  origin: string,
  options: { readonly closed?: (event: unknown) => void } = {},
): LiveClient {
  const client: Client = createClient({
    url: `${origin.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    onNonLazyError: () => {},
    ...(options.closed && { on: { closed: options.closed } }),
  });
  return {
    subscribe: (query, variables = {}) => subscription(client.iterate({ query, variables })),
    [Symbol.asyncDispose]: async () => client.dispose(),
  };
}

/** Reads server-sent events, a connection for each subscription. */
export function overEventStream(origin: string): LiveClient {
  const client = createStreamClient({ url: `${origin}/graphql`, retryAttempts: 0 });
  return {
    subscribe: (query, variables = {}) => subscription(client.iterate({ query, variables })),
    [Symbol.asyncDispose]: async () => client.dispose(),
  };
}

function subscription(messages: AsyncIterableIterator<unknown>): Subscription {
  return {
    next: async () => {
      const { value, done } = await messages.next();
      return done ? undefined : (value as Heard);
    },
    [Symbol.asyncDispose]: async () => {
      await messages.return?.();
    },
  };
}
