import { type SelectQueryBuilder, sql } from 'kysely';
import { yuan } from '../../../kit/money.ts';
import { type OfParent, parentId, rowsOfParents } from '../../../kit/rows-of-parents.ts';
import type { ProductModel } from '../../models/catalogue.ts';
import type { CommerceDb, CommerceTables } from '../tables.ts';
import type { Industry, SalesTrack } from './catalogue-tables.ts';

/** Which products a list holds; null: whichever. */
export interface ProductFilter {
  readonly shopId: string | null;
  readonly industry: Industry | null;
  readonly salesTrack: SalesTrack | null;
}

/** How many rows of a list by id, from after which one on. */
interface PageById {
  readonly limit: number;
  readonly after: string | undefined;
}

type Row = Awaited<ReturnType<ReturnType<typeof selectProducts>['execute']>>[number];

function selectProducts(db: CommerceDb) {
  return db
    .selectFrom('products')
    .select([
      'products.id',
      'platform_id as platformId',
      'platform_product_id as platformProductId',
      'shop_id as shopId',
    ])
    .select(['title', 'image_url as imageUrl', 'industry', 'price_fen as priceFen', 'compare_at_fen as compareAtFen'])
    .select(['available_for_sale as availableForSale', 'sales_track as salesTrack']);
}

function asProduct<R extends Row>({ priceFen, compareAtFen, ...row }: R) {
  return { ...row, price: yuan(priceFen), compareAtPrice: compareAtFen === null ? null : yuan(compareAtFen) };
}

/** The products with some ids, in no order. */
export async function productsByIds(db: CommerceDb, ids: readonly string[]): Promise<ProductModel[]> {
  return (await selectProducts(db).where('products.id', 'in', ids).execute()).map(asProduct);
}

/** The products that marketplaces know by some ids of their own, in no order. */
export async function productsByPlatformIds(
  db: CommerceDb,
  keys: readonly { readonly platformId: string; readonly platformProductId: string }[],
): Promise<ProductModel[]> {
  const wanted = sql<boolean>`(platform_id, platform_product_id) in (
    select * from unnest(
      ${keys.map((key) => key.platformId)}::text[] collate "C",
      ${keys.map((key) => key.platformProductId)}::text[] collate "C"))`;
  return (await selectProducts(db).where(wanted).execute()).map(asProduct);
}

/** A page of products by id. */
export async function productsPage(db: CommerceDb, filter: ProductFilter, page: PageById): Promise<ProductModel[]> {
  let query = selectProducts(db).orderBy('products.id').limit(page.limit);
  if (filter.shopId !== null) query = query.where('shop_id', '=', filter.shopId);
  if (filter.industry !== null) query = query.where('industry', '=', filter.industry);
  if (filter.salesTrack !== null) query = query.where('sales_track', '=', filter.salesTrack);
  if (page.after !== undefined) query = query.where('products.id', '>', page.after);
  return (await query.execute()).map(asProduct);
}

/** A page of the products of each of some shops, by id. */
export async function productsOfShops(
  db: CommerceDb,
  shopIds: readonly string[],
  page: PageById,
): Promise<OfParent<ProductModel>[]> {
  const query = selectProducts(db)
    .where('shop_id', '=', parentId)
    .where(page.after === undefined ? sql<boolean>`true` : sql<boolean>`products.id > ${page.after}`)
    .orderBy('products.id')
    .limit(page.limit);
  const rows = await rowsOfParents(
    db,
    shopIds,
    query as SelectQueryBuilder<CommerceTables, never, Row>,
    '"parentId", id',
  );
  return rows.map(asProduct);
}

/** Units sold of each of some products, refunded ones included; one that never sold is left out. */
export function unitsSold(db: CommerceDb, productIds: readonly string[]) {
  return db
    .selectFrom('product_units')
    .select((eb) => ['product_id as productId', sql<number>`${eb.fn.sum('units')}::bigint`.as('units')])
    .where('product_id', 'in', productIds)
    .groupBy('product_id')
    .execute();
}
