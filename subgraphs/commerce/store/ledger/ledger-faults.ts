import { type RawBuilder, sql } from 'kysely';
import type { CommerceDb } from '../tables.ts';

/** Something in the books that is not as it has to be. */
export interface LedgerFault {
  /** Where: a transaction, an account, a commission, an order, a payout. */
  readonly where: string;
  readonly what: string;
}

/** How much there is. */
export interface LedgerSizes {
  readonly transactions: number;
  readonly entries: number;
  readonly accounts: number;
  readonly commissions: number;
  readonly payouts: number;
}

export async function ledgerSizes(db: CommerceDb): Promise<LedgerSizes> {
  const { rows } = await sql<LedgerSizes>`
    select (select count(*) from ledger_transactions) as transactions, (select count(*) from ledger_entries) as entries,
      (select count(*) from ledger_accounts) as accounts, (select count(*) from commissions) as commissions,
      (select count(*) from payouts) as payouts`.execute(db);
  return rows[0] ?? { transactions: 0, entries: 0, accounts: 0, commissions: 0, payouts: 0 };
}

/** A commission's entries, added up. */
const sums = sql`
  select commission_id, coalesce(sum(amount_fen) filter (where kind in ('ACCRUAL', 'ADJUSTMENT', 'CLAWBACK')), 0) as amount,
    coalesce(sum(amount_fen) filter (where stage = 'PAID'), 0) as paid,
    coalesce(sum(amount_fen) filter (where stage = 'ESTIMATED'), 0) as estimated,
    coalesce(sum(amount_fen) filter (where stage = 'HELD'), 0) as held,
    coalesce(sum(amount_fen) filter (where stage = 'PAYABLE'), 0) as payable
  from ledger_entries where commission_id is not null group by commission_id`;

/** What has to hold of the rows among themselves; each gives a row for what does not. */
const RULES: readonly RawBuilder<LedgerFault>[] = [
  sql`
    select 'transaction ' || transaction_id as "where",
      'its entries in the stage ' || stage || ' sum to ' || sum(amount_fen) || ' fen, not to 0' as what
    from ledger_entries group by transaction_id, stage having sum(amount_fen) <> 0`,
  sql`
    select 'transaction ' || id as "where", 'it has no entries' as what
    from ledger_transactions where not exists (select from ledger_entries where transaction_id = id)`,
  sql`
    select 'account ' || concat_ws(' ', party, owner_id, stage) as "where",
      'its balance is ' || coalesce(account.balance_fen, 0) || ' fen, its entries sum to ' || coalesce(entry.sum, 0) as what
    from ledger_accounts account full join (
      select party, owner_id, stage, sum(amount_fen) from ledger_entries group by party, owner_id, stage
    ) entry using (party, owner_id, stage)
    where coalesce(account.balance_fen, 0) <> coalesce(entry.sum, 0)`,
  sql`
    select 'commission ' || coalesce(id, commission_id) as "where",
      'it says ' || coalesce(amount_fen, 0) || ' fen in all and ' || coalesce(paid_fen, 0) || ' paid, its entries '
      || coalesce(amount, 0) || ' and ' || coalesce(paid, 0) as what
    from commissions full join (${sums}) entry on commission_id = id
    where coalesce(amount_fen, 0) <> coalesce(amount, 0) or coalesce(paid_fen, 0) <> coalesce(paid, 0)`,
  sql`
    select 'commission ' || id as "where",
      'what is owed of it stands in other stages than it says: ' || estimated || ' fen ESTIMATED, ' || held || ' HELD, '
      || payable || ' PAYABLE, where ' || amount_fen - paid_fen || ' is to be ' || stage as what
    from (
      select id, amount_fen, paid_fen, case when amount_fen < paid_fen then 'PAYABLE' else stage end as stage from commissions
    ) commission join (${sums}) entry on commission_id = id
    where estimated <> case when stage = 'ESTIMATED' then amount_fen - paid_fen else 0 end
      or held <> case when stage = 'HELD' then amount_fen - paid_fen else 0 end
      or payable <> case when stage = 'PAYABLE' then amount_fen - paid_fen else 0 end`,
  sql`
    select 'commission ' || id as "where", 'its status is ' || status || ', and would be ' || due as what
    from (
      select id, status, case when amount_fen > paid_fen then stage when amount_fen = 0 and paid_fen = 0 then 'VOIDED'
        else 'PAID' end as due from commissions
    ) commission where status <> due`,
  sql`
    select 'entry ' || ordinal || ' of transaction ' || transaction_id as "where",
      'it is in the account of ' || entry.party || ' ' || entry.owner_id || ', and its commission is another’s' as what
    from ledger_entries entry join commissions on commissions.id = commission_id
    where entry.party <> payee or (payee = 'AUTHOR' and entry.owner_id <> author_id)`,
  sql`
    select 'payout ' || coalesce(payouts.id, paid.payout_id) as "where",
      'it says ' || coalesce(amount_fen, 0) || ' fen to ' || coalesce(payouts.owner_id, 'nobody') || ', its entries '
      || coalesce(paid.sum, 0) || ' to ' || coalesce(paid.owner_id, 'nobody') as what
    from payouts full join (
      select payout_id, party, owner_id, sum(amount_fen) from ledger_transactions join ledger_entries on transaction_id = id
      where payout_id is not null and party <> 'SHOP' and stage = 'PAID' group by payout_id, party, owner_id
    ) paid on paid.payout_id = payouts.id
    where (amount_fen, payouts.party, payouts.owner_id) is distinct from (paid.sum, paid.party, paid.owner_id)`,
  sql`
    select 'payout ' || payout_id as "where", 'it was posted ' || count(*) || ' times' as what
    from ledger_transactions where payout_id is not null group by payout_id having count(*) > 1`,
];

/** Where the books are not in order among themselves. @param most faults of each rule */
export async function readLedgerFaults(db: CommerceDb, most: number): Promise<LedgerFault[]> {
  const faults: LedgerFault[] = [];
  for (const rule of RULES) {
    const { rows } = await sql<LedgerFault>`select * from (${rule}) fault order by 1 limit ${most}`.execute(db);
    faults.push(...rows);
  }
  return faults;
}

/** A page of the orders that have, or may have, commissions: their ids in order. */
export async function ordersToCheck(db: CommerceDb, after: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from (
      (select id from orders where id > ${after} and credited_click is not null order by id limit ${limit})
      union
      (select distinct order_id from commissions where order_id > ${after} order by order_id limit ${limit})
    ) known order by id limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
}

/** Orders of which something is recorded that is not posted yet. */
export async function platformOrdersWaiting(
  db: CommerceDb,
): Promise<{ platformId: string; platformOrderId: string }[]> {
  const { rows } = await sql<{ platformId: string; platformOrderId: string }>`
    select distinct shop.platform_id as "platformId", told.platform_order_id as "platformOrderId"
    from ledger cross join feed_groups grouped join conversions told on told.group_id = grouped.id
      join shops shop on shop.id = told.shop_id
    where (grouped.number is null or grouped.number > ledger.followed_to) and told.platform_order_id is not null
  `.execute(db);
  return rows;
}
