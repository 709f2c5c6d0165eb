import { sql } from 'kysely';
import { yuan } from '../../../kit/money.ts';
import type { Party } from '../../ledger/entry.ts';
import type { MoneyStage } from '../../ledger/settlement.ts';
import type { CommissionEntryModel } from '../../models/commissions.ts';
import type { CommerceDb } from '../tables.ts';

/** What was posted of a commission. */
interface CommissionEntryRow extends CommissionEntryModel {
  readonly commissionId: string;
}

/** Who keeps correcting an order makes a long list. */
const MOST_ENTRIES = 100;

/** The last entries of some commissions, but for those that move an amount from stage to stage; the oldest first. */
export async function entriesOfCommissions(db: CommerceDb, ids: readonly string[]): Promise<CommissionEntryRow[]> {
  const { rows } = await sql<Omit<CommissionEntryRow, 'amount' | 'id'> & { fen: number; place: number }>`
    select wanted.id as "commissionId", entry.kind, entry.amount_fen as fen, entry.posted_at as "postedAt", entry.place
    from unnest(${ids}::text[]) as wanted(id)
    cross join lateral (
      select kind, amount_fen, posted_at, ordinal, transaction_id,
        row_number() over (order by transaction_id, ordinal) as place
      from ledger_entries join ledger_transactions on ledger_transactions.id = transaction_id
      where commission_id = wanted.id and kind <> 'MOVE' and stage <> 'PAID'
      order by transaction_id desc, ordinal desc limit ${MOST_ENTRIES}
    ) entry
    order by wanted.id, entry.transaction_id, entry.ordinal`.execute(db);
  return rows.map(({ fen, place, ...row }) => ({ ...row, id: `${row.commissionId}.${place}`, amount: yuan(fen) }));
}

/** What owners' accounts hold, in 分. */
export async function balancesOfOwners(
  db: CommerceDb,
  party: Party,
  ownerIds: readonly string[],
): Promise<{ ownerId: string; stage: MoneyStage; fen: number }[]> {
  return db
    .selectFrom('ledger_accounts')
    .select(['owner_id as ownerId', 'stage', 'balance_fen as fen'])
    .where('party', '=', party)
    .where('owner_id', 'in', ownerIds)
    .execute();
}
