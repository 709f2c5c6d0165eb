import type { FastifyInstance } from 'fastify';
import { SettingsError } from '../../settings/settings.ts';
import { FolderLockedError } from './folder-lock.ts';

/**
 * Runs a server until SIGTERM, SIGINT or the end of the process that forked it: requests under way are answered, then everything closes.
 * It is told when the server listens.
 * A start that fails ends the process with status 1 and, where a person can mend it, the way to.
 * @param start opens everything and listens; the server's `onClose` hooks give back what it opened
 */
export async function runUntilSignalled(start: () => Promise<FastifyInstance>): Promise<void> {
  try {
    const app = await start();
    const stop = async () => {
      await app.close();
      // A listener to the channel holds the process.
      if (process.connected) process.disconnect();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
    // Where a parent started this process, the channel to it is cut when the parent dies.
    process.once('disconnect', stop);
    process.send?.('listening');
  } catch (error) {
    fail(error);
  }
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
  const mendable = error instanceof SettingsError || error instanceof FolderLockedError || isPortTaken(error);
  process.stderr.write(`${mendable ? (error as Error).message : ((error as Error).stack ?? error)}\n`);
  process.exitCode = 1;
}

function isPortTaken(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
