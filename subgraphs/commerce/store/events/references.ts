import { sql } from 'kysely';
import { jsonRows } from '../../../kit/json-rows.ts';
import {
  type LinkReference,
  type ProductReference,
  productKey,
  type References,
  type ShopReference,
} from '../../conversions/intake/name-event.ts';
import type { CommerceDb } from '../tables.ts';

/** What events name, each once. */
export interface Wanted {
  readonly linkIds: readonly string[];
  /** The notes that were read. */
  readonly noteIds: readonly string[];
  readonly shopIds: readonly string[];
  readonly products: readonly { readonly platformId: string; readonly platformProductId: string }[];
}

/** Looks up what events name, in a statement for each kind of thing; what is not there is left out. */
export async function readReferences(db: CommerceDb, wanted: Wanted): Promise<References> {
  return {
    links: await readLinks(db, wanted.linkIds),
    shops: await readShops(db, wanted.shopIds),
    products: await readProducts(db, wanted.products),
    noteShops: await readNoteShops(db, wanted.noteIds),
  };
}

/** Where links lead. A link whose product commerce does not know leads nowhere yet. */
async function readLinks(db: CommerceDb, linkIds: readonly string[]): Promise<Map<string, LinkReference>> {
  if (linkIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('link_targets')
    .leftJoin('products', 'products.id', 'link_targets.product_id')
    .leftJoin('shops', 'shops.id', 'products.shop_id')
    .select(['link_id', 'note_id', 'products.id as product_id', 'shops.id as shop_id', 'shops.platform_id'])
    .where('link_id', '=', sql<string>`any(${linkIds}::text[])`)
    .execute();
  return new Map(
    rows.map(({ link_id, note_id, product_id, shop_id, platform_id }) => {
      const shop = shop_id !== null && platform_id !== null ? { id: shop_id, platformId: platform_id } : null;
      return [link_id, { noteId: note_id, product: product_id && shop ? { id: product_id, shop } : null }];
    }),
  );
}

/** Each note is looked up in the index, also where the table has never been analysed, as PGlite leaves it. */
async function readNoteShops(db: CommerceDb, noteIds: readonly string[]): Promise<Map<string, string[]>> {
  if (noteIds.length === 0) return new Map();
  const { rows } = await sql<{ id: string; shops: string[] }>`
    select read.id, led.shops from unnest(${noteIds}::text[]) as read(id)
    cross join lateral (
      select array_agg(distinct shop_id order by shop_id) as shops
      from link_targets join products on products.id = product_id
      where note_id = read.id and status <> 'REMOVED'
    ) as led
    where led.shops is not null`.execute(db);
  return new Map(rows.map(({ id, shops }) => [id, shops]));
}

async function readShops(db: CommerceDb, shopIds: readonly string[]): Promise<Map<string, ShopReference>> {
  if (shopIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('shops')
    .select(['id', 'platform_id as platformId'])
    .where('id', '=', sql<string>`any(${shopIds}::text[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function readProducts(
  db: CommerceDb,
  wanted: Wanted['products'],
): Promise<ReadonlyMap<string, ProductReference>> {
  if (wanted.length === 0) return new Map();
  const named = wanted.map((product) => ({ platform: product.platformId, product: product.platformProductId }));
  const { rows } = await sql<{ key: string; number: string; id: string; shop: string; shop_platform: string }>`
    select product.platform_id as key, product.platform_product_id as number, product.id, shop.id as shop,
      shop.platform_id as shop_platform
    from ${jsonRows('named', { platform: 'text', product: 'text' }, named)}
    join products product on product.platform_id = named.platform and product.platform_product_id = named.product
    join shops shop on shop.id = product.shop_id`.execute(db);
  return new Map(
    rows.map((row) => [
      productKey(row.key, row.number),
      { id: row.id, shop: { id: row.shop, platformId: row.shop_platform } },
    ]),
  );
}
