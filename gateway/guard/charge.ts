import { GraphQLError } from 'graphql';
import { tooDear } from './cost/operation-costs.ts';
import type { Account } from './quota/account.ts';
import { giveBack, type Overspent, spend } from './quota/spend.ts';
import { quotaExceeded } from './turned-away.ts';

/** To whom a request is charged. */
export interface Charge {
  readonly accounts: readonly Account[];
  /** Seconds after which it may be sent again, where it was refused for now. */
  retryAfter: number | undefined;
}

/** Spends what an operation may cost. @returns why it can't, where that is not left */
export function spendCost(
  { accounts }: Charge,
  estimate: number,
): Overspent | undefined | Promise<Overspent | undefined> {
  return spend(accounts, 'cost', estimate);
}

/** The error of an operation that costs more than is left. */
export function overspentError(charge: Charge, overspent: Overspent): GraphQLError {
  if (overspent.retryAfter === undefined) return tooDear(overspent.amount, overspent.capacity);
  const { message, code, retryAfter } = quotaExceeded(overspent);
  charge.retryAfter = retryAfter;
  return new GraphQLError(message, { extensions: { code } });
}

/** Gives back what an operation did not cost; charges what it cost beyond. */
export function settleCost({ accounts }: Charge, estimate: number, actual: number): void {
  giveBack(accounts, 'cost', estimate - actual);
}

/** Charges a message that nobody asked for. @returns milliseconds after which it may be sent, where it may not now */
export function chargeMessage({ accounts }: Charge, cost: number): number {
  let wait = 0;
  for (const { cost: bucket } of accounts) {
    const available = bucket ? bucket.available() : 1;
    if (bucket && available <= 0) wait = Math.max(wait, ((1 - available) / bucket.rate) * 1000);
  }
  if (wait > 0) return wait;
  giveBack(accounts, 'cost', -cost);
  return 0;
}
