import { sql } from 'kysely';
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

/** Keeps terms; some of the same shop, link and instant are replaced, so that none must be in force that are there. */
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
  const replaced = ['rate_bp', 'author_percent', 'return_days', 'receive_days'] as const;
  await db
    .insertInto('commission_terms')
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(['shop_id', 'link_id', 'valid_from'])
        .doUpdateSet((given) =>
          Object.fromEntries(replaced.map((column) => [column, given.ref(`excluded.${column}`)])),
        ),
    )
    .execute();
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
/** The rates that links have at an instant, in hundredths of a percent, and whose they are; links without terms are left out. */
export async function ratesOfLinks(
  db: CommerceDb,
  linkIds: readonly string[],
  at: Date,
): Promise<{ linkId: string; shopId: string; authorId: string; rateBp: number }[]> {
  const { rows } = await sql<{ linkId: string; shopId: string; authorId: string; rateBp: number }>`
    select target.link_id as "linkId", product.shop_id as "shopId", target.author_id as "authorId", terms.rate_bp as "rateBp"
    from link_targets target join products product on product.id = target.product_id
    cross join lateral (
      select rate_bp from commission_terms
      where shop_id = product.shop_id and link_id in (target.link_id, '') and valid_from <= ${at}
      order by link_id desc, valid_from desc limit 1
    ) terms
    where target.link_id = any(${linkIds}::text[])`.execute(db);
  return rows;
}
