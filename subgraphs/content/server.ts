import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { claimsReader } from '../kit/claims/claims-settings.ts';
import type { Database } from '../kit/database.ts';
import type { SubgraphMetrics } from '../kit/metrics.ts';
import { createSubgraphServer } from '../kit/server.ts';
import type { Context } from './context.ts';
import { keepHouse } from './keep-house.ts';
import { serveLinkFeed } from './link-feed-route.ts';
import { createLoaders } from './loaders.ts';
import { contentResolvers } from './resolvers/resolvers.ts';
import type { ContentSettings } from './settings.ts';
import type { ContentTables } from './store/tables.ts';

/** What the content subgraph runs on. */
export interface ContentServerOptions {
  /** Closed together with the server. */
  readonly database: Database<ContentTables>;
  readonly settings: ContentSettings;
  readonly metrics: SubgraphMetrics;
  /** Where requests get their instant from. */
  readonly clock?: () => Date;
}

/** The content subgraph over HTTP: GraphQL, and the feed of product links. The caller listens. */
export async function createContentServer({
  database,
  settings,
  metrics,
  clock = () => new Date(),
}: ContentServerOptions): Promise<FastifyInstance> {
  const { db } = database;
  const app = await createSubgraphServer<Context>({
    name: 'content',
    typeDefs: await readFile(new URL('../../schema/content.graphql', import.meta.url), 'utf8'),
    resolvers: contentResolvers,
    contextOf: (request) => ({
      now: clock(),
      claims: request.claims,
      db,
      settings,
      person: personOf(request),
      loaders: createLoaders(db),
    }),
    checkReady: () => database.check(),
    logLevel: settings.logLevel,
    claims: claimsReader('content', settings),
    metrics,
  });
  serveLinkFeed(app, { db, token: settings.linkFeedToken, answersAll: settings.claimsKeys === undefined });
  const stopKeepingHouse = keepHouse({ db, now: clock, log: app.log });
  app.addHook('onClose', async () => {
    await stopKeepingHouse();
    await database.close();
  });
  return app;
}

/** The gateway names the person whom it serves; only a hash of the name is kept. */
function personOf({ headers }: FastifyRequest): Uint8Array | null {
  const viewer = headers['x-redcat-viewer'];
  return typeof viewer === 'string' && viewer !== '' ? createHash('sha256').update(viewer).digest() : null;
}
