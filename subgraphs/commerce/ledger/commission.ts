import { hash } from 'node:crypto';
import type { MoneyStage } from './settlement.ts';

export const PAYEES = ['AUTHOR', 'CONTENT_PLATFORM'] as const;
export type Payee = (typeof PAYEES)[number];

/** As the contract's CommissionStatus has them. */
export type CommissionStatus = MoneyStage | 'VOIDED';

/** The owner of the content platform's accounts: there is one. */
export const CONTENT_PLATFORM_OWNER = 'content';

/** What one payee has of one order by one link. Amounts in 分, instants in milliseconds since 1970. */
export interface Commission {
  readonly id: string;
  readonly orderId: string;
  readonly shopId: string;
  readonly linkId: string;
  readonly noteId: string;
  readonly payee: Payee;
  readonly authorId: string;
  /** Of the base, in millionths. */
  readonly ratePpm: number;
  readonly baseFen: number;
  /** What the payee is to have of it in all. */
  readonly amountFen: number;
  /** What the payee has had of it. */
  readonly paidFen: number;
  /** Where what is not paid stands. */
  readonly stage: Exclude<MoneyStage, 'PAID'>;
  readonly heldUntil: number | null;
  readonly nextAt: number | null;
}

/** A commission's id: 128 bits that stand for (order, link, payee), so that whoever posts it means the same. */
export function commissionIdOf(orderId: string, linkId: string, payee: Payee): string {
  const digest = hash('sha256', JSON.stringify([orderId, linkId, payee]), 'buffer');
  return `commission_${digest.subarray(0, 16).toString('base64url')}`;
}

/** What is owed of a commission, in 分; below zero where more was paid than there is now. */
export function outstandingOf({ amountFen, paidFen }: Pick<Commission, 'amountFen' | 'paidFen'>): number {
  return amountFen - paidFen;
}

/** Where what is owed of a commission stands: what was paid too much is set off against whatever is payable. */
export function stageOfOutstanding(commission: Pick<Commission, 'amountFen' | 'paidFen' | 'stage'>): MoneyStage {
  return outstandingOf(commission) < 0 ? 'PAYABLE' : commission.stage;
}

/** What a commission has come to, as clients see it. */
export function statusOf(commission: Pick<Commission, 'amountFen' | 'paidFen' | 'stage'>): CommissionStatus {
  const outstanding = outstandingOf(commission);
  if (outstanding > 0) return commission.stage;
  return outstanding === 0 && commission.amountFen === 0 ? 'VOIDED' : 'PAID';
}
