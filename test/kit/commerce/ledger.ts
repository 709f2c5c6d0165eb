import { sql } from 'kysely';
import { addTerms, type CommissionTerms } from '../../../subgraphs/commerce/store/ledger/terms.ts';
import type { CommerceDb } from '../../../subgraphs/commerce/store/tables.ts';

/** What a shop of the market gives, from ever on: 10 %, of which the author has 70; 7 days to send goods back. */
const MARKET_TERMS: CommissionTerms = {
  shopId: 'shop_1',
  linkId: null,
  validFrom: new Date(0),
  rateBp: 1_000,
  authorPercent: 70,
  returnDays: 7,
  receiveDays: 15,
};

/** Has both selling shops of the market give commissions. */
export async function agreeTerms(db: CommerceDb): Promise<void> {
  await addTerms(db, [MARKET_TERMS, { ...MARKET_TERMS, shopId: 'shop_2', rateBp: 725 }]);
}

/** What the accounts hold that are not empty, in 分: `AUTHOR author_1 PAYABLE`. */
export async function balancesOf(db: CommerceDb): Promise<Record<string, number>> {
  const { rows } = await sql<{ account: string; fen: number }>`
    select concat_ws(' ', party, owner_id, stage) as account, balance_fen as fen from ledger_accounts
    where balance_fen <> 0 order by 1`.execute(db);
  return Object.fromEntries(rows.map(({ account, fen }) => [account, fen]));
}
