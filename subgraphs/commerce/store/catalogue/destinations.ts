import { sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** Where a product is sold, as links to it need it. Templates have `{product}` and `{click}`. */
export interface Destination {
  readonly productId: string;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly appLink: string | null;
  readonly webLink: string | null;
}

/** Where some products are sold, in no order. */
export function destinationsOfProducts(db: CommerceDb, productIds: readonly string[]): Promise<Destination[]> {
  return db
    .selectFrom('products')
    .innerJoin('platforms', 'platforms.id', 'products.platform_id')
    .select(['products.id as productId', 'platforms.id as platformId', 'platform_product_id as platformProductId'])
    .select(['app_link as appLink', 'web_link as webLink'])
    .where('products.id', '=', sql<string>`any(${productIds}::text[])`)
    .execute();
}
