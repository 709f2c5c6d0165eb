import { join } from 'node:path';
import { freePorts } from '../../system/free-ports.ts';
import { launchSystem, type System } from '../../system/launch.ts';
import { startDurablePostgres } from '../../system/postgres/durable.ts';
import { createDatabase } from '../load/create-database.ts';
import { temporaryFolder } from '../load/temporary-folder.ts';

const quiet = { GATEWAY_LOG_LEVEL: 'error', CONTENT_LOG_LEVEL: 'error', COMMERCE_LOG_LEVEL: 'error' };

/**
 * The whole system with a sample world, commerce over a durable PostgreSQL of its own. Disposing removes all of it.
 * @param settings of the servers, beside the defaults
 * @returns with the folder that everything but PostgreSQL's data is in
 */
export async function liveSystem(
  scale: string,
  settings: Readonly<Record<string, string>>,
): Promise<System & AsyncDisposable & { readonly folder: string }> {
  await using parts = new AsyncDisposableStack();
  const folder = parts.use(await temporaryFolder());
  const postgres = parts.use(await startDurablePostgres(process.env.PATH));
  await createDatabase(postgres.url(), 'commerce');
  const databases = {
    COMMERCE_DATABASE_URL: postgres.url('commerce'),
    COMMERCE_DATA_FOLDER: join(folder.path, 'commerce'),
    CONTENT_DATA_FOLDER: join(folder.path, 'content'),
  };
  const env = { PATH: process.env.PATH, ...quiet, ...databases, ...settings };
  const system = await launchSystem({ ports: await freePorts(), scale, env });
  parts.defer(() => system.stop());
  const kept = parts.move();
  return { ...system, folder: folder.path, [Symbol.asyncDispose]: () => kept.disposeAsync() };
}
