import type { Account } from './account.ts';
import { type Bucket, secondsUntil } from './bucket.ts';

/** Which of the two bounds of an account is meant. */
export type Spending = 'requests' | 'cost';

/** Why nothing could be spent. */
export interface Overspent {
  readonly spending: Spending;
  /** What would have been spent. */
  readonly amount: number;
  /** The most that there ever is. */
  readonly capacity: number;
  /** Seconds after which it may be there; undefined where it never is. */
  readonly retryAfter: number | undefined;
}

/**
 * Spends of all accounts, or of none.
 * @returns undefined where it was spent
 */
export function spend(
  accounts: readonly Account[],
  spending: Spending,
  amount: number,
): Overspent | undefined | Promise<Overspent | undefined> {
  for (const [index, account] of accounts.entries()) {
    const bucket = account[spending];
    if (!bucket) continue;
    const taken = amount <= bucket.capacity && bucket.take(amount);
    if (taken === true) continue;
    if (taken === false) return refused(accounts, index, spending, amount);
    return taken.then((was) =>
      was ? spendOn(accounts, index + 1, spending, amount) : refused(accounts, index, spending, amount),
    );
  }
  return undefined;
}

/** The same from one account on, where the ones before were charged. */
async function spendOn(
  accounts: readonly Account[],
  from: number,
  spending: Spending,
  amount: number,
): Promise<Overspent | undefined> {
  for (let index = from; index < accounts.length; index++) {
    const bucket = accounts[index]?.[spending];
    if (bucket && !(amount <= bucket.capacity && (await bucket.take(amount)))) {
      return refused(accounts, index, spending, amount);
    }
  }
  return undefined;
}

function refused(accounts: readonly Account[], at: number, spending: Spending, amount: number): Overspent {
  giveBack(accounts.slice(0, at), spending, amount);
  const { capacity, ...bucket } = boundsOf(accounts[at]?.[spending]);
  const retryAfter = amount > capacity ? undefined : secondsUntil({ capacity, ...bucket }, amount - bucket.available);
  return { spending, amount, capacity, retryAfter };
}

function boundsOf(bucket: Bucket | undefined): { capacity: number; rate: number; available: number } {
  if (!bucket) return { capacity: 0, rate: 1, available: 0 };
  return { capacity: bucket.capacity, rate: bucket.rate, available: bucket.available() };
}

/** Gives back what was spent and not used; negative where more was used. */
export function giveBack(accounts: readonly Account[], spending: Spending, amount: number): void {
  if (amount === 0) return;
  for (const account of accounts) account[spending]?.give(amount);
}
