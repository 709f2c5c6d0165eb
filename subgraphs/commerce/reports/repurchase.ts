import { fixed } from '../../kit/decimal.ts';
import { tellExactShare } from '../../kit/people/exact-share.ts';
import { roundPeople } from '../../kit/people/few-people.ts';
import type { ShopBuyers } from '../store/reports/count-buyers.ts';
import type { ReportWithheld } from './cells.ts';

/** Who bought at a shop in a period, as it is kept. */
export type RepurchaseCell = Omit<ShopBuyers, 'from' | 'shopId'>;

/** The same, as far as it may be told. */
export interface ToldRepurchase {
  readonly buyers: number | null;
  readonly repeatBuyers: number | null;
  readonly repeatRate: string | null;
  readonly seededRepeatRate: string | null;
  readonly medianDays: string | null;
  readonly withheld: ReportWithheld | null;
}

/** Nothing of it. */
export function withheldRepurchase(withheld: ReportWithheld): ToldRepurchase {
  return { buyers: null, repeatBuyers: null, repeatRate: null, seededRepeatRate: null, medianDays: null, withheld };
}

/** What may be told of a shop's buyers. @param least the fewest persons that may be told of */
export function tellRepurchase(cell: RepurchaseCell | undefined, least: number): ToldRepurchase {
  if (!cell || cell.vouched < least) return withheldRepurchase('TOO_FEW_PEOPLE');
  const { buyers, repeat, repeatVouched, seeded, seededRepeat, medianDays } = cell;
  const rate = tellExactShare(repeat, buyers, least);
  const seededRate = tellExactShare(seededRepeat, seeded, least);
  const isTold = rate.withheld === null && (repeat === 0 || repeatVouched >= least);
  return {
    buyers: roundPeople(buyers, least),
    repeatBuyers: isTold ? roundPeople(repeat, least) : null,
    repeatRate: isTold ? rate.share : null,
    seededRepeatRate: seededRate.share,
    medianDays: isTold && medianDays !== null ? fixed(BigInt(Math.round(medianDays * 10)), 1) : null,
    withheld: isTold ? seededRate.withheld : 'TOO_FEW_PEOPLE',
  };
}
