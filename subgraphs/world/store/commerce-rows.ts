import { sql } from 'kysely';
import { indexProducts } from '../../commerce/store/catalogue/product-search.ts';
import type { CommerceDb } from '../../commerce/store/tables.ts';
import { insertRows } from '../../kit/json-rows.ts';
import { linkTemplates } from '../catalog/platform-links.ts';
import type { Partnership, Platform, Product, ReportedFigure, Shop } from '../catalog/types.ts';

/** Adds platforms, with how a product opens on those that sell. */
export async function addPlatforms(db: CommerceDb, platforms: readonly Platform[]): Promise<void> {
  const types = {
    id: 'text',
    name: 'text',
    english_name: 'text',
    category: 'text',
    connected_on: 'date',
    capabilities: 'text[]',
    app_link: 'text',
    web_link: 'text',
  };
  const rows = platforms.map((platform) => {
    const { app, web } = linkTemplates(platform);
    const { connectedOn, englishName, ...rest } = platform;
    return { ...rest, english_name: englishName, connected_on: connectedOn, app_link: app, web_link: web };
  });
  await insertRows('platforms', types, rows).execute(db);
}

/** Adds agreements and what others published. */
export async function addPublished(
  db: CommerceDb,
  partnerships: readonly Partnership[],
  figures: readonly ReportedFigure[],
): Promise<void> {
  const types = { name: 'text', kind: 'text', parties: 'text[]', effective_on: 'date', summary: 'text' };
  const rows = partnerships.map(({ effectiveOn, ...rest }) => ({ ...rest, effective_on: effectiveOn }));
  await insertRows('partnerships', types, rows).execute(db);
  for (const { yearOverYear, publishedOn, period, speaker, ...figure } of figures)
    await sql`
      insert into reported_figures
        (subject, metric, value, unit, comparator, period, year_over_year, claim, speaker, source, published_on)
      values (${figure.subject}, ${figure.metric}, ${figure.value}::numeric, ${figure.unit}, ${figure.comparator}, ${period},
        ${yearOverYear}::numeric, ${figure.claim}, ${speaker}, ${figure.source}, ${publishedOn}::date)`.execute(db);
}

/** Adds shops. */
export async function addShops(db: CommerceDb, shops: readonly Shop[]): Promise<void> {
  const types = {
    id: 'text',
    platform_id: 'text',
    name: 'text',
    kind: 'text',
    brand_name: 'text',
    industry: 'text',
    payment_methods: 'text[]',
    logistics: 'jsonb',
  };
  const rows = shops.map(({ id, platformId, name, kind, brandName, industry, paymentMethods, logistics }) => ({
    id,
    platform_id: platformId,
    name,
    kind,
    brand_name: brandName,
    industry,
    payment_methods: paymentMethods,
    logistics,
  }));
  await insertRows('shops', types, rows).execute(db);
}

const PRODUCT_TYPES = {
  id: 'text',
  platform_id: 'text',
  platform_product_id: 'text',
  shop_id: 'text',
  title: 'text',
  brand_name: 'text',
  category: 'text',
  image_url: 'text',
  industry: 'text',
  price_fen: 'bigint',
  compare_at_fen: 'bigint',
  available_for_sale: 'boolean',
  sales_track: 'text',
};

/** Adds products, findable by title, brand and what they are. */
export async function addProducts(db: CommerceDb, products: readonly (Product & { shopId: string })[]): Promise<void> {
  const rows = products.map((product) => ({
    id: product.id,
    platform_id: product.platformId,
    platform_product_id: product.platformProductId,
    shop_id: product.shopId,
    title: product.title,
    brand_name: product.brandName,
    category: product.noun,
    image_url: product.imageUrl,
    industry: product.industry,
    price_fen: product.price,
    compare_at_fen: product.compareAtPrice,
    available_for_sale: product.availableForSale,
    sales_track: product.salesTrack,
  }));
  await insertRows('products', PRODUCT_TYPES, rows).execute(db);
  await indexProducts(
    db,
    products.map(({ id, title, brandName, noun }) => ({ id, title, brandName, category: noun })),
  );
}
