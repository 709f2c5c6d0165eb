import { hash } from 'node:crypto';
import { type PayeeName, payableOf, payeesToPay } from '../store/ledger/commissions.ts';
import { holdLedger } from '../store/ledger/hold-ledger.ts';
import { insertPayouts, type Payout, whilePayingAlone } from '../store/ledger/payouts.ts';
import { post } from '../store/ledger/post.ts';
import type { CommerceDb } from '../store/tables.ts';
import { catchUpLedger } from './catch-up.ts';
import type { Payee } from './commission.ts';
import { payeeAccount } from './entry.ts';
import { payCommissions } from './pay-commissions.ts';
import type { PayoutPeriod } from './payout-period.ts';

/** So many payees are paid in one transaction: posting waits for it. */
const AT_ONCE = 20;

/** Nothing was paid, and why, for people. */
export class PayoutRefusedError extends Error {}

/**
 * Pays for a period: every payee once, all that was payable to it before the period's end, what was paid too much set off. Payees are paid
 * in transactions of their own, each with its entries, so that what breaks off is gone on with by the next run and pays nobody twice.
 * @param db the pool
 * @param now milliseconds since 1970 of the instant of posting
 * @param told hears of each payout once it is committed
 * @throws {PayoutRefusedError} where the period is not over, or another run is under way
 */
export async function payOut(
  db: CommerceDb,
  period: PayoutPeriod,
  now: () => Date,
  told: (payout: Payout) => void = () => {},
): Promise<void> {
  if (period.end > now()) {
    throw new PayoutRefusedError(
      `${period.name} is not over before ${period.end.toISOString()}: what is payable until then is not known.`,
    );
  }
  const done = await whilePayingAlone(db, async (connection) => {
    await catchUpLedger(connection, now());
    const payees = await payeesToPay(connection, period.name, period.end);
    for (let at = 0; at < payees.length; at += AT_ONCE) {
      const paid = await holdLedger(connection, (transaction) =>
        payPayees(transaction, payees.slice(at, at + AT_ONCE), period, now()),
      );
      for (const payout of paid) told(payout);
    }
    return true;
  });
  if (!done) throw new PayoutRefusedError('Another payout run is under way: nothing was paid by this one.');
}

/**
 * Pays some payees.
 * @param db a transaction that holds the ledger
 */
export async function payPayees(
  db: CommerceDb,
  payees: readonly PayeeName[],
  period: PayoutPeriod,
  paidAt: Date,
): Promise<Payout[]> {
  const payable = Map.groupBy(
    await payableOf(db, payees, period.end),
    (commission) => payeeAccount(commission).ownerId,
  );
  const paid = payees.flatMap(({ payee, authorId }) => {
    const { ownerId } = payeeAccount({ payee, authorId: authorId ?? '' });
    const payment = payCommissions(payable.get(ownerId) ?? []);
    if (!payment) return [];
    const { amountFen, changed } = payment;
    const id = payoutIdOf(period.name, payee, ownerId);
    const payout: Payout = { id, party: payee, ownerId, period: period.name, amountFen, paidAt };
    return { payout, posting: { orderId: null, payoutId: id, changed } };
  });
  const payouts = paid.map(({ payout }) => payout);
  await insertPayouts(db, payouts);
  await post(
    db,
    paid.map(({ posting }) => posting),
    paidAt,
  );
  return payouts;
}

/** A payout's id: 128 bits that stand for (period, payee), by which whoever moves the money knows it again. */
function payoutIdOf(period: string, payee: Payee, ownerId: string): string {
  const digest = hash('sha256', JSON.stringify([period, payee, ownerId]), 'buffer');
  return `payout_${digest.subarray(0, 16).toString('base64url')}`;
}
