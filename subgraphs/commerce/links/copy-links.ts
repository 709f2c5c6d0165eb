import { setTimeout as sleep } from 'node:timers/promises';
import { type ChangedTarget, type LinkPosition, targetsAfter, targetsBefore } from '../store/links/jump-targets.ts';
import type { LinkCopy } from '../store/links/link-copy.ts';
import type { CommerceDb } from '../store/tables.ts';

const PAGE = 200;

export interface LinkCopying {
  readonly db: CommerceDb;
  readonly copy: LinkCopy;
  /** The most links that are copied. */
  readonly most: number;
  /** How long between two looks for changes, in milliseconds. */
  readonly intervalMs: number;
}

/**
 * Keeps a copy of links up to date: all of them once, the newest first, then whatever changes, until stopped. While the database can't be
 * asked, the copy stays as it is.
 * @returns stops
 */
export function keepCopyingLinks(copying: LinkCopying): () => Promise<void> {
  const stopping = new AbortController();
  let upTo: LinkPosition | undefined;
  const running = (async () => {
    while (!stopping.signal.aborted) {
      try {
        upTo = upTo ? await copyChanges(copying, upTo, stopping.signal) : await copyAll(copying, stopping.signal);
      } catch {
        // Whoever needs the database tells that it fails.
      }
      await sleep(copying.intervalMs, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  })();
  return async () => {
    stopping.abort();
    await running;
  };
}

/** @returns the newest change */
async function copyAll({ db, copy, most }: LinkCopying, stopping: AbortSignal): Promise<LinkPosition | undefined> {
  let newest: LinkPosition | undefined;
  let before: LinkPosition | undefined;
  for (let copied = 0; copied < most && !stopping.aborted; ) {
    const page = await targetsBefore(db, before, PAGE);
    take(copy, page);
    newest ??= page[0];
    before = page.at(-1);
    copied += page.length;
    if (page.length < PAGE) break;
  }
  return newest;
}

/** @returns the newest change */
async function copyChanges(
  { db, copy }: LinkCopying,
  after: LinkPosition,
  stopping: AbortSignal,
): Promise<LinkPosition> {
  for (let upTo = after; ; ) {
    const page = await targetsAfter(db, upTo, PAGE);
    take(copy, page);
    upTo = page.at(-1) ?? upTo;
    if (page.length < PAGE || stopping.aborted) return upTo;
  }
}

function take(copy: LinkCopy, page: readonly ChangedTarget[]): void {
  const [active, others] = [true, false].map((wanted) => page.filter(({ isActive }) => isActive === wanted));
  copy.put((active ?? []).map(({ feedPosition, isActive, ...target }) => target));
  copy.forget((others ?? []).map(({ jumpCode }) => jumpCode));
}
