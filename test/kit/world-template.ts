import { execFile } from 'node:child_process';
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fillDataFolder } from './data-folder.ts';
import { oncePerRun } from './once-per-run.ts';
import { createDatabase } from './postgres.ts';

const run = promisify(execFile);
/** The databases of the run's PostgreSQL that hold the world. */
const [CONTENT, COMMERCE] = ['world_of_content', 'world_of_commerce'];

const loadWorld = (env: Record<string, string>) =>
  run(process.execPath, ['subgraphs/world/main.ts', 'load', '--scale', 'S'], { env: { ...process.env, ...env } });

/** Fills a folder with the data folders `content` and `commerce` of the sample world S, which is loaded once in a run. */
export async function copyWorld(folder: string): Promise<void> {
  const template = await oncePerRun('world', async (made) => {
    const folders = [join(made, 'content'), join(made, 'commerce')] as const;
    for (const each of folders) await fillDataFolder(each);
    await loadWorld({ CONTENT_DATA_FOLDER: folders[0], COMMERCE_DATA_FOLDER: folders[1] });
  });
  await cp(template, folder, { recursive: true });
}

/**
 * Makes two databases with the sample world S, which is loaded once in a run.
 * @param server a database of the run's PostgreSQL, as a superuser
 */
export async function worldDatabases(server: string) {
  await oncePerRun('world-on-postgres', async () => {
    const content = await createDatabase(server, { name: CONTENT });
    const commerce = await createDatabase(server, { name: COMMERCE });
    await loadWorld({ CONTENT_DATABASE_URL: content.url, COMMERCE_DATABASE_URL: commerce.url });
  });
  return {
    content: await createDatabase(server, { template: CONTENT }),
    commerce: await createDatabase(server, { template: COMMERCE }),
  };
}
