import { z } from 'zod';
import { type Setting, wholeNumber } from '../../settings/settings.ts';
import { perSubgraph } from '../settings/per-subgraph.ts';
import { subscriptionRoute } from '../subgraphs/upstreams/route.ts';

const ORIGIN = /^https?:\/\/[^\s/,]+$/;

/** Settings of subscriptions: how they come from subgraphs, and what live connections of clients may cost. */
export const liveSettings = {
  subscriptions: {
    env: 'GATEWAY_SUBSCRIPTIONS',
    meaning:
      'How subgraphs are asked for subscriptions: `ws` (graphql-transport-ws), `sse` (server-sent events) or `off`, at the subgraph’s URL, or at a path or URL given behind a colon; a list such as `ws,content=off,commerce=sse:/graphql/stream` says it by subgraph.',
    schema: perSubgraph(subscriptionRoute, 'ws'),
    default: 'ws',
  },
  subscriptionRetry: {
    env: 'GATEWAY_SUBSCRIPTION_RETRY_MS',
    meaning:
      'How long a subscription that a subgraph lost is tried again, with random waits that grow up to ten seconds, before its clients are told, in milliseconds.',
    schema: wholeNumber(0, 86_400_000),
    default: '60000',
  },
  subscriptionLinger: {
    env: 'GATEWAY_SUBSCRIPTION_LINGER_MS',
    meaning:
      'How long a subgraph’s subscription is kept after its last client left, in milliseconds: a page that is loaded again finds it.',
    schema: wholeNumber(0, 600_000),
    default: '2000',
  },
  liveUpstreams: {
    env: 'GATEWAY_LIVE_UPSTREAMS',
    meaning:
      'Most subscriptions that differ at once, of clients and to subgraphs; equal ones of any number of clients are one.',
    schema: wholeNumber(1, 1_000_000),
    default: '10000',
  },
  liveBytes: {
    env: 'GATEWAY_LIVE_BYTES',
    meaning:
      'Most memory that subscriptions which differ may keep together, in bytes, as estimated from their documents, plans, variables and newest answers; past it new ones are refused, and the largest is ended where an answer grows.',
    schema: wholeNumber(1, 1_000_000_000_000),
    default: '268435456',
  },
  liveSubscriptions: {
    env: 'GATEWAY_LIVE_SUBSCRIPTIONS',
    meaning: 'Most subscriptions of clients at once, equal or not, on all live connections.',
    schema: wholeNumber(1, 10_000_000),
    default: '100000',
  },
  liveConnections: {
    env: 'GATEWAY_LIVE_CONNECTIONS',
    meaning:
      'Most live connections of clients at once: WebSockets and streams together. Callers without a credential have three quarters of these (and of the two above) at most, viewers nine tenths: nobody unknown takes the room of partners.',
    schema: wholeNumber(1, 1_000_000),
    default: '20000',
  },
  liveOperations: {
    env: 'GATEWAY_LIVE_OPERATIONS',
    meaning: 'Most operations that one live connection may have under way.',
    schema: wholeNumber(1, 10_000),
    default: '100',
  },
  liveMessageLimit: {
    env: 'GATEWAY_LIVE_MESSAGE_BYTES',
    meaning: 'Largest message of a client over WebSocket, in bytes.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '262144',
  },
  liveUnsentLimit: {
    env: 'GATEWAY_LIVE_UNSENT_BYTES',
    meaning:
      'How much may wait to be read by one client, in bytes; beyond, of each subscription only the newest message is kept for it, until it has read.',
    schema: wholeNumber(1, 1_000_000_000),
    default: '65536',
  },
  liveHeartbeat: {
    env: 'GATEWAY_LIVE_HEARTBEAT_MS',
    meaning:
      'How often live connections are given a sign of life, in milliseconds: a ping over WebSocket, which must be answered before the next, a comment or an empty part elsewhere. Subgraphs are pinged as often.',
    schema: wholeNumber(10, 600_000),
    default: '15000',
  },
  liveInit: {
    env: 'GATEWAY_LIVE_INIT_MS',
    meaning: 'How long a WebSocket may be open before it says `connection_init`, in milliseconds.',
    schema: wholeNumber(1, 600_000),
    default: '5000',
  },
  liveIdle: {
    env: 'GATEWAY_LIVE_IDLE_MS',
    meaning: 'How long a live connection may be open without any operation, in milliseconds.',
    schema: wholeNumber(1, 86_400_000),
    default: '300000',
  },
  liveOrigins: {
    env: 'GATEWAY_LIVE_ORIGINS',
    meaning:
      'Origins of web pages that may open live connections, beside pages of the gateway’s own host, as `https://app.example,https://shop.example`; `any` for all. Programs that are no browsers send none, and are not meant.',
    schema: z.string().transform((text, context): 'any' | readonly string[] => {
      if (text === 'any') return 'any';
      const origins = text.split(',').map((origin) => origin.trim().toLowerCase());
      const wrong = origins.find((origin) => !ORIGIN.test(origin));
      if (wrong !== undefined)
        context.addIssue({ code: 'custom', message: `${wrong} is no origin, such as https://app.example` });
      return origins;
    }),
  },
} as const satisfies Record<string, Setting<unknown>>;
