import { randomUUID } from 'node:crypto';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { Mendable } from '../errors/mendable.ts';

/** How long work waits for another's, in milliseconds. */
const PATIENCE = 5000;

/**
 * Does work while no other process does work under the same lock. A lock whose process was killed holds nobody up: it says which process of which
 * machine made it.
 * @param lock a file, which is there as long as the lock is held
 * @throws {Mendable} where another process holds it for long
 */
export async function whileLocked(lock: string, work: () => Promise<void>): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE;
  while (!(await taken(lock))) {
    await removeAbandoned(lock);
    if (performance.now() > giveUpAt) throw new Mendable(`Another command holds ${lock}; remove it if none runs`);
    await sleep(20);
  }
  try {
    await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function taken(lock: string): Promise<boolean> {
  const handle = await open(lock, 'wx').catch((error) => {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  });
  if (!handle) return false;
  await handle.writeFile(`${process.pid} ${hostname()}`).finally(() => handle.close());
  return true;
}

/** Removes a lock whose process is gone. */
async function removeAbandoned(lock: string): Promise<void> {
  const holder = await textOf(lock);
  if (!isGone(holder)) return;
  // Another may remove it, too, and hold the lock anew by now: what was moved away is looked at again.
  const aside = `${lock}.${randomUUID()}`;
  const moved = await rename(lock, aside).then(
    () => true,
    () => false,
  );
  if (!moved) return;
  if ((await textOf(aside)) === holder) await rm(aside, { force: true });
  else await rename(aside, lock);
}

async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}

/** Whether a lock's process runs no more; of another machine's nobody can say. */
function isGone(holder: string): boolean {
  const [, pid, host] = /^(\d+) (.+)$/.exec(holder) ?? [];
  if (pid === undefined || host !== hostname()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
