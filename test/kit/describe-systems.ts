import { describe, inject } from 'vitest';
import { startSystem, startSystemOnPostgres, type TestSystem } from './test-system.ts';

const postgresUrl = inject('postgresUrl');

/**
 * A `describe` of the whole system with the sample world S, whose tests run twice: over embedded databases, and over PostgreSQL, where
 * they are skipped when none is installed.
 * @param body the tests; `start` starts a system, and whoever does disposes of it
 */
export function describeOnSystems(name: string, body: (start: () => Promise<TestSystem>) => void): void {
  describe(`${name}, on PGlite`, () => body(() => startSystem()));
  if (postgresUrl === null) {
    describe.skip(`${name}, on PostgreSQL (none is installed)`, () => body(() => Promise.reject(new Error('skipped'))));
  } else {
    describe(`${name}, on PostgreSQL`, () => body(() => startSystemOnPostgres(postgresUrl)));
  }
}
