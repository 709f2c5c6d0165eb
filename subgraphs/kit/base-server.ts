import Fastify, { type FastifyError, type FastifyInstance, LogController } from 'fastify';
import type { ClaimsReader } from './claims/claims-reader.ts';
import { requireClaims } from './claims/require-claims.ts';
import type { SubgraphMetrics } from './metrics.ts';
import { followUnusedConnections } from './unused-connections.ts';

/** What every server of a subgraph has. */
export interface BaseServerOptions {
  readonly name: string;
  /** Throws while the subgraph can't answer. */
  readonly checkReady: () => Promise<unknown>;
  readonly logLevel: string;
  /** Reads who asks; absent where everyone is answered. */
  readonly claims?: ClaimsReader | undefined;
  readonly metrics: SubgraphMetrics;
}

/** The most bytes of a request: 500 events, each with every field at its longest, fit. */
const BODY_LIMIT = 4 * 1024 * 1024;

/** A server with /livez and /readyz, and Prometheus metrics at /metrics. The caller adds routes, and listens. */
export function createBaseServer(options: BaseServerOptions): FastifyInstance {
  const app: FastifyInstance = Fastify({
    logger: { level: options.logLevel, name: options.name },
    bodyLimit: BODY_LIMIT,
    requestIdHeader: 'x-request-id',
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // What a client sends over an open connection before it is told of the end is still answered.
    return503OnClosing: false,
  });
  // Of the routes beside GraphQL: a fault of ours is logged, and told in words that name nothing of the inside.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ message: error.message });
    request.log.error(error);
    return reply.code(status).send({ message: 'Something went wrong here; it has been logged.' });
  });
  requireClaims(app, options.claims);
  const endUnused = followUnusedConnections(app.server);
  let draining = false;
  app.addHook('preClose', async () => {
    draining = true;
    endUnused();
  });
  app.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      { status: reply.statusCode, milliseconds: reply.elapsedTime },
      `${request.method} ${request.url}`,
    );
  });
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (request, reply) => {
    try {
      if (draining) throw new Error('draining');
      await options.checkReady();
      return { status: 'ready' };
    } catch (error) {
      request.log.warn(error, 'not ready');
      return reply.code(503).send({ status: 'not ready' });
    }
  });
  app.get('/metrics', async (_request, reply) => {
    reply.type(options.metrics.contentType);
    return options.metrics.render();
  });
  return app;
}
