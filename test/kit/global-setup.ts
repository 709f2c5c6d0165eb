import type { TestProject } from 'vitest/node';
import { makeTemplate } from './pglite-template.ts';
import { startCluster } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The URL of the run's PostgreSQL; null where none is installed. */
    postgresUrl: string | null;
  }
}

const NONE =
  'No PostgreSQL 15 or newer is installed, so every test on PostgreSQL is skipped. Debian, Ubuntu: apt-get install postgresql; ' +
  'macOS: brew install postgresql@17 (its bin folder on PATH).';

/** Once for each run, before any test: a PostgreSQL server, and the template of embedded databases. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const [cluster] = await Promise.all([startCluster(), makeTemplate()]);
  project.provide('postgresUrl', cluster?.url ?? null);
  process.stdout.write(cluster ? `Databases: PGlite and PostgreSQL ${cluster.version}\n` : `${NONE}\n`);
  return async () => cluster?.stop();
}
