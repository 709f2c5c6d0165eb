import type { ExpressionBuilder } from 'kysely';
import type { CommerceDb, CommerceTables } from '../tables.ts';

/** Where an ACTIVE link leads, and what a page may show of it. Templates have `{product}` and `{click}`. */
export interface JumpTarget {
  readonly jumpCode: string;
  readonly linkId: string;
  readonly platformId: string;
  readonly platformProductId: string;
  readonly platformName: string;
  /** Null where the platform has none of its own. */
  readonly platformEnglishName: string | null;
  readonly appLink: string | null;
  readonly webLink: string | null;
  readonly shopName: string;
  readonly title: string;
  readonly imageUrl: string | null;
  readonly priceFen: number;
  readonly compareAtFen: number | null;
  readonly availableForSale: boolean;
}

/** A place in the order in which links were changed. */
export interface LinkPosition {
  readonly feedPosition: number;
  readonly linkId: string;
}

/** A link that was changed: its target, or none where it is not ACTIVE. */
export type ChangedTarget = JumpTarget & LinkPosition & { readonly isActive: boolean };

/** The target of the link that a jump URL's code names; undefined unless it is ACTIVE. */
export async function jumpTarget(db: CommerceDb, code: string): Promise<JumpTarget | undefined> {
  const found = await targets(db).where('jump_code', '=', code).where('status', '=', 'ACTIVE').executeTakeFirst();
  if (!found) return undefined;
  const { feedPosition, isActive, ...target } = found;
  return target;
}

/** The links that were changed before a place, the newest change first, or all. */
export function targetsBefore(
  db: CommerceDb,
  before: LinkPosition | undefined,
  limit: number,
): Promise<ChangedTarget[]> {
  const newest = targets(db).orderBy('feed_position', 'desc').orderBy('link_id', 'desc').limit(limit);
  return (before ? newest.where((eb) => eb(position(eb), '<', placed(eb, before))) : newest).execute();
}

/** The links that were changed after a place, in the order of their changes. */
export function targetsAfter(db: CommerceDb, after: LinkPosition, limit: number): Promise<ChangedTarget[]> {
  const next = targets(db).orderBy('feed_position').orderBy('link_id').limit(limit);
  return next.where((eb) => eb(position(eb), '>', placed(eb, after))).execute();
}

function targets(db: CommerceDb) {
  return db
    .selectFrom('link_targets')
    .innerJoin('products', 'products.id', 'link_targets.product_id')
    .innerJoin('platforms', 'platforms.id', 'products.platform_id')
    .innerJoin('shops', 'shops.id', 'products.shop_id')
    .select(['jump_code as jumpCode', 'link_id as linkId', 'feed_position as feedPosition'])
    .select((eb) => eb('status', '=', 'ACTIVE').$castTo<boolean>().as('isActive'))
    .select([
      'platforms.id as platformId',
      'platform_product_id as platformProductId',
      'platforms.name as platformName',
      'platforms.english_name as platformEnglishName',
    ])
    .select(['app_link as appLink', 'web_link as webLink', 'shops.name as shopName', 'title', 'image_url as imageUrl'])
    .select(['price_fen as priceFen', 'compare_at_fen as compareAtFen', 'available_for_sale as availableForSale']);
}

type Links = ExpressionBuilder<CommerceTables, 'link_targets'>;

function position(eb: Links) {
  return eb.refTuple('feed_position', 'link_id');
}

function placed(eb: Links, { feedPosition, linkId }: LinkPosition) {
  return eb.tuple(feedPosition, linkId);
}
