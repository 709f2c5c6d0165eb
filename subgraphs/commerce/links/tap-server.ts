import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { createBaseServer } from '../../kit/base-server.ts';
import { claimsReader } from '../../kit/claims/claims-settings.ts';
import type { SubgraphMetrics } from '../../kit/metrics.ts';
import type { CommerceSettings } from '../settings.ts';
import { COPY_FILE, openLinkCopy } from '../store/links/link-copy.ts';
import { LinksUnavailableError } from './find-target.ts';
import { serveJumps } from './jump-route.ts';
import type { OwnJournal } from './own-journal.ts';
import { tapFolder } from './serve-taps.ts';
import { openTapDesk } from './tap-desk.ts';

/** Whether an earlier process left a copy of where links lead. */
export function hasCopiedLinks(settings: CommerceSettings): boolean {
  const folder = tapFolder(settings);
  return existsSync(folder) && readdirSync(folder).some((place) => existsSync(join(folder, place, COPY_FILE)));
}

/**
 * Serves jump URLs and nothing else, without a database: taps land by the copy that an earlier process left, and are kept for a later one
 * to count. It is never ready. The caller listens.
 * @param journal where taps are kept; the caller closes it
 */
export async function createTapServer(
  settings: CommerceSettings,
  metrics: SubgraphMetrics,
  journal: OwnJournal,
): Promise<FastifyInstance> {
  const app = createBaseServer({
    name: 'commerce',
    checkReady: () => Promise.reject(new Error('The database can’t be reached.')),
    logLevel: settings.logLevel,
    claims: claimsReader('commerce', settings),
    metrics,
  });
  const { registry } = metrics;
  const desk = await openTapDesk({
    folder: tapFolder(settings),
    mostBytes: settings.tapJournalBytes,
    registry,
    log: app.log,
    journal,
  });
  const copy = openLinkCopy(desk.folder, settings.copiedLinks);
  const find = async (code: string) => {
    const target = copy.get(code);
    if (!target) throw new LinksUnavailableError('The copy does not have the link.');
    return target;
  };
  serveJumps(app, { find, desk, clock: () => new Date(), personKey: settings.personKey });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(503).header('retry-after', 5).send({ message: 'This can’t be answered now; come back soon.' }),
  );
  app.addHook('onClose', async () => {
    await desk.close();
    copy.close();
  });
  return app;
}
