import type { FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { Gauge } from 'prom-client';
import type { Claims } from '../claims/claims.ts';
import type { ClaimsReader } from '../claims/claims-reader.ts';
import type { SubgraphMetrics } from '../metrics.ts';
import { serveEventStreams } from './event-streams.ts';
import { Slots } from './slots.ts';
import { createSubscriptions } from './subscriptions.ts';
import { serveWebSockets } from './websockets.ts';

/** How much may be open at once. */
export interface LiveLimits {
  readonly subscriptions: number;
  /** Subscriptions of one WebSocket. */
  readonly perConnection: number;
  /** WebSockets. */
  readonly connections: number;
  /** What all subscriptions keep, in bytes. */
  readonly bytes: number;
}

/**
 * Serves a schema's subscriptions over WebSocket and as server-sent events; closing the server ends them in a way at which clients come
 * back. Mercurius's own subscriptions neither validate a document nor bound what a client opens.
 */
export function serveSubscriptions<Context>(
  app: FastifyInstance,
  options: LiveLimits & {
    readonly schema: GraphQLSchema;
    readonly path: string;
    readonly contextOf: (claims: Claims) => Context | Promise<Context>;
    readonly metrics: SubgraphMetrics;
    /** Reads who asks; absent where everyone is answered. */
    readonly claims: ClaimsReader | undefined;
  },
): void {
  const { schema, path, contextOf, connections, perConnection, metrics } = options;
  const slots = new Slots(options.subscriptions);
  const subscriptions = createSubscriptions({ schema, contextOf, slots, room: new Slots(options.bytes), log: app.log });
  const endSockets = serveWebSockets({
    server: app.server,
    path,
    subscriptions,
    connections,
    perConnection,
    claims: options.claims,
    log: app.log,
  });
  const endStreams = serveEventStreams(app, { path, subscriptions });
  new Gauge({
    name: 'subscriptions_open',
    help: 'Subscriptions that are open',
    registers: [metrics.registry],
    collect() {
      this.set(slots.taken);
    },
  });
  app.addHook('preClose', async () => {
    endStreams();
    await endSockets();
  });
}
