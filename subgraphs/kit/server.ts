import { buildSubgraphSchema } from '@apollo/subgraph';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { type GraphQLSchema, parse } from 'graphql';
import { mercurius } from 'mercurius';
import { type BaseServerOptions, createBaseServer } from './base-server.ts';
import type { Claims } from './claims/claims.ts';
import { coerceVariables } from './coerce-variables.ts';
import { type LiveLimits, serveSubscriptions } from './live/serve-subscriptions.ts';
import { maskErrors } from './mask-errors.ts';
import { scalars } from './scalars.ts';
import { settleEntities } from './settle-entities.ts';

/** What a subgraph is made of. */
export interface SubgraphServerOptions<Context> extends BaseServerOptions {
  /** The SDL, as schema/<name>.graphql has it. */
  readonly typeDefs: string;
  readonly resolvers: object;
  /** Made for each request; its loaders live as long as it does. */
  readonly contextOf: (request: FastifyRequest) => Context | Promise<Context>;
  /** Where the schema has subscriptions. */
  readonly live?: LiveLimits & { readonly contextOf: (claims: Claims) => Context | Promise<Context> };
}

/**
 * A subgraph over HTTP: GraphQL at /graphql, subscriptions included, /livez and /readyz, Prometheus metrics at /metrics.
 * The caller may add routes, and listens.
 */
export async function createSubgraphServer<Context extends object>(
  options: SubgraphServerOptions<Context>,
): Promise<FastifyInstance> {
  const app = createBaseServer(options);
  // Mercurius's own schema of an answer makes text of the indices in an error's path.
  app.setSerializerCompiler(() => (data) => JSON.stringify(data));
  const schema = subgraphSchema(options.typeDefs, options.resolvers);
  if (options.live)
    serveSubscriptions(app, {
      schema,
      path: '/graphql',
      ...options.live,
      claims: options.claims,
      metrics: options.metrics,
    });
  await app.register(mercurius, {
    schema,
    jit: 1,
    graphiql: false,
    context: options.contextOf,
    errorFormatter: (result, context) => maskErrors(result, (error) => context.app?.log.error(error)),
  });
  app.graphql.addHook('preExecution', coerceVariables);
  return app;
}

function subgraphSchema(typeDefs: string, resolvers: object): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(typeDefs), resolvers: { ...scalars, ...resolvers } });
  settleEntities(schema);
  return schema;
}
