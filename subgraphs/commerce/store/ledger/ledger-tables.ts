import type { Generated, GeneratedAlways } from 'kysely';
import type { CommissionStatus, Payee } from '../../ledger/commission.ts';
import type { EntryKind, Party } from '../../ledger/entry.ts';
import type { MoneyStage } from '../../ledger/settlement.ts';

/** What a merchant gives, of a shop's orders or, with a link, of that link's, from an instant on. */
export interface CommissionTermsTable {
  shop_id: string;
  /** Empty: of every link without terms of its own. */
  link_id: Generated<string>;
  valid_from: Date;
  /** Of the net sales, in hundredths of a percent. */
  rate_bp: number;
  /** The author's share of it; the rest is the content platform's. */
  author_percent: number;
  return_days: number;
  receive_days: number;
}

/** The ledger as a whole, in one row: whoever posts holds it. */
export interface LedgerTable {
  alone: Generated<boolean>;
  /** The number of the last group of the feed that is posted. */
  followed_to: number;
}

/** What is posted at once: of an order, or of a payout. */
export interface LedgerTransactionsTable {
  id: GeneratedAlways<number>;
  order_id: string | null;
  payout_id: string | null;
  posted_at: Date;
}

export interface LedgerEntriesTable {
  transaction_id: number;
  ordinal: number;
  party: Party;
  owner_id: string;
  stage: MoneyStage;
  kind: EntryKind;
  commission_id: string | null;
  amount_fen: number;
}

/** What an account's entries sum to. */
export interface LedgerAccountsTable {
  party: Party;
  owner_id: string;
  stage: MoneyStage;
  balance_fen: number;
}

export interface CommissionsTable {
  id: string;
  /** Rises with each that is made. */
  sequence: GeneratedAlways<number>;
  order_id: string;
  shop_id: string;
  link_id: string;
  note_id: string;
  payee: Payee;
  author_id: string;
  rate_ppm: number;
  base_fen: number;
  amount_fen: number;
  paid_fen: number;
  /** Where what is not paid stands. */
  stage: Exclude<MoneyStage, 'PAID'>;
  status: CommissionStatus;
  held_until: Date | null;
  next_at: Date | null;
}

/** What a payee was paid for a period. */
export interface PayoutsTable {
  id: string;
  party: Payee;
  owner_id: string;
  period: string;
  amount_fen: number;
  paid_at: Date;
}
