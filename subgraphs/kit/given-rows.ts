import { PGliteAdapter, type QueryExecutorProvider, type RawBuilder, sql } from 'kysely';
import { binaryType, writeList } from './binary/binary-types.ts';
import { ByteWriter } from './binary/byte-writer.ts';
import { jsonRows, type RowTypes } from './json-rows.ts';

/** What a value may come to; more has room, too. */
const VALUE_BYTES = 40;

/**
 * Rows as a table within a statement, as `jsonRows` has them, in the server's own format: a list for each column, of which the server has
 * nothing to read. The embedded database gets JSON, as do rows with lists in them.
 * @param alias the table's name within the statement
 * @param types the rows' columns; written into the statement as they stand, so they are constants
 * @param rows values: text, numbers, booleans, Date, bytea as `\x` and hexadecimal digits; null or absent for null
 */
export function givenRows<Row extends object>(
  db: QueryExecutorProvider,
  alias: string,
  types: RowTypes<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const columns = Object.entries<string>(types);
  const isPlain = columns.every(([, type]) => !type.endsWith('[]') && binaryType(type));
  if (!isPlain || db.getExecutor().adapter instanceof PGliteAdapter) return jsonRows(alias, types, rows);
  const lists = columns.map(([column, type]) => {
    const values = rows.map((row) => row[column as keyof Row]);
    return givenList(db, type, values);
  });
  return sql`unnest(${sql.join(lists)}) as ${sql.ref(alias)}(${sql.join(columns.map(([column]) => sql.ref(column)))})`;
}

/**
 * A list within a statement, in the server's own format. The embedded database gets it as text.
 * @param type of its elements; written into the statement as it stands, so it is a constant
 * @param values as `givenRows` has them
 */
export function givenList(db: QueryExecutorProvider, type: string, values: readonly unknown[]): RawBuilder<unknown> {
  const isEmbedded = db.getExecutor().adapter instanceof PGliteAdapter;
  return sql`${isEmbedded ? values : listOf(type, values)}::${sql.raw(type)}[]`;
}

function listOf(type: string, values: readonly unknown[]): Buffer {
  const writer = new ByteWriter(20 + values.length * VALUE_BYTES);
  writeList(writer, binaryType(type), values);
  return writer.done();
}
