import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-ports.ts';
import { launchSystem, type System } from './launch.ts';

/**
 * The whole system on free ports, over embedded databases in a temporary folder. Disposing stops it and removes the folder.
 * @param scale of the sample world, S, M or L
 * @param settings of the servers, beside the defaults
 */
export async function temporarySystem(
  scale: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<System & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-'));
  const dataFolders = { CONTENT_DATA_FOLDER: join(folder, 'content'), COMMERCE_DATA_FOLDER: join(folder, 'commerce') };
  const env = { ...quiet, ...dataFolders, ...settings };
  const remove = () => rm(folder, { recursive: true, force: true });
  const system = await launchSystem({ ports: await freePorts(), scale, env }).catch(async (error) => {
    await remove();
    throw error;
  });
  const dispose = async () => {
    await system.stop();
    await remove();
  };
  return { ...system, [Symbol.asyncDispose]: dispose };
}

const quiet = { GATEWAY_LOG_LEVEL: 'error', CONTENT_LOG_LEVEL: 'error', COMMERCE_LOG_LEVEL: 'error' };
