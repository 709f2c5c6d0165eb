import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { introduceGateway } from '../../system/introduce-gateway.ts';
import type { System } from '../../system/launch.ts';
import { temporarySystem } from '../../system/temporary-system.ts';
import { copyWorld, worldDatabases } from './world-template.ts';

/** A whole system of a test, whose subgraphs answer its gateway alone; disposing ends it and takes its databases away. */
export type TestSystem = System & AsyncDisposable;

/**
 * Starts a system over embedded databases with the sample world S.
 * @param settings of the servers, beside the defaults
 */
export async function startSystem(settings: Readonly<Record<string, string>> = {}): Promise<TestSystem> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-world-'));
  await copyWorld(folder);
  const folders = { CONTENT_DATA_FOLDER: join(folder, 'content'), COMMERCE_DATA_FOLDER: join(folder, 'commerce') };
  const remove = () => rm(folder, { recursive: true, force: true });
  return withAfterwards(
    await temporarySystem('S', { ...ofRun(), ...introduceGateway(settings), ...folders, ...settings }),
    remove,
  );
}

/**
 * Starts a system over PostgreSQL with the sample world S.
 * @param server a database of the run's PostgreSQL, as a superuser
 * @param settings of the servers, beside the defaults
 */
export async function startSystemOnPostgres(
  server: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<TestSystem & { readonly commerceDatabase: string }> {
  const { content, commerce } = await worldDatabases(server);
  const urls = { CONTENT_DATABASE_URL: content.url, COMMERCE_DATABASE_URL: commerce.url };
  const drop = async () => void (await Promise.all([content.drop(), commerce.drop()]));
  const system = await temporarySystem('S', { ...ofRun(), ...introduceGateway(settings), ...urls, ...settings });
  return { ...withAfterwards(system, drop), commerceDatabase: commerce.url };
}

function withAfterwards(system: TestSystem, afterwards: () => Promise<void>): TestSystem {
  const dispose = async () => {
    await system[Symbol.asyncDispose]();
    await afterwards();
  };
  return { ...system, [Symbol.asyncDispose]: dispose };
}

/** Where all processes of a run keep what they compiled. */
function ofRun(): Record<string, string> {
  const { NODE_COMPILE_CACHE } = process.env;
  return NODE_COMPILE_CACHE === undefined ? {} : { NODE_COMPILE_CACHE };
}
