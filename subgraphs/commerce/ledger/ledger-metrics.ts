import { Gauge, type Registry } from 'prom-client';
import { type LedgerState, lagMsOf, readLedgerState } from '../store/ledger/ledger-state.ts';
import type { CommerceDb } from '../store/tables.ts';

/** The ledger's metrics: how each is named, what it tells, and how that follows from the ledger's state. */
const LEDGER_METRICS = {
  commerce_ledger_waiting_groups: {
    help: 'Transactions that recorded events which are not posted in the ledger of commissions yet',
    of: ({ groups }: LedgerState) => groups,
  },
  commerce_ledger_lag_seconds: {
    help: 'How long the oldest of them has waited; 0 where none waits',
    of: (state: LedgerState, now: Date) => lagMsOf(state, now) / 1_000,
  },
  commerce_ledger_last_payout_timestamp_seconds: {
    help: 'When anybody was paid out last, in seconds since 1970; 0 before the first time',
    of: ({ paidAt }: LedgerState) => (paidAt?.getTime() ?? 0) / 1_000,
  },
} as const;

/** Has /metrics tell how the ledger stands, read once for each answer; nothing of it while the database can't be asked. */
export function tellLedger(registry: Registry, db: CommerceDb, now: () => Date): void {
  let reading: Promise<LedgerState | undefined> | undefined;
  const state = () => {
    reading ??= readLedgerState(db)
      .catch(() => undefined)
      .finally(() => {
        reading = undefined;
      });
    return reading;
  };
  for (const [name, { help, of }] of Object.entries(LEDGER_METRICS)) {
    new Gauge({
      name,
      help,
      registers: [registry],
      async collect() {
        const known = await state();
        if (known) this.set(of(known, now()));
        else this.remove();
      },
    });
  }
}
