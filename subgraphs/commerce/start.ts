import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { type Database, DatabaseUnreachableError } from '../kit/database.ts';
import { createMetrics, type SubgraphMetrics } from '../kit/metrics.ts';
import type { Running } from '../kit/run.ts';
import { servingSource } from '../kit/settings.ts';
import { queryTerms } from '../kit/text/segment.ts';
import { type OwnJournal, openOwnJournal } from './links/own-journal.ts';
import { tapFolder } from './links/serve-taps.ts';
import { createTapServer, hasCopiedLinks } from './links/tap-server.ts';
import { createCommerceServer } from './server.ts';
import type { CommerceSettings } from './settings.ts';
import { openCommerceDatabase } from './store/open.ts';
import type { CommerceTables } from './store/tables.ts';

/** How often it is tried whether the database can be reached. */
const RETRY_MS = 1_000;

/** Whether two sockets may listen at one address: elsewhere connections are refused between one server and the next. */
const MAY_SHARE_PORT = process.platform === 'linux';

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
  return { database: await openCommerceDatabase(servingSource(settings), metrics.observeStatement), metrics };
}

/** Where a server listens, and what it follows another with. */
interface Place extends ListenAt {
  readonly journal?: OwnJournal;
}

/** @property reusePort whether another server may listen there at the same time */
interface ListenAt {
  readonly host: string;
  readonly port: number;
  readonly reusePort?: boolean;
}

async function serve(opened: Opened, settings: CommerceSettings, place: Place = settings): Promise<FastifyInstance> {
  const { journal, host, port, reusePort } = place;
  const app = await createCommerceServer({ ...opened, settings, journal });
  // The dictionary is read at its first use, which takes a quarter of a second: no request should wait for it.
  queryTerms('词典');
  return listening(app, { host, port, ...(reusePort !== undefined && { reusePort }) });
}

async function listening(app: FastifyInstance, at: ListenAt): Promise<FastifyInstance> {
  try {
    await app.listen(at);
    return app;
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function startWithTaps(settings: CommerceSettings, reason: Error): Promise<Running> {
  const journal = await openOwnJournal(tapFolder(settings), settings.tapJournalBytes);
  const { host } = settings;
  const taps = await createTapServer(settings, createMetrics(), journal);
  let app = await listening(taps, { host, port: settings.port, reusePort: MAY_SHARE_PORT });
  app.log.error(`${reason.message} Until it can be used, taps on links land, and nothing else is served.`);
  const [address] = app.addresses();
  const port = typeof address === 'object' ? address.port : settings.port;
  const stopping = new AbortController();
  const takingOver = (async () => {
    const opened = await untilReachable(settings, stopping.signal);
    if (!opened) return;
    // Both listen for a moment, so that nobody is refused.
    if (!MAY_SHARE_PORT) await taps.close();
    app = await serve(opened, settings, { host, port, reusePort: MAY_SHARE_PORT, journal });
    await taps.close();
  })();
  const close = async () => {
    stopping.abort();
    await takingOver;
    await app.close();
    await journal.close();
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
