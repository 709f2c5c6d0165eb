import pg from 'pg';
import { TIMEOUT } from './postgres-document.ts';

/** How often what could be used no more is taken out, in milliseconds. */
const CLEAN_EVERY = 60_000;

/** https://www.postgresql.org/docs/15/errcodes-appendix.html */
const UNDEFINED_TABLE = '42P01';
const TABLE = 'redcat_used_signatures';

/** Signatures that one of many gateways took. */
export interface UsedSignatures {
  /**
   * Notes that a signature is used. Rejects where that can't be noted.
   * @param signature its bytes @param holdsFor how long it could be used again, in milliseconds
   * @returns whether it is used for the first time
   */
  use(signature: Buffer, holdsFor: number): Promise<boolean>;
  close(): Promise<void>;
}

/** Keeps used signatures in PostgreSQL, in a table that is made with the first one. @param url `postgres://…` */
export function usedSignatures(url: string): UsedSignatures {
  const pool = new pg.Pool({
    connectionString: url,
    max: 4,
    allowExitOnIdle: true,
    connectionTimeoutMillis: TIMEOUT,
    query_timeout: TIMEOUT,
    statement_timeout: TIMEOUT,
  });
  pool.on('error', () => undefined);
  let cleanedAt = Number.NEGATIVE_INFINITY;
  const clean = () => {
    if (performance.now() - cleanedAt < CLEAN_EVERY) return;
    cleanedAt = performance.now();
    // What stays is taken out another time.
    pool.query(`DELETE FROM ${TABLE} WHERE until < now()`).catch(() => undefined);
  };
  const insert = async (signature: Buffer, holdsFor: number) => {
    const { rowCount } = await pool.query(
      `INSERT INTO ${TABLE} (signature, until) VALUES ($1, now() + $2 * interval '1 millisecond') ON CONFLICT DO NOTHING`,
      [signature, holdsFor],
    );
    return rowCount === 1;
  };
  return {
    async use(signature, holdsFor) {
      const isNew = await insert(signature, holdsFor).catch(async (error) => {
        if (error.code !== UNDEFINED_TABLE) throw error;
        await make(pool);
        return insert(signature, holdsFor);
      });
      clean();
      return isNew;
    },
    close: () => pool.end(),
  };
}

async function make(pool: pg.Pool): Promise<void> {
  const connection = await pool.connect();
  try {
    await connection.query('BEGIN');
    // Two that make the table at once would find each other's half of it.
    await connection.query('SELECT pg_advisory_xact_lock(hashtext($1))', [TABLE]);
    await connection.query(
      `CREATE TABLE IF NOT EXISTS ${TABLE} (signature bytea PRIMARY KEY, until timestamptz NOT NULL)`,
    );
    await connection.query(`CREATE INDEX IF NOT EXISTS ${TABLE}_until ON ${TABLE} (until)`);
    await connection.query('COMMIT');
  } catch (error) {
    await connection.query('ROLLBACK').catch(() => undefined);
    throw error;
  } finally {
    connection.release();
  }
}
