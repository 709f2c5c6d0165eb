import type { FastifyInstance } from 'fastify';
import { SettingsError } from '../../settings/settings.ts';
import { DatabaseUnreachableError } from './database.ts';
import { FolderLockedError } from './folder-lock.ts';

/**
 * Runs a server until SIGTERM, SIGINT or the end of the process that forked it: requests under way are answered, then everything closes.
 * It is told when the server listens.
 * A start that fails ends the process with status 1 and, where a person can mend it, the way to.
 * @param start opens everything and listens; the server's `onClose` hooks give back what it opened
 */
export async function runUntilSignalled(start: () => Promise<FastifyInstance>): Promise<void> {
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

/** Runs a task to its end; one that fails ends the process with status 1 and, where a person can mend it, the way to. */
export async function runToEnd(task: () => Promise<void>): Promise<void> {
  try {
    await task();
  } catch (error) {
    fail(error);
  }
}

function fail(error: unknown): void {
  const mendable =
    error instanceof SettingsError ||
    error instanceof FolderLockedError ||
    error instanceof DatabaseUnreachableError ||
    isPortTaken(error);
  process.stderr.write(`${mendable ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
