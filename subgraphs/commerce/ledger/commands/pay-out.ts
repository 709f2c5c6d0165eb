import { fixed } from '../../../kit/decimal.ts';
import { type Payout, payoutsOf } from '../../store/ledger/payouts.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { PayoutRefusedError, payOut } from '../pay-out.ts';
import { payoutPeriod } from '../payout-period.ts';
import { UsageError } from './usage-error.ts';

const ROWS_AT_ONCE = 1_000;

/**
 * Pays for a period and writes all its payouts, each as a line of JSON.
 * @throws {UsageError} where the period is none, is not over, or another run is under way
 */
export async function payOutCommand(
  db: CommerceDb,
  name: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  const period = name === undefined ? undefined : payoutPeriod(name);
  if (!period) throw new UsageError('--period takes a month (2025-05), a week (2025-W19) or a day (2025-05-07).');
  try {
    await payOut(db, period, () => new Date());
  } catch (error) {
    if (error instanceof PayoutRefusedError) throw new UsageError(error.message, 1);
    throw error;
  }
  for (let after: Payout | undefined; ; ) {
    const payouts = await payoutsOf(db, period.name, { after, limit: ROWS_AT_ONCE });
    for (const payout of payouts) say(lineOf(payout));
    after = payouts.at(-1);
    if (payouts.length < ROWS_AT_ONCE) return;
  }
}

function lineOf({ id, party, ownerId, period, amountFen, paidAt }: Payout): string {
  const amount = { amount: fixed(BigInt(amountFen), 2), currencyCode: 'CNY' };
  return JSON.stringify({ id, period, payee: party, authorId: party === 'AUTHOR' ? ownerId : null, amount, paidAt });
}
