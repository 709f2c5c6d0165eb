import type pg from 'pg';
import { changingTable, lacksTable, openPool } from './postgres.ts';
import type { UsedSignatures } from './used-signatures.ts';

/** How often what could be used no more is taken out, in milliseconds. */
const CLEAN_EVERY = 60_000;

const TABLE = 'redcat_used_signatures';

/** Keeps used signatures in PostgreSQL, in a table that is made with the first one. @param url `postgres://…` */
export function postgresUsedSignatures(url: string): UsedSignatures {
  const pool = openPool(url, 4);
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
    knownSince: 0,
    async use(signature, holdsFor) {
      const isNew = await insert(signature, holdsFor).catch(async (error) => {
        if (!lacksTable(error)) throw error;
        await make(pool);
        return insert(signature, holdsFor);
      });
      clean();
      return isNew;
    },
    close: () => pool.end(),
  };
}

function make(pool: pg.Pool): Promise<void> {
  return changingTable(pool, TABLE, async (connection) => {
    await connection.query(
      `CREATE TABLE IF NOT EXISTS ${TABLE} (signature bytea PRIMARY KEY, until timestamptz NOT NULL)`,
    );
    await connection.query(`CREATE INDEX IF NOT EXISTS ${TABLE}_until ON ${TABLE} (until)`);
  });
}
