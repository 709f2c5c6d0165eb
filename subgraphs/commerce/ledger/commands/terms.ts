import { addDays, dayOf, startOfDay } from '../../../kit/calendar.ts';
import { addTerms, type CommissionTerms, isShop, leadsInto } from '../../store/ledger/terms.ts';
import type { CommerceDb } from '../../store/tables.ts';
import { UsageError } from './usage-error.ts';

/** The flags of the command, as they were given. */
export interface TermsFlags {
  readonly shop?: string | undefined;
  readonly link?: string | undefined;
  readonly rate?: string | undefined;
  readonly 'author-percent'?: string | undefined;
  readonly 'return-days'?: string | undefined;
  readonly 'receive-days'?: string | undefined;
  readonly from?: string | undefined;
}

/** Orders of the last moments may still be on their way: what they were promised holds. */
const LEAST_AHEAD_MS = 3_600_000;

/**
 * Keeps what a merchant gives.
 * @throws {UsageError} where a flag is wrong, or there is no such shop or link
 */
export async function termsCommand(db: CommerceDb, flags: TermsFlags, say: (line: string) => void): Promise<void> {
  const terms = readTerms(flags, new Date());
  const { shopId, linkId } = terms;
  if (!(await isShop(db, shopId))) throw new UsageError(`There is no shop ${shopId}.`, 1);
  if (linkId !== null && !(await leadsInto(db, linkId, shopId))) {
    throw new UsageError(`No link ${linkId} leads into the shop ${shopId}.`, 1);
  }
  await addTerms(db, [terms]);
  say(`Kept, from ${terms.validFrom.toISOString()} on.`);
}

function readTerms(flags: TermsFlags, now: Date): CommissionTerms {
  if (!flags.shop) throw new UsageError('--shop takes the id of a shop.');
  const validFrom = flags.from === undefined ? nextMidnight(now) : new Date(flags.from);
  if (Number.isNaN(validFrom.getTime()) || validFrom.getTime() < now.getTime() + LEAST_AHEAD_MS) {
    throw new UsageError('--from takes an instant that is at least an hour from now, as 2025-05-07T00:00:00+08:00.');
  }
  return {
    shopId: flags.shop,
    linkId: flags.link ?? null,
    validFrom,
    rateBp: basisPoints(flags.rate),
    authorPercent: whole('author-percent', flags['author-percent'] ?? '70', 0, 100),
    returnDays: whole('return-days', flags['return-days'] ?? '7', 0, 365),
    receiveDays: whole('receive-days', flags['receive-days'] ?? '15', 1, 365),
  };
}

function nextMidnight(now: Date): Date {
  return startOfDay(addDays(dayOf(new Date(now.getTime() + LEAST_AHEAD_MS)), 1));
}

function basisPoints(text: string | undefined): number {
  const [, percent, decimals = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text ?? '') ?? [];
  const points = Number(percent) * 100 + Number(decimals.padEnd(2, '0'));
  if (percent === undefined || points > 10_000) throw new UsageError('--rate takes a percentage of 0 to 100, as 7.25.');
  return points;
}

function whole(name: string, text: string, from: number, to: number): number {
  const number = /^\d{1,3}$/.test(text) ? Number(text) : -1;
  if (number < from || number > to) throw new UsageError(`--${name} takes a whole number of ${from} to ${to}.`);
  return number;
}
