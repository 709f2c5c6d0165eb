import { CompiledQuery, PGliteAdapter, type QueryExecutorProvider } from 'kysely';
import pg from 'pg';
import { binaryType, writeValue } from './binary/binary-types.ts';
import { ByteWriter } from './binary/byte-writer.ts';
import { insertRows, type RowTypes } from './json-rows.ts';

/** The rows of `copy … from stdin (format binary)` (https://www.postgresql.org/docs/15/sql-copy.html#id-1.9.3.55.9.4). */
class CopyBytes {
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
}

/** The format's signature, no flags and no extension. */
const HEADER = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
/** What a row may come to; more has room, too. */
const ROW_BYTES = 512;

/**
 * Inserts rows, as `insertRows` does, by PostgreSQL's `copy`, which takes them in many at once, in the server's own format of values, of
 * which it has nothing to read. The embedded database gets an insert.
 * @param types the rows' columns; written into the statement as they stand, so they are constants
 * @param rows values: text, numbers, booleans, Date, lists of these, bytea as `\x` and hexadecimal digits; null or absent for null
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
  const names = Object.keys(types).map((column) => `"${column}"`);
  const statement = `copy "${table}" (${names.join(', ')}) from stdin (format binary)`;
  await executor.executeQuery(CompiledQuery.raw(statement, [new CopyBytes(bytesOf(types, rows))]));
}

function bytesOf<Row extends object>(types: RowTypes<Row>, rows: readonly Row[]): Buffer {
  const columns = Object.entries<string>(types).map(([name, given]) => {
    const type = binaryType(given);
    if (!type) throw new TypeError(`${given} is not copied.`);
    return { name: name as keyof Row, type };
  });
  const writer = new ByteWriter(HEADER.length + rows.length * ROW_BYTES);
  writer.raw(HEADER);
  for (const row of rows) {
    writer.int16(columns.length);
    for (const { name, type } of columns) writeValue(writer, type, row[name]);
  }
  writer.int16(-1);
  return writer.done();
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
  constructor(statement: string, bytes: Buffer, done: (error: Error | undefined, result: unknown) => void) {
    super(statement, done);
    const submit = this.submit.bind(this);
    this.submit = (connection) => {
      submit(connection);
      const copying = connection as unknown as CopyConnection;
      copying.sendCopyFromChunk(bytes);
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
  if (!(rows instanceof CopyBytes)) return undefined;
  return new Promise((resolve, reject) => {
    query(new CopyQuery(String(text), rows.bytes, (error, result) => (error ? reject(error) : resolve(result))));
  });
}
