import { execFile } from 'node:child_process';
import { mkdir, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { templatePath } from './pglite-template.ts';

const run = promisify(execFile);

/**
 * Makes an empty embedded database in a data folder, where a subgraph finds it: it would take the subgraph four seconds to make one, and
 * takes a tenth of one to unpack the template.
 * @param folder is made where it does not exist
 */
export async function fillDataFolder(folder: string): Promise<void> {
  const pglite = join(folder, 'pglite');
  await mkdir(pglite, { recursive: true });
  // Names in it begin with a slash, which tar takes away.
  await run('tar', ['-xf', templatePath(), '-C', pglite]);
}

/** A new data folder with an empty embedded database; whoever asked removes it. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-data-'));
  await fillDataFolder(folder);
  return folder;
}
