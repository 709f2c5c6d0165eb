import { sql } from 'kysely';
import type { CommerceDb, CommerceTables } from '../../../subgraphs/commerce/store/tables.ts';
import type { Database } from '../../../subgraphs/kit/database.ts';
import { normaliseText, textFingerprint } from '../../../subgraphs/kit/search-id.ts';

/** A small market: what it sells is known, so that a test can tell by hand what follows from an event. */

/** A product link of the market, with all that it leads to. */
export interface MarketLink {
  readonly id: string;
  readonly noteId: string;
  readonly productId: string;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly shopId: string;
}

const PLATFORMS = [
  ['platform_xiaohongshu', '小红书', 'Xiaohongshu', 'CONTENT', ['IN_APP_CHECKOUT', 'CONVERSION_RETURN']],
  ['platform_taobao', '淘宝', 'Taobao', 'MARKETPLACE', ['DEEP_LINK', 'CONVERSION_RETURN']],
  ['platform_silent', '静集', null, 'MARKETPLACE', ['DEEP_LINK']],
  ['platform_wechat', '微信', 'WeChat', 'SOCIAL', ['PAYMENT']],
] as const;

/** Shops 1 and 2 are on Taobao, 3 on a marketplace that returns no conversions. */
const SHOPS = [
  ['shop_1', 'platform_taobao', '晴川旗舰店', 'TMALL_FLAGSHIP', '晴川'],
  ['shop_2', 'platform_taobao', 'Trail & Peak 户外', 'TAOBAO', 'Trail & Peak'],
  ['shop_3', 'platform_silent', '静集小店', 'TAOBAO', null],
] as const;

/** Each product has the shop of its first digit and is linked once, by the note of its second. */
const PRODUCTS = [
  ['product_11', 'shop_1', 'note_1', '晴川轻薄防晒霜SPF50', '防晒霜', 12_900],
  ['product_12', 'shop_1', 'note_2', '晴川修护面霜50ml', '面霜', 25_800],
  ['product_21', 'shop_2', 'note_1', 'Trail & Peak running shoes 跑步鞋', '跑步鞋', 59_900],
  ['product_22', 'shop_2', 'note_2', 'Trail & Peak 冲锋衣', '冲锋衣', 89_900],
  ['product_31', 'shop_3', 'note_3', '静集手作杯', '杯子', 3_900],
] as const;

const platformOf = new Map<string, string>(SHOPS.map(([id, platformId]) => [id, platformId]));

/** The market's links: link_11 leads from note_1 to product_11 of shop_1, and so on. */
export const LINKS: readonly MarketLink[] = PRODUCTS.map(([productId, shopId, noteId]) => ({
  id: productId.replace('product', 'link'),
  noteId,
  productId,
  platformId: platformOf.get(shopId) ?? '',
  platformProductId: productId.replace('product_', 'tb'),
  shopId,
}));

/** A link of the market by its id. */
export function linkOf(id: string): MarketLink {
  const link = LINKS.find((each) => each.id === id);
  if (!link) throw new Error(`The market has no ${id}.`);
  return link;
}

/** The code that names a link in its jump URL. */
export function jumpCodeOf(linkId: string): string {
  return `jump-code-of-${linkId}`.padEnd(22, '0');
}

/** A search's id that is the same each time. */
export function searchIdOf(text: string): string {
  return `search_${textFingerprint(text)}_${Buffer.from(normaliseText(text).padEnd(16, '.')).toString('base64url').slice(0, 22)}`;
}

/** A person's key that is the same each time: 64 hexadecimal digits. */
export function personOf(index: number): string {
  return index.toString(16).padStart(64, '0');
}

/** Fills an empty database with the market. */
export async function openMarket(db: CommerceDb): Promise<void> {
  const platforms = PLATFORMS.map(([id, name, englishName, category, capabilities]) => ({
    id,
    name,
    english_name: englishName,
    category,
    connected_on: null,
    capabilities: [...capabilities],
    app_link: id === 'platform_taobao' ? 'taobao://item.taobao.com/item.htm?id={product}&click={click}' : null,
    web_link: category === 'MARKETPLACE' ? `https://${id.slice(9)}.example/item?id={product}&click={click}` : null,
  }));
  await db.insertInto('platforms').values(platforms).execute();
  await db
    .insertInto('partnerships')
    .values({
      name: '微信内打开淘宝',
      kind: 'SOCIAL_LINKING',
      parties: ['platform_wechat', 'platform_taobao'],
      effective_on: '2024-10-10',
      summary: '淘宝链接可在微信内直接打开。',
    })
    .execute();
  await db.insertInto('shops').values(shopRows()).execute();
  await db.insertInto('products').values(productRows()).execute();
  const targets = LINKS.map((link, index) => ({
    link_id: link.id,
    note_id: link.noteId,
    product_id: link.productId,
    author_id: 'author_1',
    status: 'ACTIVE' as const,
    feed_position: index + 1,
    jump_code: jumpCodeOf(link.id),
  }));
  await db.insertInto('link_targets').values(targets).execute();
}

function shopRows() {
  return SHOPS.map(([id, platform_id, name, kind, brand_name]) => ({
    id,
    platform_id,
    name,
    kind,
    brand_name,
    industry: 'BEAUTY' as const,
    payment_methods: ['ALIPAY' as const],
    logistics: JSON.stringify([{ provider: 'CAINIAO', legs: ['EXPRESS'], features: [] }]),
  }));
}

function productRows() {
  return PRODUCTS.map(([id, shop_id, , title, category, price_fen]) => ({
    id,
    platform_id: platformOf.get(shop_id) ?? '',
    platform_product_id: id.replace('product_', 'tb'),
    shop_id,
    title,
    brand_name: null,
    category,
    image_url: null,
    industry: 'BEAUTY' as const,
    price_fen,
    compare_at_fen: null,
    available_for_sale: true,
    sales_track: 'MARKETPLACE' as const,
  }));
}

const RECORDED = [
  'event_identities',
  'events',
  'clicks',
  'outcomes',
  'reads',
  'searches',
  'orders',
  'order_facts',
  'refunds',
  'click_days',
  'outcome_days',
  'search_shops',
  'placements',
  'product_units',
  'tap_keys',
  'idempotency_keys',
  'corrections',
  'conversions',
  'feed_groups',
  'boost_costs',
  'boosts',
  'campaigns',
  'consents',
  'related',
  'related_refreshed',
] as const satisfies readonly (keyof CommerceTables)[];

/** Nobody deletes a row of the ledger. */
const POSTED = sql`ledger_entries, ledger_transactions, ledger_accounts, commissions, payouts`;

/** Forgets the ledger of commissions, and what was agreed. */
async function forgetPostings(db: CommerceDb): Promise<void> {
  const { numDeletedRows } = await db.deleteFrom('commission_terms').executeTakeFirst();
  const { numUpdatedRows } = await db
    .updateTable('ledger')
    .set({ followed_to: 0 })
    .where('followed_to', '>', 0)
    .executeTakeFirst();
  if (numDeletedRows > 0 || numUpdatedRows > 0) await sql`truncate ${POSTED} restart identity`.execute(db);
}

/** Forgets everything that was recorded; the market stays. */
export async function forgetEvents({ db }: Database<CommerceTables>): Promise<void> {
  await forgetPostings(db);
  for (const table of RECORDED) await db.deleteFrom(table).execute();
  await db.updateTable('feed').set({ last_number: 0, reached: null, pruned_to: 0, looked_to: 0 }).execute();
}
