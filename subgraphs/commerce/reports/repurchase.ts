import { fixed } from '../../kit/decimal.ts';
import { type PeopleCount, roundPeople } from '../../kit/people/few-people.ts';
import type { Period } from '../../kit/people/lattice.ts';
import { isShareTold, tellRoundedShare } from '../../kit/people/people-share.ts';
import { type BesideShorter, isToldBesideShorter, type Sizes } from '../../kit/people/shorter-periods.ts';
import type { ShopBuyers } from '../store/reports/count-buyers.ts';
import { leavesFewBeside } from './beside-funnel.ts';
import type { FunnelToldCell, ReportWithheld } from './cells.ts';

/** Who bought at a shop in a period, as it is kept; of periods that were counted before these were, nobody is known to be vouched for among the seeded. */
export type RepurchaseCell = Omit<ShopBuyers, 'from' | 'shopId' | 'seededVouched' | 'seededRepeatVouched'> &
  Partial<Pick<ShopBuyers, 'seededVouched' | 'seededRepeatVouched'>>;

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

/**
 * What may be told of a shop's buyers in a period.
 * @param cellOf what was counted of it, and of the shorter periods within it
 * @param funnelOf of which groups the shop's funnel of such a period tells; undefined where of none
 */
export function tellRepurchase(
  period: Period,
  cellOf: (period: Period) => RepurchaseCell | undefined,
  funnelOf: (period: Period) => FunnelToldCell | undefined,
  rule: BesideShorter,
): ToldRepurchase {
  const { least } = rule;
  const isTold = (of: (groups: Groups, funnel: FunnelToldCell | undefined) => Sizes | undefined) => {
    const sizesOf = (each: Period) => {
      const cell = cellOf(each);
      return cell && of(groupsOf(cell), funnelOf(each));
    };
    return isToldBesideShorter(period, sizesOf, rule);
  };
  const cell = cellOf(period);
  const tellsBuyers = isTold(({ buyers }, funnel) =>
    buyers.vouched >= least && !leavesFewBeside(buyers, funnel?.bought, least) ? sizes(buyers) : undefined,
  );
  if (!cell || !tellsBuyers) return withheldRepurchase('TOO_FEW_PEOPLE');
  const { buyers, repeat, seeded, seededRepeat } = groupsOf(cell);
  const tellsRepeat = isTold((own, funnel) =>
    isShareTold(own.repeat, own.buyers, least) && !leavesFewBeside(own.repeat, funnel?.boughtAgain, least)
      ? sizes(own.repeat)
      : undefined,
  );
  const tellsSeeded = isTold((own) => (isSeededTold(own, least) ? sizes(own.seeded, own.seededRepeat) : undefined));
  const { medianDays } = cell;
  return {
    buyers: roundPeople(buyers.people, least),
    repeatBuyers: tellsRepeat ? roundPeople(repeat.people, least) : null,
    repeatRate: tellsRepeat ? tellRoundedShare(repeat, buyers, least).share : null,
    seededRepeatRate: tellsSeeded ? tellRoundedShare(seededRepeat, seeded, least).share : null,
    medianDays: tellsRepeat && medianDays !== null ? fixed(BigInt(Math.round(medianDays * 10)), 1) : null,
    withheld: tellsRepeat && tellsSeeded ? null : 'TOO_FEW_PEOPLE',
  };
}

/** Who is in a period's is in those of every longer period. */
type Groups = Readonly<Record<'buyers' | 'repeat' | 'seeded' | 'seededRepeat', PeopleCount>>;

/** Whether the seeded may be told of: of a fraction both its counts may follow, and with them those who bought, or bought again, and were not seeded. */
function isSeededTold({ buyers, repeat, seeded, seededRepeat }: Groups, least: number): boolean {
  return (
    isShareTold(seededRepeat, seeded, least) &&
    isShareTold(seeded, buyers, least) &&
    (seededRepeat.people === 0 || isShareTold(seededRepeat, repeat, least))
  );
}

function groupsOf(cell: RepurchaseCell): Groups {
  return {
    buyers: { people: cell.buyers, vouched: cell.vouched },
    repeat: { people: cell.repeat, vouched: cell.repeatVouched },
    seeded: { people: cell.seeded, vouched: cell.seededVouched ?? 0 },
    seededRepeat: { people: cell.seededRepeat, vouched: cell.seededRepeatVouched ?? 0 },
  };
}

function sizes(...groups: readonly PeopleCount[]): number[] {
  return groups.flatMap(({ people, vouched }) => [people, vouched]);
}
