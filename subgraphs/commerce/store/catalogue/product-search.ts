import { sql } from 'kysely';
import { quoteLexeme, searchVector } from '../../../kit/text/search-vector.ts';
import { indexTerms, queryTerms } from '../../../kit/text/segment.ts';
import type { CommerceDb } from '../tables.ts';

/** What is indexed of a product. */
export interface ProductText {
  readonly id: string;
  readonly title: string;
  readonly brandName: string | null;
  readonly category: string | null;
}

/** Makes products findable by title, brand and category: within the transaction that adds them. */
export async function indexProducts(db: CommerceDb, products: readonly ProductText[]): Promise<void> {
  const vectors = products.map(({ title, brandName, category }) =>
    searchVector([
      ['A', indexTerms(title)],
      ['B', indexTerms(category ?? '')],
      ['C', indexTerms(brandName ?? '')],
    ]),
  );
  await sql`
    insert into product_search (product_id, vector)
    select id, vector::tsvector
    from unnest(${products.map((product) => product.id)}::text[], ${vectors}::text[]) as v(id, vector)
    on conflict (product_id) do update set vector = excluded.vector`.execute(db);
}

/** A product that a search found: its rank in millionths, the higher the better. */
export interface Hit {
  readonly id: string;
  readonly rank: number;
}

/**
 * The products that a text finds, the best first, ties by id.
 * The rank is PostgreSQL's ts_rank_cd over our own terms, as a whole number, so that a page begins exactly where the last one ended.
 * @param page `after` is the last hit of the page before
 */
export async function searchProducts(
  db: CommerceDb,
  text: string,
  page: { readonly limit: number; readonly after: Hit | undefined },
): Promise<Hit[]> {
  const terms = queryTerms(text);
  if (terms.length === 0) return [];
  const query = terms.map(quoteLexeme).join(' | ');
  const { after } = page;
  const { rows } = await sql<Hit>`
    with hits as (
      select product_id as id, round(ts_rank_cd(vector, ${query}::tsquery) * 1000000)::int as rank
      from product_search where vector @@ ${query}::tsquery
    )
    select id, rank from hits
    where ${after === undefined ? sql`true` : sql`(rank < ${after.rank}::bigint or (rank = ${after.rank}::bigint and id > ${after.id}))`}
    order by rank desc, id
    limit ${page.limit}`.execute(db);
  return rows;
}
