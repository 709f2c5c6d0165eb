import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Database, DatabaseUnreachableError } from '../kit/database.ts';
import { createMetrics, type SubgraphMetrics } from '../kit/metrics.ts';
import type { Running } from '../kit/run.ts';
import { databaseSource } from '../kit/settings.ts';
import { queryTerms } from '../kit/text/segment.ts';
import { createTapServer, hasCopiedLinks } from './links/tap-server.ts';
import { createCommerceServer } from './server.ts';
import type { CommerceSettings } from './settings.ts';
import { openCommerceDatabase } from './store/open.ts';
import type { CommerceTables } from './store/tables.ts';

/** How often it is tried whether the database can be reached. */
const RETRY_MS = 1_000;

/**
 * Opens the database and listens. While the database can't be reached, a process that follows an earlier one has taps land all the same,
 * and serves everything at the same address as soon as it can.
 * @throws {DatabaseUnreachableError} when this is the first process on its data folder: then it is more likely a mistake in the settings
 */
export async function startCommerce(settings: CommerceSettings): Promise<Running> {
  try {
    return await serve(await open(settings), settings);
  } catch (error) {
    if (!(error instanceof DatabaseUnreachableError) || !hasCopiedLinks(settings)) throw error;
    return startWithTaps(settings, error);
  }
}

/** A database, and who is told of its statements. */
interface Opened {
  readonly database: Database<CommerceTables>;
  readonly metrics: SubgraphMetrics;
}

async function open(settings: CommerceSettings): Promise<Opened> {
  const metrics = createMetrics();
  return { database: await openCommerceDatabase(databaseSource(settings), metrics.observeStatement), metrics };
}

async function serve(opened: Opened, settings: CommerceSettings, port = settings.port): Promise<FastifyInstance> {
  const app = await createCommerceServer({ ...opened, settings });
  // The dictionary is read at its first use, which takes a quarter of a second: no request should wait for it.
  queryTerms('词典');
  return listening(app, settings.host, port);
}

async function listening(app: FastifyInstance, host: string, port: number): Promise<FastifyInstance> {
  try {
    await app.listen({ host, port });
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function startWithTaps(settings: CommerceSettings, reason: Error): Promise<Running> {
  let app = await listening(await createTapServer(settings, createMetrics()), settings.host, settings.port);
  app.log.error(`${reason.message} Until it can be used, taps on links land, and nothing else is served.`);
  const [address] = app.addresses();
  const port = typeof address === 'object' ? address.port : settings.port;
  const stopping = new AbortController();
  const takingOver = (async () => {
    const opened = await untilReachable(settings, stopping.signal);
    if (!opened) return;
    // The journal and the address are needed now.
    await app.close();
    app = await serve(opened, settings, port);
  })();
  const close = async () => {
    stopping.abort();
    await takingOver;
    await app.close();
  };
  return { close };
}

/** @returns undefined when it is stopped before */
async function untilReachable(settings: CommerceSettings, stopping: AbortSignal): Promise<Opened | undefined> {
  while (!stopping.aborted) {
    await sleep(RETRY_MS, undefined, { signal: stopping }).catch(() => {});
    try {
      if (!stopping.aborted) return await open(settings);
    } catch (error) {
      if (!(error instanceof DatabaseUnreachableError)) throw error;
    }
  }
  return undefined;
}
