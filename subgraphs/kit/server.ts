import { buildSubgraphSchema } from '@apollo/subgraph';
import Fastify, { type FastifyError, type FastifyInstance, type FastifyRequest, LogController } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import { mercurius } from 'mercurius';
import { coerceVariables } from './coerce-variables.ts';
import { type LiveLimits, serveSubscriptions } from './live/serve-subscriptions.ts';
import { maskErrors } from './mask-errors.ts';
import type { SubgraphMetrics } from './metrics.ts';
import { scalars } from './scalars.ts';
import { settleEntities } from './settle-entities.ts';
import { followUnusedConnections } from './unused-connections.ts';

/** What a subgraph is made of. */
export interface SubgraphServerOptions<Context> {
  readonly name: string;
  /** The SDL, as schema/<name>.graphql has it. */
  readonly typeDefs: string;
  readonly resolvers: object;
  /** Made for each request; its loaders live as long as it does. */
  readonly contextOf: (request: FastifyRequest) => Context;
  /** Throws while the subgraph can't answer. */
  readonly checkReady: () => Promise<unknown>;
  readonly logLevel: string;
  readonly metrics: SubgraphMetrics;
  /** Where the schema has subscriptions. */
  readonly live?: LiveLimits & { readonly contextOf: () => Context };
}

/** The most bytes of a request: 500 events, each with every field at its longest, fit. */
const BODY_LIMIT = 4 * 1024 * 1024;

/**
 * A subgraph over HTTP: GraphQL at /graphql, subscriptions included, /livez and /readyz, Prometheus metrics at /metrics.
 * The caller may add routes, and listens.
 */
export async function createSubgraphServer<Context extends object>(
  options: SubgraphServerOptions<Context>,
): Promise<FastifyInstance> {
  const app = Fastify({
    logger: { level: options.logLevel, name: options.name },
    bodyLimit: BODY_LIMIT,
    requestIdHeader: 'x-request-id',
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: 'idle',
    // What a client sends over an open connection before it is told of the end is still answered.
    return503OnClosing: false,
  });
  // Mercurius's own schema of an answer makes text of the indices in an error's path.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  // Of the routes beside GraphQL: a fault of ours is logged, and told in words that name nothing of the inside.
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const status = error.statusCode ?? 500;
    if (status < 500) return reply.code(status).send({ message: error.message });
    request.log.error(error);
    return reply.code(status).send({ message: 'Something went wrong here; it has been logged.' });
  });
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
  const schema = subgraphSchema(options.typeDefs, options.resolvers);
  if (options.live) serveSubscriptions(app, { schema, path: '/graphql', ...options.live, metrics: options.metrics });
  await app.register(mercurius, {
    schema,
    jit: 1,
    graphiql: false,
    context: options.contextOf,
    errorFormatter: (result, context) => maskErrors(result, (error) => context.app?.log.error(error)),
  });
  app.graphql.addHook('preExecution', coerceVariables);
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

function subgraphSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: { ...scalars, ...resolvers } });
  settleEntities(schema);
  return schema;
}
