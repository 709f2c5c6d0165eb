import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { figuresByDay, figuresOf } from '../../subgraphs/commerce/store/figures/figures.ts';
import type { CommerceTables } from '../../subgraphs/commerce/store/tables.ts';

/** What one reading of a note's figures costs PostgreSQL. */
export interface ReadCost {
  /** That scans gave. */
  readonly rows: number;
  /** Pages touched, in memory or not. */
  readonly buffers: number;
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Shared Hit Blocks': number;
  readonly 'Shared Read Blocks': number;
  readonly Plans?: readonly PlanNode[];
}

/**
 * Reads a note's figures ever, of a range and by its days, with commerce's own statements, and lets PostgreSQL explain each.
 * @param url commerce's database
 */
export async function readCost(url: string, noteId: string, range: { from: string; to: string }): Promise<ReadCost> {
  const statements: { sql: string; parameters: readonly unknown[] }[] = [];
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  const db = new Kysely<CommerceTables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      statements.push({ sql: query.sql, parameters: query.parameters });
    },
  });
  try {
    const query = { kind: 'NOTE', window: 'DAYS_15', model: 'LINEAR' } as const;
    await figuresOf(db, { ...query, range: null }, [noteId]);
    await figuresOf(db, { ...query, range }, [noteId]);
    await figuresByDay(db, { ...query, range }, [noteId]);
    const costs: ReadCost[] = [];
    for (const { sql, parameters } of statements) costs.push(await explain(pool, sql, parameters));
    const sum = (of: (cost: ReadCost) => number) => costs.reduce((total, cost) => total + of(cost), 0);
    return { rows: sum((cost) => cost.rows), buffers: sum((cost) => cost.buffers) };
  } finally {
    await db.destroy();
  }
}

async function explain(pool: pg.Pool, sql: string, parameters: readonly unknown[]): Promise<ReadCost> {
  const { rows } = await pool.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(
    `explain (analyze, buffers, format json) ${sql}`,
    [...parameters],
  );
  const plan = rows[0]?.['QUERY PLAN'][0]?.Plan;
  if (!plan) throw new Error('PostgreSQL explained nothing.');
  return { rows: scanned(plan), buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'] };
}

function scanned(node: PlanNode): number {
  const own = / Scan$/.test(node['Node Type']) ? node['Actual Rows'] * node['Actual Loops'] : 0;
  return (node.Plans ?? []).reduce((sum, below) => sum + scanned(below), own);
}
