import type { SettlementTerms } from '../../ledger/settlement.ts';
import type { CommissionRate } from '../../ledger/share-commission.ts';
import type { CommerceDb } from '../tables.ts';

/** What a merchant agreed to give of a shop's orders or, with a link, of that link's. */
export interface CommissionTerms extends CommissionRate, SettlementTerms {
  readonly shopId: string;
  /** Null: of every link without terms of its own. */
  readonly linkId: string | null;
  readonly validFrom: Date;
}

/** Keeps terms. @throws where there are some of the same instant */
export async function addTerms(db: CommerceDb, terms: readonly CommissionTerms[]): Promise<void> {
  if (terms.length === 0) return;
  const rows = terms.map(({ shopId, linkId, validFrom, rateBp, authorPercent, returnDays, receiveDays }) => ({
    shop_id: shopId,
    link_id: linkId ?? '',
    valid_from: validFrom,
    rate_bp: rateBp,
    author_percent: authorPercent,
    return_days: returnDays,
    receive_days: receiveDays,
  }));
  await db.insertInto('commission_terms').values(rows).execute();
}

/** Whether there is such a shop. */
export async function isShop(db: CommerceDb, shopId: string): Promise<boolean> {
  return (await db.selectFrom('shops').select('id').where('id', '=', shopId).executeTakeFirst()) !== undefined;
}

/** Whether a link leads into a shop. */
export async function leadsInto(db: CommerceDb, linkId: string, shopId: string): Promise<boolean> {
  const link = await db
    .selectFrom('link_targets')
    .innerJoin('products', 'products.id', 'link_targets.product_id')
    .select('link_id')
    .where('link_id', '=', linkId)
    .where('shop_id', '=', shopId)
    .executeTakeFirst();
  return link !== undefined;
}
