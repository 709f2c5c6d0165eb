const DAY_MS = 86_400_000;

/** Where money stands on its way to a payee. PAID: it has been paid out. */
export const MONEY_STAGES = ['ESTIMATED', 'HELD', 'PAYABLE', 'PAID'] as const;
export type MoneyStage = (typeof MONEY_STAGES)[number];

/** How far an order is settled, and what comes next. Instants are in milliseconds since 1970. */
export interface Settlement {
  readonly stage: Exclude<MoneyStage, 'PAID'>;
  /** When the return period ends; null while it has not begun. */
  readonly heldUntil: number | null;
  /** When the stage changes by itself; null where it does so no more. */
  readonly nextAt: number | null;
}

/** What settlement follows from. */
export interface Settled {
  /** The earliest payment: milliseconds since 1970. */
  readonly countedAt: number;
  /** When the last line was received; null while one was not. */
  readonly receivedAt: number | null;
}

/** How long goods may be sent back, and how long after its payment an order counts as received though nobody said so: days. */
export interface SettlementTerms {
  readonly returnDays: number;
  readonly receiveDays: number;
}

/**
 * How far an order is settled at an instant: ESTIMATED until it is received, HELD through the return period (七天无理由), then PAYABLE. What
 * is told late changes when something was settled, never the order of the stages.
 * @param now milliseconds since 1970
 */
export function settlementAt({ countedAt, receivedAt }: Settled, terms: SettlementTerms, now: number): Settlement {
  const latest = countedAt + terms.receiveDays * DAY_MS;
  // Who says so later than that says nothing new: what was payable stays so.
  const received = Math.min(receivedAt ?? latest, latest);
  if (now < received) return { stage: 'ESTIMATED', heldUntil: null, nextAt: received };
  const heldUntil = received + terms.returnDays * DAY_MS;
  return now < heldUntil
    ? { stage: 'HELD', heldUntil, nextAt: heldUntil }
    : { stage: 'PAYABLE', heldUntil, nextAt: null };
}
