import { SettingsError } from '../../settings/settings.ts';
import { DatabaseUnreachableError } from './database.ts';
import { FolderLockedError } from './folder-lock.ts';
import { ForeignDatabaseError } from './migrate.ts';

/** A server that listens. */
export interface Running {
  close(): Promise<unknown>;
}

/**
 * Runs a server until SIGTERM, SIGINT or the end of the process that forked it: requests under way are answered, then everything closes.
 * It is told when the server listens.
 * A start that fails ends the process with status 1, or 2 for wrong settings, and, where a person can mend it, the way to.
 * @param start opens everything and listens; the server's `onClose` hooks give back what it opened
 */
export async function runUntilSignalled(start: () => Promise<Running>): Promise<void> {
  const ending = untilEnding();
  try {
    const app = await start();
    // Where a parent forked this process, it waits for this; it may have gone meanwhile, which `ending` tells.
    process.send?.('listening', undefined, undefined, () => {});
    void ending.then(async () => {
      await app.close();
      leaveParent();
    });
  } catch (error) {
    fail(error);
    leaveParent();
  }
}

/** Listens from the start, for the end may come early. */
function untilEnding(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const event of ['SIGTERM', 'SIGINT', 'disconnect']) process.once(event, () => resolve());
  if (process.connected === false) resolve();
  return promise;
}

/** A listener to the channel to the parent holds the process. */
function leaveParent(): void {
  if (process.connected) process.disconnect();
}

/** Runs a task to its end; one that fails ends the process as a start does. */
export async function runToEnd(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  process.stderr.write(`${told(error)}\n`);
  process.exitCode = error instanceof SettingsError ? 2 : 1;
}

/** What a person can mend is told in a sentence; anything else with its stack. */
function told(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'EADDRINUSE') return `${error.message}; the setting …_PORT chooses another port`;
  const kinds = [SettingsError, FolderLockedError, DatabaseUnreachableError, ForeignDatabaseError];
  const mendable =
    kinds.some((kind) => error instanceof kind) || ['EACCES', 'ENOENT', 'ENOTDIR', 'EROFS'].includes(code);
  return mendable ? error.message : (error.stack ?? error.message);
}
