import pg from 'pg';
import type { ClientStore } from '../keys/client-store.ts';
import { NO_CLIENTS, StoredClients } from '../keys/stored-clients.ts';

/** Longest wait for the database, in milliseconds: who waits longer is cut off from it. */
const TIMEOUT = 5000;

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01';

/** One row holds all: what is granted is always that of one change. */
const SCHEMA = `CREATE TABLE IF NOT EXISTS redcat_clients (
  id integer PRIMARY KEY CHECK (id = 1),
  version bigint NOT NULL,
  document jsonb NOT NULL
)`;
const FIRST = 'INSERT INTO redcat_clients (id, version, document) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING';

/** Clients in PostgreSQL 15 or newer, in a table that is made with the first change. @param url `postgres://…` */
export function postgresClients(url: string): ClientStore {
  const pool = new pg.Pool({
    connectionString: url,
    max: 2,
    allowExitOnIdle: true,
    connectionTimeoutMillis: TIMEOUT,
    query_timeout: TIMEOUT,
    statement_timeout: TIMEOUT,
  });
  // A connection that breaks while nobody uses it: the next question says so.
  pool.on('error', () => undefined);
  return {
    place: url.replace(/\/\/[^@/]*@/, '//'),
    version: async () => String((await row(pool, 'version'))?.version),
    read: async () => StoredClients.parse((await row(pool, 'document'))?.document ?? NO_CLIENTS),
    change: (edit) => changed(pool, edit),
    close: () => pool.end(),
  };
}

/** Undefined as long as nothing was ever kept. */
async function row(pool: pg.Pool, column: 'version' | 'document'): Promise<Record<string, unknown> | undefined> {
  const asked = pool.query(`SELECT ${column} FROM redcat_clients WHERE id = 1`);
  const { rows } = await asked.catch((error) => {
    if (error.code === UNDEFINED_TABLE) return { rows: [] };
    throw error;
  });
  return rows[0];
}

async function changed(pool: pg.Pool, edit: (clients: StoredClients) => StoredClients): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    // Two that make the table at once would find each other's half of it.
    await connection.query("SELECT pg_advisory_xact_lock(hashtext('redcat_clients'))");
    await connection.query(SCHEMA);
    await connection.query(FIRST, [JSON.stringify(NO_CLIENTS)]);
    const { rows } = await connection.query('SELECT document FROM redcat_clients WHERE id = 1 FOR UPDATE');
    const document = JSON.stringify(edit(StoredClients.parse(rows[0].document)));
    await connection.query('UPDATE redcat_clients SET document = $1, version = version + 1 WHERE id = 1', [document]);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}
