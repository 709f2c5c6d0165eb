import { CONTENT_PLATFORM_OWNER, type Commission } from './commission.ts';
import type { MoneyStage } from './settlement.ts';

/** Whose an account is. A shop's says, below zero, what the merchant owes; a payee's what it is to have, or has had. */
export type Party = 'SHOP' | 'AUTHOR' | 'CONTENT_PLATFORM';

/** Why an amount moves. MOVE: from one stage to the next. */
export type EntryKind = 'ACCRUAL' | 'ADJUSTMENT' | 'CLAWBACK' | 'MOVE' | 'PAYOUT';

/** One amount in one account. Those of one transaction sum to zero in every stage. */
export interface LedgerEntry {
  readonly party: Party;
  readonly ownerId: string;
  readonly stage: MoneyStage;
  readonly kind: EntryKind;
  /** Null in a shop's account, where an order's or a payout's commissions are one amount. */
  readonly commissionId: string | null;
  /** In 分, never zero. */
  readonly amountFen: number;
}

/** Something that happens to a commission's money. */
export interface Change {
  readonly kind: EntryKind;
  readonly stage: MoneyStage;
  readonly amountFen: number;
}

/** A commission with what happens to it. */
export interface ChangedCommission {
  readonly commission: Commission;
  readonly changes: readonly Change[];
}

/** Writes changes as entries: each in the payee's account, and the other way round in the merchant's. */
export function entriesOf(changed: readonly ChangedCommission[]): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const ofShops = new Map<string, LedgerEntry>();
  for (const { commission, changes } of changed) {
    for (const { kind, stage, amountFen } of changes) {
      if (amountFen === 0) continue;
      entries.push({ ...payeeAccount(commission), stage, kind, commissionId: commission.id, amountFen });
      const { shopId } = commission;
      const key = `${shopId} ${stage} ${kind}`;
      const before = ofShops.get(key)?.amountFen ?? 0;
      const amount = before - amountFen;
      ofShops.set(key, { party: 'SHOP', ownerId: shopId, stage, kind, commissionId: null, amountFen: amount });
    }
  }
  return [...entries, ...[...ofShops.values()].filter(({ amountFen }) => amountFen !== 0)];
}

/** The payee's account. */
export function payeeAccount({ payee, authorId }: Pick<Commission, 'payee' | 'authorId'>) {
  return { party: payee, ownerId: payee === 'AUTHOR' ? authorId : CONTENT_PLATFORM_OWNER } as const;
}
