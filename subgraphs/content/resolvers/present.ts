/**
 * What the database promises to be there (a foreign key holds it).
 * @throws when it is not: a fault of ours, which the client sees masked
 */
export function present<Row>(row: Row | undefined): Row {
  if (row === undefined) throw new Error('A row that another refers to is missing.');
  return row;
}
