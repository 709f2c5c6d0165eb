import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, test } from 'vitest';
import { contentMigrations } from '../../../../subgraphs/content/migrations/migrations.ts';
import { type DatabaseSource, openDatabase } from '../../../../subgraphs/kit/database.ts';
import { migrate } from '../../../../subgraphs/kit/migrate.ts';
import { describeOnDatabases } from '../../../kit/databases.ts';

const first: Migration = { up: (db) => sql`create table things (id text primary key)`.execute(db).then(() => {}) };
const second: Migration = { up: (db) => sql`insert into things values ('once')`.execute(db).then(() => {}) };
const broken: Migration = {
  async up(db) {
    await sql`insert into things values ('half')`.execute(db);
    await sql`select no_such_column`.execute(db);
  },
};

/** A process that opens content's database, as a server does when it starts. */
async function startOpener(url: string): Promise<{ code: number; output: string }> {
  const open = new URL('../../../../subgraphs/content/store/open.ts', import.meta.url).href;
  const script = `const { openContentDatabase } = await import(${JSON.stringify(open)});
    const database = await openContentDatabase({ url: ${JSON.stringify(url)} }); await database.close();`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const [code] = await once(child, 'exit');
  return { code, output };
}

describeOnDatabases('migrations', (fresh, isShared) => {
  async function withDatabase<T>(
    source: DatabaseSource,
    use: (database: Awaited<ReturnType<typeof openDatabase>>) => Promise<T>,
  ) {
    const database = await openDatabase<unknown>(source);
    try {
      return await use(database);
    } finally {
      await database.close();
    }
  }
  const things = (database: Awaited<ReturnType<typeof openDatabase>>) =>
    sql<{ id: string }>`select id from things`.execute(database.db).then(({ rows }) => rows.map((row) => row.id));

  test('run in the order of their names, each once', async () => {
    await withDatabase(await fresh(), async (database) => {
      expect(await migrate(database, { '002': second, '001': first })).toEqual(['001', '002']);
      expect(await migrate(database, { '002': second, '001': first })).toEqual([]);
      await expect(migrate(database, { '002': second })).rejects.toThrow(
        /not known here, 001: it is another subgraph’s/,
      );
      expect(await things(database)).toEqual(['once']);
    });
  });

  test('that fail leave nothing behind, and run again when mended', async () => {
    await withDatabase(await fresh(), async (database) => {
      await migrate(database, { '001': first });
      await expect(migrate(database, { '001': first, '002': broken })).rejects.toThrow(/no_such_column/);
      expect(await things(database)).toEqual([]);
      expect(await migrate(database, { '001': first, '002': second })).toEqual(['002']);
    });
  });

  if (isShared) {
    test('started by several processes at once run once', async () => {
      const source = await fresh();
      const url = 'url' in source ? source.url : '';
      const openers = await Promise.all(Array.from({ length: 5 }, () => startOpener(url)));
      expect(openers).toEqual(Array.from({ length: 5 }, () => ({ code: 0, output: '' })));
      await withDatabase(source, async (database) => {
        const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(
          database.db,
        );
        expect(rows.map((row) => row.name)).toEqual(Object.keys(contentMigrations));
      });
    });
  }
});
