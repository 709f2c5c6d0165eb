/**
 * A row that another row refers to.
 * @throws when it is not there, which the database's constraints rule out
 */
export function present<Row>(row: Row | undefined, what: string): Row {
  if (row === undefined) throw new Error(`A ${what} that a row refers to is not there`);
  return row;
}
