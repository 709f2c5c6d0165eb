import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { describeOnDatabases } from '../kit/databases.ts';

describeOnDatabases('a database for a test', (fresh) => {
  test('is empty, and apart from every other', async () => {
    const first = await openDatabase(await fresh());
    const second = await openDatabase(await fresh());
    try {
      await sql`create table planted (id text)`.execute(first.db);
      await sql`insert into planted values ('note_1')`.execute(first.db);
      expect(await first.db.introspection.getTables()).toMatchObject([{ name: 'planted' }]);
      expect(await second.db.introspection.getTables()).toEqual([]);
    } finally {
      await first.close();
      await second.close();
    }
  });

  test('holds Chinese text as it is, and finds it', async () => {
    const database = await openDatabase(await fresh());
    try {
      const { rows } = await sql`select '救命!夜爬泰山' as title, '救命!夜爬泰山' ilike '%泰山%' as found`.execute(
        database.db,
      );
      expect(rows).toEqual([{ title: '救命!夜爬泰山', found: true }]);
    } finally {
      await database.close();
    }
  });
});
