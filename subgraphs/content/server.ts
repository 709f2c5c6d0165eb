import { readFile } from 'node:fs/promises';
import type { FastifyInstance } from 'fastify';
import { claimsReader } from '../kit/claims/claims-settings.ts';
import type { Database } from '../kit/database.ts';
import type { SubgraphMetrics } from '../kit/metrics.ts';
import { createSubgraphServer } from '../kit/server.ts';
import type { Context } from './context.ts';
import { serveFeed } from './feed-route.ts';
import { keepHouse } from './keep-house.ts';
import { keepBrands } from './known-brands.ts';
import { createLoaders } from './loaders.ts';
import { personOf } from './person-of.ts';
import { contentResolvers } from './resolvers/resolvers.ts';
import type { ContentSettings } from './settings.ts';
import { readAgeCohortFeed } from './store/age-cohorts.ts';
import { readConsentFeed } from './store/consent-feed.ts';
import { readLinkFeed } from './store/link-feed.ts';
import type { ContentDb, ContentTables } from './store/tables.ts';

/** What the content subgraph runs on. */
export interface ContentServerOptions {
  /** Closed together with the server. */
  readonly database: Database<ContentTables>;
  readonly settings: ContentSettings;
  readonly metrics: SubgraphMetrics;
  /** Where requests get their instant from. */
  readonly clock?: () => Date;
}

/** The content subgraph over HTTP: GraphQL, and the feeds of product links, consents and age cohorts. The caller listens. */
export async function createContentServer({
  database,
  settings,
  metrics,
  clock = () => new Date(),
}: ContentServerOptions): Promise<FastifyInstance> {
  const { db } = database;
  const brands = keepBrands(db);
  const app = await createSubgraphServer<Context>({
    name: 'content',
    typeDefs: await readFile(new URL('../../schema/content.graphql', import.meta.url), 'utf8'),
    resolvers: contentResolvers,
    contextOf: (request) => ({
      now: clock(),
      claims: request.claims,
      db,
      settings,
      person: personOf(request, settings.personKey),
      brands,
      loaders: createLoaders(db, brands),
    }),
    checkReady: () => database.check(),
    logLevel: settings.logLevel,
    claims: claimsReader('content', settings),
    metrics,
  });
  serveFeeds(app, db, settings);
  const { monthStart, decidedDays } = settings;
  const stopKeepingHouse = keepHouse({ db, now: clock, monthStart, decidedDays, log: app.log });
  app.addHook('onClose', async () => {
    await stopKeepingHouse();
    await database.close();
  });
  return app;
}

/** What commerce follows. */
function serveFeeds(app: FastifyInstance, db: ContentDb, { linkFeedToken, claimsKeys }: ContentSettings): void {
  const access = { token: linkFeedToken, answersAll: claimsKeys === undefined };
  serveFeed(app, {
    path: '/feed/product-links',
    list: 'links',
    read: (after, limit) => readLinkFeed(db, after, limit),
    ...access,
  });
  serveFeed(app, {
    path: '/feed/consents',
    list: 'consents',
    read: (after, limit) => readConsentFeed(db, after, limit),
    ...access,
  });
  serveFeed(app, {
    path: '/feed/age-cohorts',
    list: 'ageCohorts',
    read: (after, limit) => readAgeCohortFeed(db, after, limit),
    ...access,
  });
}
