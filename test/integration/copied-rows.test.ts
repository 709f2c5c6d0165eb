import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { copyRows } from '../../subgraphs/kit/copy-rows.ts';
import { openDatabase } from '../../subgraphs/kit/database.ts';
import { givenRows } from '../../subgraphs/kit/given-rows.ts';
import { describeOnDatabases } from '../kit/databases.ts';

interface Tables {
  copied: { place: number; text: string; list: string[]; bytes: Uint8Array; at: Date; flag: boolean };
}

const TYPES = {
  place: 'integer',
  text: 'text',
  list: 'text[]',
  bytes: 'bytea',
  at: 'timestamptz',
  flag: 'boolean',
} as const;
const TABLE =
  'create table copied (place integer primary key, text text, list text[], bytes bytea, at timestamptz, flag boolean)';

/** One row of values at their types' bounds, and one without any. */
const VALUES = [
  {
    flag: true,
    bytes: '\\x00ff',
    large: -9_007_199_254_740_991,
    small: -32_768,
    whole: -2_147_483_648,
    text: `${'x'.repeat(200)}小红书`,
    day: '1969-12-31',
    at: new Date('1969-12-31T23:59:59.999Z'),
    name: '0123abcd-4567-89ef-fedc-ba9876543210',
  },
  { flag: null, bytes: null, large: null, small: null, whole: null, text: null, day: null, at: null, name: null },
];
const VALUE_TYPES = {
  flag: 'boolean',
  bytes: 'bytea',
  large: 'bigint',
  small: 'smallint',
  whole: 'integer',
  text: 'text',
  day: 'date',
  at: 'timestamptz',
  name: 'uuid',
} as const;

describeOnDatabases('copying rows', (fresh) => {
  test('keeps values of every type, in rows that are copied and in rows that are given to a statement', async () => {
    const { db, close } = await openDatabase<Tables>(await fresh());
    try {
      const columns = Object.entries(VALUE_TYPES).map(([name, type]) => `${name} ${type}`);
      await sql.raw(`create table valued (${columns.join(', ')})`).execute(db);
      await copyRows<object>(db, 'valued', VALUE_TYPES, VALUES);
      const copied = await sql<{ bytes: Uint8Array | null }>`select * from valued`.execute(db);
      const given = await sql`select * from ${givenRows(db, 'given', VALUE_TYPES, VALUES)}`.execute(db);
      const none = await sql`select * from ${givenRows(db, 'given', VALUE_TYPES, [])}`.execute(db);
      expect(copied.rows).toEqual(VALUES.map((row, place) => ({ ...row, bytes: copied.rows[place]?.bytes })));
      expect(Buffer.from(copied.rows[0]?.bytes ?? []).toString('hex')).toBe('00ff');
      expect(given.rows).toEqual(copied.rows);
      expect(none.rows).toEqual([]);
    } finally {
      await close();
    }
  });

  test('keeps every value as it is, whatever characters it has; what fails leaves nothing, and the connection usable', async () => {
    const database = await openDatabase<Tables>(await fresh());
    const { db } = database;
    try {
      await sql.raw(TABLE).execute(db);
      const odd = ['', '\\N', '\\.', 'tab\tline\nreturn\r\\', 'NULL', '"quoted", {braced}', '小红书 🐱', "it's"];
      const at = new Date('2025-05-07T04:00:00.123Z');
      const rows = odd.map((text, place) => ({
        place,
        text,
        list: [text, ...odd],
        bytes: '\\x00ff5c',
        at,
        flag: true,
      }));
      const nothing = { place: 100, text: null, list: [], bytes: null, flag: false };
      await db.transaction().execute((transaction) => copyRows(transaction, 'copied', TYPES, [...rows, nothing]));
      const kept = await db.selectFrom('copied').selectAll().orderBy('place').execute();
      expect(kept.slice(0, -1)).toEqual(rows.map((row) => ({ ...row, bytes: kept[0]?.bytes })));
      expect(Buffer.from(kept[0]?.bytes ?? []).toString('hex')).toBe('00ff5c');
      expect(kept.at(-1)).toEqual({ ...nothing, at: null });
      const again = db.transaction().execute(async (transaction) => {
        await copyRows(transaction, 'copied', TYPES, [{ place: 200 }]);
        await copyRows(transaction, 'copied', TYPES, [{ place: 201 }, { place: 0 }]);
      });
      await expect(again).rejects.toMatchObject({ code: '23505' });
      await copyRows(db, 'copied', TYPES, [{ place: 202 }]);
      const { count } = await db
        .selectFrom('copied')
        .select((eb) => eb.fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      expect(count).toBe(odd.length + 2);
    } finally {
      await database.close();
    }
  });
});
