import { sql } from 'kysely';
import { copyRows } from '../../../kit/copy-rows.ts';
import { givenRows } from '../../../kit/given-rows.ts';
import { type ChangedCommission, entriesOf, type LedgerEntry } from '../../ledger/entry.ts';
import type { CommerceDb } from '../tables.ts';
import { upsertCommissions } from './commissions.ts';

/** What is posted in one transaction of the ledger: of an order, or of a payout. */
export interface Posting {
  readonly orderId: string | null;
  readonly payoutId: string | null;
  readonly changed: readonly ChangedCommission[];
}

const ENTRY_TYPES = {
  transaction_id: 'bigint',
  ordinal: 'integer',
  party: 'text',
  owner_id: 'text',
  stage: 'text',
  kind: 'text',
  commission_id: 'text',
  amount_fen: 'bigint',
} as const;

const ACCOUNT_TYPES = { party: 'text', owner_id: 'text', stage: 'text', balance_fen: 'bigint' } as const;

/**
 * Posts: writes entries, moves the balances by them, and keeps the commissions.
 * @param db a transaction that holds the ledger
 * @param postings each of another order or payout
 */
export async function post(db: CommerceDb, postings: readonly Posting[], at: Date): Promise<void> {
  const written = postings
    .map((posting) => ({ posting, entries: entriesOf(posting.changed) }))
    .filter(({ entries }) => entries.length > 0);
  if (written.length > 0) {
    const transactions = await insertTransactions(
      db,
      written.map(({ posting }) => posting),
      at,
    );
    await insertEntries(
      db,
      written.map(({ posting, entries }) => ({ transactionId: transactions.get(nameOf(posting)) ?? 0, entries })),
    );
    await moveBalances(
      db,
      written.flatMap(({ entries }) => entries),
    );
  }
  await upsertCommissions(
    db,
    postings.flatMap(({ changed }) => changed.map(({ commission }) => commission)),
  );
}

async function insertTransactions(db: CommerceDb, postings: readonly Posting[], at: Date) {
  const given = postings.map(({ orderId, payoutId }) => ({ order_id: orderId, payout_id: payoutId }));
  const { rows } = await sql<{ id: number; order_id: string | null; payout_id: string | null }>`
    insert into ledger_transactions (order_id, payout_id, posted_at)
    select order_id, payout_id, ${at} from ${givenRows(db, 'row', { order_id: 'text', payout_id: 'text' }, given)}
    returning id, order_id, payout_id`.execute(db);
  return new Map(rows.map((row) => [nameOf({ orderId: row.order_id, payoutId: row.payout_id }), row.id]));
}

function nameOf({ orderId, payoutId }: Pick<Posting, 'orderId' | 'payoutId'>): string {
  return orderId ?? payoutId ?? '';
}

async function insertEntries(
  db: CommerceDb,
  posted: readonly { readonly transactionId: number; readonly entries: readonly LedgerEntry[] }[],
): Promise<void> {
  const rows = posted.flatMap(({ transactionId, entries }) =>
    entries.map(({ party, ownerId, stage, kind, commissionId, amountFen }, index) => ({
      transaction_id: transactionId,
      ordinal: index + 1,
      party,
      owner_id: ownerId,
      stage,
      kind,
      commission_id: commissionId,
      amount_fen: amountFen,
    })),
  );
  await copyRows(db, 'ledger_entries', ENTRY_TYPES, rows);
}

async function moveBalances(db: CommerceDb, entries: readonly LedgerEntry[]): Promise<void> {
  const sums = Map.groupBy(entries, ({ party, ownerId, stage }) => `${party} ${ownerId} ${stage}`);
  const rows = [...sums.values()].flatMap((own) => {
    const [first] = own;
    const balance = own.reduce((sum, { amountFen }) => sum + amountFen, 0);
    return first ? { party: first.party, owner_id: first.ownerId, stage: first.stage, balance_fen: balance } : [];
  });
  await sql`
    insert into ledger_accounts select party, owner_id, stage, balance_fen
    from ${givenRows(db, 'row', ACCOUNT_TYPES, rows)}
    on conflict (party, owner_id, stage) do update set balance_fen = ledger_accounts.balance_fen + excluded.balance_fen
  `.execute(db);
}
