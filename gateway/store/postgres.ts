import pg from 'pg';

/** Longest wait for the database, in milliseconds: who waits longer is cut off from it. */
const TIMEOUT = 5000;

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01';

/** Connections to PostgreSQL 15 or newer. @param url `postgres://…` @param max most of them */
export function openPool(url: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    allowExitOnIdle: true,
    connectionTimeoutMillis: TIMEOUT,
    query_timeout: TIMEOUT,
    statement_timeout: TIMEOUT,
  });
  // A connection that breaks while nobody uses it: the next question says so.
  pool.on('error', () => undefined);
  return pool;
}

/** Whether what was asked failed since its table was not made yet. */
export function lacksTable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNDEFINED_TABLE;
}

/**
 * Works in a transaction, in which nobody else makes or changes the table: two that make it at once would find each other's half of it.
 * Rejects, with nothing changed, where the work does.
 */
export async function changingTable(
  pool: pg.Pool,
  table: string,
  work: (connection: pg.PoolClient) => Promise<void>,
): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    await connection.query('SELECT pg_advisory_xact_lock(hashtext($1))', [table]);
    await work(connection);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}
