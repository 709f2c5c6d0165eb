import { afterAll, describe, inject } from 'vitest';
import type { DatabaseSource } from '../../subgraphs/kit/database.ts';
import { createPGlite } from './pglite-template.ts';
import { createDatabase } from './postgres.ts';

/** Makes an empty database for `openDatabase`; who opens it closes it. It is gone when the tests of the block have run. */
export type FreshDatabase = () => Promise<DatabaseSource>;

const postgresUrl = inject('postgresUrl');

/**
 * A `describe` whose tests run twice: on PGlite, and on PostgreSQL, where they are skipped when none is installed.
 * @param name what is described; the engine's name is added
 * @param body the tests; those that need a database of their own take it from `fresh`. `isShared` tells whether several processes can have one open
 */
export function describeOnDatabases(name: string, body: (fresh: FreshDatabase, isShared: boolean) => void): void {
  describe(`${name} on PGlite`, () => body(async () => ({ pglite: await createPGlite() }), false));
  if (postgresUrl === null) {
    describe.skip(`${name} on PostgreSQL (none is installed)`, () =>
      body(() => Promise.reject(new Error('skipped')), true));
    return;
  }
  describe(`${name} on PostgreSQL`, () => {
    const drops: (() => Promise<void>)[] = [];
    // Registered before the body's own hooks, so that it runs after them.
    afterAll(async () => {
      for (const drop of drops) await drop();
    });
    body(async () => {
      const { url, drop } = await createDatabase(postgresUrl);
      drops.push(drop);
      return { url };
    }, true);
  });
}
