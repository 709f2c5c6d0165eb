import { type Kysely, type QueryExecutorProvider, sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';

/** The table of a subgraph that holds what was decided. */
export interface DecidedCellsTable {
  /** The report, and what of it the cell is: the same key is the same cell for good. */
  key: string;
  /** JSON as it was first decided. */
  cell: unknown;
  decided_at: Date;
}

/** A subgraph's database, or a transaction of it; which other tables it has does not matter. */
type Db = QueryExecutorProvider;

/** Makes the table of a subgraph; for its migration. */
export async function createDecidedCells(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table decided_cells (
      key text collate "C" primary key,
      cell jsonb not null,
      decided_at timestamptz(3) not null default now()
    )`.execute(db);
}

/** A cell, and what is to be told of it. */
export interface Cell<Value extends object> {
  readonly key: string;
  readonly value: Value;
}

/** What was decided of some cells, by their keys; those of which nothing was decided are absent. */
export async function readDecided<Value extends object>(db: Db, keys: readonly string[]): Promise<Map<string, Value>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; cell: Value }>`
    select key, cell from decided_cells where key = any(${keys}::text[])`.execute(db);
  return new Map(rows.map(({ key, cell }) => [key, cell]));
}

/**
 * Decides cells of periods that have closed. What was decided before stays, whatever is known since: who asked then and who asks now learn
 * the same, so that two answers give no difference. Of two who decide at once one is first.
 * @returns what holds of each cell, by its key
 */
export async function decideOnce<Value extends object>(
  db: Db,
  cells: readonly Cell<Value>[],
): Promise<Map<string, Value>> {
  if (cells.length === 0) return new Map();
  const rows = cells.map(({ key, value }) => ({ key, cell: value }));
  await sql`
    insert into decided_cells (key, cell) select key, cell from ${jsonRows('row', { key: 'text', cell: 'jsonb' }, rows)}
    on conflict do nothing`.execute(db);
  return readDecided(
    db,
    cells.map(({ key }) => key),
  );
}
