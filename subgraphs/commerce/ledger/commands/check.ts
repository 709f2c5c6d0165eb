import type { CommerceDb } from '../../store/tables.ts';
import { checkLedger } from '../check-ledger.ts';

/** Checks the ledger and says what it found; the process ends with status 1 where something is wrong. */
export async function checkCommand(db: CommerceDb, say: (line: string) => void): Promise<void> {
  const { faults, waiting, ...sizes } = await checkLedger(db, new Date());
  for (const { where, what } of faults) say(`${where}: ${what}`);
  const { transactions, entries, accounts, commissions, orders, payouts } = sizes;
  say(
    `${transactions} transactions with ${entries} entries, ${accounts} accounts, ${commissions} commissions of ${orders} orders, ` +
      `${payouts} payouts: ${faults.length === 0 ? 'the books balance' : `${faults.length} faults`}.`,
  );
  if (waiting > 0) say(`${waiting} orders have changed since they were posted last: a commerce that runs posts them.`);
  if (faults.length > 0) process.exitCode = 1;
}
