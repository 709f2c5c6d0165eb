import { describe, inject } from 'vitest';
import type { System } from '../../system/launch.ts';
import { temporarySystem } from '../../system/temporary-system.ts';
import { createDatabase } from './postgres.ts';

/** Starts a system with the sample world S; disposing ends it and takes its databases away. */
export type StartSystem = () => Promise<System & AsyncDisposable>;

const postgresUrl = inject('postgresUrl');

/**
 * A `describe` of the whole system, whose tests run twice: over embedded databases, and over PostgreSQL, where they are skipped when
 * none is installed.
 */
export function describeOnSystems(name: string, body: (start: StartSystem) => void): void {
  describe(`${name}, on PGlite`, () => body(() => temporarySystem('S')));
  if (postgresUrl === null) {
    describe.skip(`${name}, on PostgreSQL (none is installed)`, () => body(() => Promise.reject(new Error('skipped'))));
  } else {
    describe(`${name}, on PostgreSQL`, () => body(() => systemOnPostgres(postgresUrl)));
  }
}

async function systemOnPostgres(server: string): Promise<System & AsyncDisposable> {
  const [content, commerce] = await Promise.all([createDatabase(server), createDatabase(server)]);
  const urls = { CONTENT_DATABASE_URL: content.url, COMMERCE_DATABASE_URL: commerce.url };
  const system = await temporarySystem('S', urls);
  const dispose = async () => {
    await system[Symbol.asyncDispose]();
    await Promise.all([content.drop(), commerce.drop()]);
  };
  return { ...system, [Symbol.asyncDispose]: dispose };
}
