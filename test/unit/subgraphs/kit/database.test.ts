import { rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../../../subgraphs/kit/database.ts';
import { migrate } from '../../../../subgraphs/kit/migrate.ts';
import { newDataFolder } from '../../../kit/data-folder.ts';
import { describeOnDatabases } from '../../../kit/databases.ts';
import { createDatabase } from '../../../kit/postgres.ts';

describeOnDatabases('a database', (fresh) => {
  test('gives each type as the same value, whatever the engine', async () => {
    const database = await openDatabase(await fresh());
    try {
      const { rows } = await sql`select 9007199254740991::bigint as big, '2025-05-07'::date as day, count(*) as counted,
        '2025-05-07T04:00:00.123Z'::timestamptz as instant, 12.50::numeric as decimal, '\\xff00'::bytea as bytes,
        array['早八', 'b"c'] as texts, null::text as nothing, true as yes from (values (1), (2)) as v`.execute(
        database.db,
      );
      expect(rows).toEqual([
        {
          big: 9_007_199_254_740_991,
          day: '2025-05-07',
          counted: 2,
          instant: new Date('2025-05-07T04:00:00.123Z'),
          decimal: '12.50',
          bytes: expect.anything(),
          texts: ['早八', 'b"c'],
          nothing: null,
          yes: true,
        },
      ]);
      expect([...(rows[0] as { bytes: Uint8Array }).bytes]).toEqual([255, 0]);
    } finally {
      await database.close();
    }
  });

  test('tells of each statement that ran', async () => {
    const seen: [string, number][] = [];
    const database = await openDatabase(await fresh(), (text, milliseconds) => seen.push([text, milliseconds]));
    try {
      await sql`select ${1}::int`.execute(database.db);
      expect(seen).toEqual([['select $1::int', expect.any(Number)]]);
    } finally {
      await database.close();
    }
  });

  test('rolls back what a failing transaction did', async () => {
    const database = await openDatabase(await fresh());
    try {
      await sql`create table things (id text)`.execute(database.db);
      const failing = database.db.transaction().execute(async (transaction) => {
        await sql`insert into things values ('a')`.execute(transaction);
        throw new Error('no');
      });
      await expect(failing).rejects.toThrow('no');
      expect((await sql`select * from things`.execute(database.db)).rows).toEqual([]);
    } finally {
      await database.close();
    }
  });
});

describe.skipIf(inject('postgresUrl') === null)('a database on PostgreSQL', () => {
  let made: { url: string; drop(): Promise<void> };
  beforeAll(async () => {
    made = await createDatabase(inject('postgresUrl') ?? '');
  });
  afterAll(() => made.drop());

  test('ends what takes longer than its patience, and frees what a transaction that goes no further holds', async () => {
    const hasty = await openDatabase({ url: made.url, patienceMs: 100 });
    const other = await openDatabase({ url: made.url });
    try {
      await expect(sql`select pg_sleep(60)`.execute(hasty.db)).rejects.toMatchObject({ code: '57014' });
      const lost = hasty.db.transaction().execute(async (transaction) => {
        await sql`select pg_advisory_xact_lock(1)`.execute(transaction);
        await sql`select pg_advisory_lock(1)`.execute(other.db);
        await sql`select 1`.execute(transaction);
      });
      await expect(lost).rejects.toThrow();
      await sql`select 1`.execute(hasty.db);
    } finally {
      await hasty.close();
      await other.close();
    }
  });

  test('a migration takes as long as it does, and leaves the patience as it was', async () => {
    const database = await openDatabase({ url: made.url, patienceMs: 100, poolSize: 1 });
    try {
      const long = { up: async (db: Kysely<unknown>) => void (await sql`select pg_sleep(0.2)`.execute(db)) };
      expect(await migrate(database, { long })).toEqual(['long']);
      await expect(sql`select pg_sleep(60)`.execute(database.db)).rejects.toMatchObject({ code: '57014' });
    } finally {
      await database.close();
    }
  });

  test('goes on without prepared statements where a pooler loses them', async () => {
    const database = await openDatabase({ url: made.url, poolSize: 1 });
    const list = () => sql<{ sum: number }>`select sum(n)::int from unnest(${[1, 2]}::int[]) as n`.execute(database.db);
    try {
      await list();
      const { rows } = await sql`select from pg_prepared_statements where name like 'redcat%'`.execute(database.db);
      expect(rows).toHaveLength(1);
      // What it is as if the next transaction were given another of the pooler's connections.
      await sql`deallocate all`.execute(database.db);
      await expect(list()).rejects.toMatchObject({ code: '26000' });
      expect((await list()).rows).toEqual([{ sum: 3 }]);
      expect((await list()).rows).toEqual([{ sum: 3 }]);
    } finally {
      await database.close();
    }
  });
});

test('an embedded database in a folder keeps its rows, and gives the folder back', async () => {
  const folder = await newDataFolder();
  try {
    const first = await openDatabase({ folder });
    await sql`create table things as select '早八' as id`.execute(first.db);
    await first.close();
    const again = await openDatabase({ folder });
    expect((await sql`select id from things`.execute(again.db)).rows).toEqual([{ id: '早八' }]);
    await again.close();
  } finally {
    await rm(folder, { recursive: true });
  }
});
