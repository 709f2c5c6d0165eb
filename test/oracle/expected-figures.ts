import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { RAW_EVENT_TYPES, type RawEvent } from './raw-event.ts';

/** One figure that is not zero. */
export interface Figure {
  readonly kind: string;
  readonly id: string;
  /** YYYY-MM-DD in Asia/Shanghai. */
  readonly day: string;
  readonly window: string;
  /** Empty for linkClicks, which every model counts alike. */
  readonly model: string;
  /** A field of ConversionStats. */
  readonly figure: string;
  /** Money in 分, creditedOrders in millionths. */
  readonly amount: number;
}

/**
 * Works out every figure that raw events come to: of each subject, day, window and model. It knows the rules of the trade and the raw
 * events, and nothing of the code that keeps figures: `sql/` is all of it.
 */
export async function expectedFigures(events: RawRows<RawEvent>): Promise<Figure[]> {
  return askOracle<Figure>(
    { events: [RAW_EVENT_TYPES, events] },
    SCRIPTS,
    `select kind, id, strftime(date '1970-01-01' + day::int, '%Y-%m-%d') as day, "window", model, figure, amount::double as amount
    from figures`,
  );
}

type RawRows<Row> = Iterable<Row> | AsyncIterable<Row>;

/** Raw rows by the table that they become, with DuckDB's types of their columns. */
type RawTables = Readonly<Record<string, readonly [types: Readonly<Record<string, string>>, rows: RawRows<unknown>]>>;

/** The scripts that work out figures, in their order. */
export const SCRIPTS = ['facts', 'outcomes', 'credit', 'figures'];

/** Loads raw rows, runs scripts of `sql/` over them, and asks for what came of it. */
export async function askOracle<Row>(tables: RawTables, scripts: readonly string[], query: string): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-oracle-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  try {
    for (const [table, [types, rows]] of Object.entries(tables)) {
      const file = join(folder, `${table}.ndjson`);
      await pipeline(lines(rows), createWriteStream(file));
      await loadRows(connection, table, types, file);
    }
    for (const script of scripts) await connection.run(await readFile(`test/oracle/sql/${script}.sql`, 'utf8'));
    const reader = await connection.runAndReadAll(query);
    return reader.getRowObjectsJS() as unknown as Row[];
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* lines(rows: RawRows<unknown>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

async function loadRows(
  connection: DuckDBConnection,
  table: string,
  types: Readonly<Record<string, string>>,
  file: string,
): Promise<void> {
  const columns = Object.entries(types).map(([name, type]) => `${name}: '${type}'`);
  await connection.run(`
    create table ${table} as
    select * from read_json('${file}', format = 'newline_delimited', columns = {${columns.join(', ')}})`);
}
