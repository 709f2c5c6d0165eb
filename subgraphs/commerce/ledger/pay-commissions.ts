import { type Commission, outstandingOf } from './commission.ts';
import type { ChangedCommission } from './entry.ts';

/** What a payee is paid, in 分, and of which commissions. */
export interface Payment {
  readonly amountFen: number;
  readonly changed: readonly ChangedCommission[];
}

/**
 * Pays all that is payable to one payee, what was paid too much set off against it.
 * @param payable commissions of one payee with something owed that is PAYABLE, or below zero
 * @returns undefined where nothing is left to be paid: then what is below zero is carried to a later payout
 */
export function payCommissions(payable: readonly Commission[]): Payment | undefined {
  const amountFen = payable.reduce((sum, commission) => sum + outstandingOf(commission), 0);
  if (amountFen <= 0) return undefined;
  const changed = payable.map((commission) => {
    const owed = outstandingOf(commission);
    return {
      commission: { ...commission, paidFen: commission.amountFen },
      changes: [
        { kind: 'PAYOUT', stage: 'PAYABLE', amountFen: -owed },
        { kind: 'PAYOUT', stage: 'PAID', amountFen: owed },
      ],
    } as const;
  });
  return { amountFen, changed };
}
