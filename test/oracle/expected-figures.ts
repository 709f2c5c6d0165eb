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

const SCRIPTS = ['facts', 'outcomes', 'credit', 'figures'];

/**
 * Works out every figure that raw events come to: of each subject, day, window and model. It knows the rules of the trade and the raw
 * events, and nothing of the code that keeps figures: `sql/` is all of it.
 */
export async function expectedFigures(events: Iterable<RawEvent> | AsyncIterable<RawEvent>): Promise<Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'redcat-oracle-'));
  const instance = await DuckDBInstance.create(':memory:', { threads: '2', memory_limit: '4GB' });
  const connection = await instance.connect();
  try {
    const file = join(folder, 'events.ndjson');
    await pipeline(lines(events), createWriteStream(file));
    await loadEvents(connection, file);
    for (const script of SCRIPTS) await connection.run(await readFile(`test/oracle/sql/${script}.sql`, 'utf8'));
    const reader = await connection.runAndReadAll(`
      select kind, id, strftime(date '1970-01-01' + day::int, '%Y-%m-%d') as day, "window", model, figure, amount::double as amount
      from figures`);
    return reader.getRowObjectsJS() as unknown as Figure[];
  } finally {
    connection.closeSync();
    instance.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}

async function* lines(events: Iterable<RawEvent> | AsyncIterable<RawEvent>): AsyncGenerator<string> {
  for await (const event of events) yield `${JSON.stringify(event)}\n`;
}

async function loadEvents(connection: DuckDBConnection, file: string): Promise<void> {
  const columns = Object.entries(RAW_EVENT_TYPES).map(([name, type]) => `${name}: '${type}'`);
  await connection.run(`
    create table events as
    select * from read_json('${file}', format = 'newline_delimited', columns = {${columns.join(', ')}})`);
}
