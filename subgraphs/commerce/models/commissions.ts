import type { Money } from '../../kit/money.ts';
import type { CommissionStatus, Payee } from '../ledger/commission.ts';
import type { WithGaps } from './joint-accounts.ts';

/** What one payee has of an order. */
export interface CommissionModel {
  readonly id: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly linkId: string;
  readonly noteId: string;
  readonly payee: Payee;
  readonly authorId: string;
  readonly rate: string;
  readonly base: Money;
  readonly amount: Money;
  readonly paid: Money;
  readonly status: CommissionStatus;
  readonly heldUntil: Date | null;
}

/** An amount in the ledger of commissions. */
export interface CommissionEntryModel {
  readonly id: string;
  readonly kind: 'ACCRUAL' | 'ADJUSTMENT' | 'CLAWBACK' | 'PAYOUT';
  readonly amount: Money;
  readonly postedAt: Date;
}

/** What commissions come to. */
export interface CommissionTotalsModel extends WithGaps {
  readonly estimated: Money;
  readonly held: Money;
  readonly payable: Money;
  readonly paid: Money;
}
