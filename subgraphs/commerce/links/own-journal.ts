import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FolderLockedError, lockFolder } from '../../kit/folder-lock.ts';
import { Journal } from '../../kit/journal/journal.ts';

/** A journal that no other process has. */
export interface OwnJournal {
  readonly journal: Journal;
  readonly folder: string;
  /** Closes it, and lets others have it. */
  close(): Promise<void>;
}

/**
 * Opens the first journal of a folder that no running process holds: `0`, `1` and so on, as many as there are processes on this machine.
 * @throws what the file system says
 */
export async function openOwnJournal(folder: string, mostBytes: number): Promise<OwnJournal> {
  for (let place = 0; ; place++) {
    const opened = await tryJournal(join(folder, String(place)), mostBytes);
    if (opened) return opened;
  }
}

/** Opens, one after the other, the journals in a folder that ended processes have left; the caller closes each. */
export async function* leftJournals(folder: string, mostBytes: number): AsyncGenerator<OwnJournal> {
  for (const name of readdirSync(folder).filter((each) => /^\d+$/.test(each))) {
    const isLeft = readdirSync(join(folder, name)).some((file) => file.endsWith('.journal'));
    const opened = isLeft ? await tryJournal(join(folder, name), mostBytes) : undefined;
    if (opened) yield opened;
  }
}

/** @returns undefined where a running process holds it */
async function tryJournal(folder: string, mostBytes: number): Promise<OwnJournal | undefined> {
  const lock = tryLock(folder);
  if (!lock) return undefined;
  const journal = await Journal.open({ folder, mostBytes }).catch((error) => {
    lock.release();
    throw error;
  });
  const close = async () => {
    await journal.close().finally(() => lock.release());
  };
  return { journal, folder, close };
}

function tryLock(folder: string) {
  try {
    return lockFolder(folder);
  } catch (error) {
    if (error instanceof FolderLockedError) return undefined;
    throw error;
  }
}
