import { CompiledQuery, PGliteAdapter, type QueryExecutorProvider } from 'kysely';
import pg from 'pg';
import { insertRows, type RowTypes } from './json-rows.ts';

/** The rows of `copy … from stdin` in its text format (https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.2). */
class CopyText {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/**
 * Inserts rows, as `insertRows` does, by PostgreSQL's `copy`, which takes them in many at once and costs the server half as much. The
 * embedded database gets an insert.
 * @param types the rows' columns; written into the statement as they stand, so they are constants
 * @param rows values: text, numbers, booleans, Date, lists of text or Date, bytea as `\x` and hexadecimal digits; null or absent for null
 */
export async function copyRows<Row extends object>(
  db: QueryExecutorProvider,
  table: string,
  types: RowTypes<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const executor = db.getExecutor();
  if (executor.adapter instanceof PGliteAdapter) {
    await insertRows(table, types, rows).execute(db);
    return;
  }
  const columns = Object.keys(types) as (keyof Row & string)[];
  const statement = `copy "${table}" (${columns.map((column) => `"${column}"`).join(', ')}) from stdin`;
  await executor.executeQuery(CompiledQuery.raw(statement, [new CopyText(linesOf(types, columns, rows))]));
}

/** One string that grows, and no list of parts: there are tens of thousands of values, most of them null. */
function linesOf<Row extends object>(
  types: RowTypes<Row>,
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  const plain = columns.map((column) => PLAIN.has(types[column]));
  let text = '';
  for (const row of rows) {
    for (let place = 0; place < columns.length; place++) {
      if (place > 0) text += '\t';
      const value = row[columns[place] as keyof Row];
      if (value === null || value === undefined) text += '\\N';
      else text += plain[place] ? textOf(value) : field(value);
    }
    text += '\n';
  }
  return text;
}

/** Types whose values hold no character that `copy` takes for its own. */
const PLAIN: ReadonlySet<string> = new Set(['uuid', 'timestamptz', 'integer', 'bigint', 'smallint', 'boolean', 'date']);

const SPECIAL = /[\\\t\n\r]/;
const ESCAPED: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function field(value: unknown): string {
  const text = Array.isArray(value) ? listOf(value) : textOf(value);
  return SPECIAL.test(text) ? text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPED[character] ?? character) : text;
}

function textOf(value: unknown): string {
  return value instanceof Date ? value.toISOString() : String(value);
}

/** https://www.postgresql.org/docs/15/arrays.html#ARRAYS-IO */
function listOf(values: readonly unknown[]): string {
  return `{${values.map((value) => `"${textOf(value).replaceAll(/["\\]/g, '\\$&')}"`).join(',')}}`;
}

/** The part of pg's connection that sends what `copy` takes. */
interface CopyConnection {
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/**
 * Sends the rows right behind the statement: who sends may be at work when the server asks for them. Where the statement fails, the server
 * passes them over (https://www.postgresql.org/docs/15/protocol-flow.html#PROTOCOL-COPY).
 */
class CopyQuery extends pg.Query {
  constructor(statement: string, text: string, done: (error: Error | undefined, result: unknown) => void) {
    super(statement, done);
    const submit = this.submit.bind(this);
    this.submit = (connection) => {
      submit(connection);
      const copying = connection as unknown as CopyConnection;
      copying.sendCopyFromChunk(Buffer.from(text));
      copying.endCopyFrom();
    };
  }

  handleCopyInResponse(): void {}
}

/** Runs a statement of `copyRows` on pg's connection; undefined for any other one. */
export function copyIn(
  query: (query: pg.Query) => unknown,
  text: unknown,
  values: unknown,
): Promise<unknown> | undefined {
  const [rows] = Array.isArray(values) ? values : [];
  if (!(rows instanceof CopyText)) return undefined;
  return new Promise((resolve, reject) => {
    query(new CopyQuery(String(text), rows.text, (error, result) => (error ? reject(error) : resolve(result))));
  });
}
