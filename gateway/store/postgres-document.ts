import type pg from 'pg';
import type { DocumentKind, DocumentStore } from './document-store.ts';
import { keptDocument } from './kept-document.ts';
import { changingTable, lacksTable, openPool } from './postgres.ts';
import { readDocument } from './read-document.ts';

/** One row holds all: what is read is always that of one change. */
const schemaOf = (table: string) => `CREATE TABLE IF NOT EXISTS ${table} (
  id integer PRIMARY KEY CHECK (id = 1),
  version bigint NOT NULL,
  document jsonb NOT NULL
)`;
const firstOf = (table: string) =>
  `INSERT INTO ${table} (id, version, document) VALUES (1, 0, $1) ON CONFLICT (id) DO NOTHING`;

/** A document in PostgreSQL 15 or newer, in a table of its own that is made with the first change. @param url `postgres://…` */
export function postgresDocument<T>(url: string, kind: DocumentKind<T>): DocumentStore<T> {
  const pool = openPool(url, 2);
  return {
    place: url.replace(/\/\/[^@/]*@/, '//'),
    version: async () => String((await row(pool, kind.table, 'version'))?.version),
    read: async () => {
      const kept = await row(pool, kind.table, 'document');
      return readDocument(kept?.document ?? kind.empty, `The table ${kind.table}`, kind);
    },
    change: (edit) => changed(pool, kind, edit),
    close: () => pool.end(),
  };
}

/** Undefined as long as nothing was ever kept. */
async function row(
  pool: pg.Pool,
  table: string,
  column: 'version' | 'document',
): Promise<Record<string, unknown> | undefined> {
  const asked = pool.query(`SELECT ${column} FROM ${table} WHERE id = 1`);
  const { rows } = await asked.catch((error) => {
    if (lacksTable(error)) return { rows: [] };
    throw error;
  });
  return rows[0];
}

function changed<T>(pool: pg.Pool, kind: DocumentKind<T>, edit: (document: T) => T): Promise<void> {
  const { table, empty } = kind;
  return changingTable(pool, table, async (connection) => {
    await connection.query(schemaOf(table));
    await connection.query(firstOf(table), [JSON.stringify(empty)]);
    const { rows } = await connection.query(`SELECT document FROM ${table} WHERE id = 1 FOR UPDATE`);
    const before = readDocument(rows[0].document, `The table ${table}`, kind);
    const document = JSON.stringify(keptDocument(edit(before), kind));
    await connection.query(`UPDATE ${table} SET document = $1, version = version + 1 WHERE id = 1`, [document]);
  });
}
