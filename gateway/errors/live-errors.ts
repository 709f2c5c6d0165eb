import type { ErrorMeaning } from './error-meaning.ts';

/** Errors of subscriptions and live connections. */
export const liveErrors = {
  SUBSCRIPTION_NEEDS_STREAM: {
    status: 406,
    meaning: 'The operation is a subscription, and the request takes one answer.',
    remedy:
      'Send it by WebSocket (`graphql-transport-ws`) to `/graphql`, or by POST with `accept: text/event-stream` or `accept: multipart/mixed; subscriptionSpec=1.0`; `/op/<name>` takes it with the same `accept`.',
  },
  SUBSCRIPTIONS_OFF: {
    status: 400,
    meaning:
      'The subgraph that would send what is subscribed to is not asked for it: `GATEWAY_SUBSCRIPTIONS` says `off`.',
    remedy: 'Ask by a query now and then.',
  },
  SUBSCRIPTION_LIMIT: {
    status: 429,
    meaning:
      'The connection has `GATEWAY_LIVE_OPERATIONS` operations under way, or the gateway has no room for the subscription: see `GATEWAY_LIVE_UPSTREAMS`, `GATEWAY_LIVE_BYTES` and `GATEWAY_LIVE_SUBSCRIPTIONS`.',
    remedy: 'End some, or ask again later.',
  },
  CONNECTION_LIMIT: {
    status: 503,
    meaning: 'The gateway has as many live connections as `GATEWAY_LIVE_CONNECTIONS` allows.',
    remedy: 'Try again later, or another instance.',
  },
  ORIGIN_FORBIDDEN: {
    status: 403,
    meaning: 'A web page of a foreign origin asked for a live connection; `GATEWAY_LIVE_ORIGINS` names those that may.',
    remedy: 'Have the operator name the page’s origin.',
  },
  SUBSCRIPTION_LOST: {
    status: 502,
    meaning:
      'The subgraph named in `extensions.subgraph` ended the subscription, or could not be reached again within `GATEWAY_SUBSCRIPTION_RETRY_MS`.',
    remedy: 'Subscribe again, with growing waits between tries.',
  },
  SUPERGRAPH_CHANGED: {
    status: 503,
    meaning: 'The supergraph was replaced by one on which the subscription is not valid, or can’t be planned.',
    remedy: 'Subscribe again: the answer says what is wrong with the operation now.',
  },
  SERVER_DRAINING: {
    status: 503,
    meaning: 'This gateway is about to stop, and ends its subscriptions.',
    remedy: 'Subscribe again at once: another instance answers.',
  },
} as const satisfies Record<string, ErrorMeaning>;
