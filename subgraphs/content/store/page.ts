import { type RawBuilder, sql } from 'kysely';

/** A page of a list in order: how many rows, and the place that it begins after. */
export interface Page<Keys extends readonly unknown[]> {
  readonly first: number;
  readonly after: Keys | undefined;
}

/**
 * The condition that a row comes after a place in an order that falls (the greater key first) in each of its columns.
 * @param columns the order's columns, the last of them unique
 */
export function afterInFallingOrder<Keys extends readonly unknown[]>(
  columns: string,
  after: Keys | undefined,
): RawBuilder<boolean> {
  return after === undefined ? sql<boolean>`true` : sql<boolean>`(${sql.raw(columns)}) < (${sql.join([...after])})`;
}

/** The rows of a page, and one more, which says that there is a next page. */
export function rowsOf({ first }: { readonly first: number }): number {
  return first + 1;
}
