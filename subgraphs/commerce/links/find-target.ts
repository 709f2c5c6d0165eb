import type { JumpTarget } from '../store/links/jump-targets.ts';
import type { LinkCopy } from '../store/links/link-copy.ts';

/** Where links lead can't be told: the database can't be asked, and the copy does not have this one. */
export class LinksUnavailableError extends Error {}

/** How long a link that is in the copy waits for the database. */
const PATIENCE_MS = 250;
/** How long the database is not waited for after it failed. */
const DISTRUST_MS = 1_000;

/** Finds where the link of a code leads; undefined where there is no ACTIVE one. */
export type FindTarget = (code: string) => Promise<JumpTarget | undefined>;

/**
 * Asks the database, which knows what changed just now; while it fails or hangs, the copy.
 * @throws {LinksUnavailableError}
 */
export function targetFinder(ask: FindTarget, copy: LinkCopy): FindTarget {
  let distrustedUntil = 0;
  return async (code) => {
    const copied = copy.get(code);
    if (copied && performance.now() < distrustedUntil) return copied;
    try {
      const target = await (copied ? withinPatience(ask(code)) : ask(code));
      if (target) copy.put([target]);
      else if (copied) copy.forget([code]);
      return target;
    } catch (error) {
      distrustedUntil = performance.now() + DISTRUST_MS;
      if (copied) return copied;
      throw new LinksUnavailableError('Where links lead can’t be told.', { cause: error });
    }
  };
}

async function withinPatience<T>(asked: Promise<T>): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => late.reject(new Error('The database is late.')), PATIENCE_MS);
  try {
    return await Promise.race([asked, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
