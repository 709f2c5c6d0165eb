import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { makeTemplate } from './pglite-template.ts';
import { startCluster } from './postgres.ts';
import { redisInstalled } from './redis.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the run's PostgreSQL; null where none is installed. */
    postgresUrl: string | null;
  }
}

const NONE =
  'No PostgreSQL 15 or newer is installed, so every test on PostgreSQL is skipped. Debian, Ubuntu: apt-get install postgresql; ' +
  'macOS: brew install postgresql@17 (its bin folder on PATH).';

const NO_REDIS =
  'No redis-server is installed, so every test on Redis is skipped. Debian, Ubuntu: apt-get install redis-server; macOS: brew install redis.';

/** Once for each run, before any test: a PostgreSQL server, the template of embedded databases, and a folder for what files share. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [cluster, runFolder] = await Promise.all([
    startCluster(),
    mkdtemp(join(tmpdir(), 'redcat-run-')),
    makeTemplate(),
  ]);
  project.provide('postgresUrl', cluster?.url ?? null);
  project.provide('runFolder', runFolder);
  process.stdout.write(cluster ? `Databases: PGlite and PostgreSQL ${cluster.version}\n` : `${NONE}\n`);
  if (!redisInstalled()) process.stdout.write(`${NO_REDIS}\n`);
  return async () => {
    await rm(runFolder, { recursive: true, force: true });
    await cluster?.stop();
  };
}
