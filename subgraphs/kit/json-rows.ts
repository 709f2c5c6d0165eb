import { type RawBuilder, sql } from 'kysely';

/** PostgreSQL's type of each column of a row. */
export type RowTypes<Row> = { readonly [Column in keyof Row & string]: string };

/**
 * Rows as a table within a statement, passed as one parameter: however many there are, the statement is the same, and it costs the
 * sender and the server less than an array for each column.
 * @param alias the table's name within the statement
 * @param types the rows' columns; written into the statement as they stand, so they are constants
 * @param rows values as JSON has them: instants as text or Date, bytea as `\x` and hexadecimal digits, arrays and objects for json
 */
export function jsonRows<Row extends object>(
  alias: string,
  types: RowTypes<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const columns = Object.entries<string>(types).map(([column, type]) => sql`${sql.ref(column)} ${sql.raw(type)}`);
  return sql`json_to_recordset(${JSON.stringify(rows)}::json) as ${sql.ref(alias)}(${sql.join(columns)})`;
}

/**
 * The beginning of a statement that inserts rows; the caller may add `on conflict` or `returning`. None of them is none too many: an
 * empty list inserts nothing.
 */
export function insertRows<Row extends object>(
  table: string,
  types: RowTypes<Row>,
  rows: readonly Row[],
): RawBuilder<unknown> {
  const columns = sql.join(Object.keys(types).map((column) => sql.ref(column)));
  return sql`insert into ${sql.table(table)} (${columns}) select ${columns} from ${jsonRows('row', types, rows)}`;
}
