import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import type { EventRecorder } from '../conversions/recording/recorder.ts';
import type { CommerceSettings } from '../settings.ts';
import { jumpTarget } from '../store/links/jump-targets.ts';
import { openLinkCopy } from '../store/links/link-copy.ts';
import type { CommerceDb } from '../store/tables.ts';
import { keepCopyingLinks } from './copy-links.ts';
import { targetFinder } from './find-target.ts';
import { serveJumps } from './jump-route.ts';
import type { OwnJournal } from './own-journal.ts';
import { openTapDesk } from './tap-desk.ts';

/** What taps on links run on. */
export interface TapOptions {
  readonly db: CommerceDb;
  readonly recorder: EventRecorder;
  readonly settings: CommerceSettings;
  readonly clock: () => Date;
  readonly registry: Registry;
  /** As `TapDeskOptions` has it. */
  readonly journal?: OwnJournal | undefined;
}

/** Where taps and the copy of links are kept. */
export function tapFolder({ dataFolder }: CommerceSettings): string {
  return join(dataFolder, 'taps');
}

/**
 * Serves jump URLs, with what they stand on: the journal of taps, and the copy of where links lead.
 * @returns closes both, before the database
 */
export async function serveTaps(app: FastifyInstance, options: TapOptions): Promise<() => Promise<void>> {
  const { db, recorder, settings, clock, registry, journal } = options;
  const folder = tapFolder(settings);
  const mostBytes = settings.tapJournalBytes;
  const desk = await openTapDesk({ folder, mostBytes, recorder, registry, log: app.log, journal });
  const copy = openLinkCopy(desk.folder, settings.copiedLinks);
  const stopCopying = keepCopyingLinks({
    db,
    copy,
    most: settings.copiedLinks,
    intervalMs: settings.linkFeedInterval,
  });
  serveJumps(app, {
    find: targetFinder((code) => jumpTarget(db, code), copy),
    desk,
    clock,
    personKey: settings.personKey,
  });
  return async () => {
    await stopCopying();
    await desk.close();
    copy.close();
  };
}
