import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run alone, removed at its end. */
    runFolder: string;
  }
}

/**
 * Makes something once for all test files of a run, when it is first asked for.
 * @param name of the folder that is made
 * @param make fills the folder; the processes that ask meanwhile wait for it
 * @returns the folder
 * @throws in all that ask when it could not be made
 */
export async function oncePerRun(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('runFolder'), name);
  const [partial, failed] = [`${folder}.partial`, `${folder}.failed`];
  // Of several that ask at once, one can make this file.
  const claim = await open(`${folder}.claim`, 'wx').catch(() => undefined);
  if (claim) {
    await claim.close();
    try {
      await mkdir(partial);
      await make(partial);
      await rename(partial, folder);
    } catch (error) {
      await writeFile(failed, String(error));
      throw error;
    }
  }
  while (!existsSync(folder)) {
    if (existsSync(failed)) throw new Error(`${name} was not made: ${await readFile(failed, 'utf8')}`);
    await sleep(50);
  }
  return folder;
}
