import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** One row of the identity table: the name's hash, and the content's. */
interface Identity {
  readonly conversion: string;
  readonly content_hash: Uint8Array;
}

type Query = (sql: string, parameters?: unknown[]) => Promise<{ rows: unknown[] }>;

const TABLE = 'create table bare_identities (like event_identities including all) partition by hash (conversion)';
/** The same parts as the identity table has. */
const PARTS = `
  select format('create table bare_%s partition of bare_identities %s', relname, pg_get_expr(relpartbound, oid)) as make
  from pg_class where relispartition and relkind = 'r'
    and oid in (select inhrelid from pg_inherits where inhparent = 'event_identities'::regclass)`;
const INSERT = `insert into bare_identities select * from unnest($1::uuid[], $2::bytea[]) on conflict do nothing`;

/** What the bare statement did. */
export interface BareReport {
  readonly rows: number;
  readonly rowsPerSecond: number;
}

/**
 * Inserts the rows that the identity table has into an empty one like it, in as many parts, one statement and one commit for each batch, over one
 * connection: the least that counting each event once can cost on this PostgreSQL.
 * @param most rows
 */
export async function bareOnPostgres(url: string, batch: number, most: number): Promise<BareReport> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const query: Query = (sql, parameters) => client.query(sql, parameters);
    const { rows } = await query(`select conversion, content_hash from event_identities limit ${most}`);
    return await insertBare(query, rows as Identity[], batch);
  } finally {
    await client.end();
  }
}

/** The same on an embedded database, which nobody else may have open. */
export async function bareOnPglite(folder: string, batch: number, most: number): Promise<BareReport> {
  await using pglite = await PGlite.create(folder);
  const query: Query = (sql, parameters) => pglite.query(sql, parameters);
  const { rows } = await query(`select conversion, content_hash from event_identities limit ${most}`);
  return await insertBare(query, rows as Identity[], batch);
}

async function insertBare(query: Query, rows: readonly Identity[], batch: number): Promise<BareReport> {
  await query(TABLE);
  const { rows: parts } = await query(PARTS);
  for (const { make } of parts as { make: string }[]) await query(make);
  const began = performance.now();
  for (let from = 0; from < rows.length; from += batch) {
    const some = rows.slice(from, from + batch);
    await query(INSERT, [some.map((row) => row.conversion), some.map((row) => row.content_hash)]);
  }
  const seconds = (performance.now() - began) / 1_000;
  await query('drop table bare_identities');
  return { rows: rows.length, rowsPerSecond: Math.round(rows.length / seconds) };
}
