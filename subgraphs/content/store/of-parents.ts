import { type SelectQueryBuilder, sql } from 'kysely';
import type { ContentDb, ContentTables } from './tables.ts';

/** A row among those of one parent. */
export type OfParent<Row> = Row & { readonly parentId: string };

/** The parent's id within the query that `rowsOfParents` runs for each. */
export const parentId = sql<string>`parent.id`;

/**
 * Runs one query for each of many parents, in one statement.
 * @param query names its parent by `parentId`; its limit holds for each parent
 * @param order the query's order again, by the names of its columns as they come out: SQL keeps no order of inner queries
 */
export async function rowsOfParents<Row>(
  db: ContentDb,
  parentIds: readonly string[],
  query: SelectQueryBuilder<ContentTables, never, Row>,
  order: string,
): Promise<OfParent<Row>[]> {
  const { rows } = await sql<OfParent<Row>>`
    select parent.id as "parentId", each_row.*
    from unnest(${parentIds}::text[]) as parent(id) cross join lateral (${query}) as each_row
    order by ${sql.raw(order)}`.execute(db);
  return rows;
}
