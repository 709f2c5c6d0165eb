import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another process holds the data folder; the message says which and what to do. */
export class FolderLockedError extends Error {
  readonly folder: string;
  constructor(folder: string, holder: string) {
    super(
      `The data folder ${folder} is held by ${holder}. An embedded database serves one process at a time: ` +
        'stop that process, or give this one a folder or a database of its own (see the table of settings).',
    );
    this.folder = folder;
  }
}

/**
 * Holds a folder for this process. SQLite's exclusive lock is an operating system's file lock, so it goes when the process dies,
 * however it dies, on every platform that Node runs on.
 * @param folder made when it is not there
 * @returns a handle whose `release` gives the folder back
 * @throws {FolderLockedError} when another process, or this one, holds it
 */
export function lockFolder(folder: string): { release(): void } {
  mkdirSync(folder, { recursive: true });
  const lock = new DatabaseSync(join(folder, 'lock.sqlite'));
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if (!(error instanceof Error && /locked/.test(error.message))) throw error;
    throw new FolderLockedError(folder, readHolder(folder));
  }
  const command = process.argv.slice(1).join(' ');
  writeFileSync(join(folder, 'holder.txt'), `process ${process.pid} (${command}), since ${new Date().toISOString()}`);
  return { release: () => lock.close() };
}

function readHolder(folder: string): string {
  try {
    return readFileSync(join(folder, 'holder.txt'), 'utf8') || 'another process';
  } catch {
    return 'another process';
  }
}
