import { DAY, type PeriodKey } from '../calendar.ts';
import type { Buyer } from './buyers.ts';
import { type ToldFunnels, type ToldMonth, toldGroups } from './funnel-told.ts';

/** Who bought at a shop in a month, and of whom it may be told: exact counts, null where they are withheld. */
export interface RepurchaseTold {
  readonly buyers: number | null;
  readonly repeatBuyers: number | null;
  readonly seeded: readonly [repeat: number, all: number] | null;
  /** Between the first two orders of who bought again: the middle one; null of nobody, too. */
  readonly medianDays: number | null;
}

/** The same, of which shop and month. */
export interface RepurchaseTruth extends RepurchaseTold {
  readonly shopId: string;
  readonly period: PeriodKey;
}

/** Who bought in a period, and what is told of it: by what follows from that, groups of them may be few. */
interface Bought {
  readonly days: readonly string[];
  readonly buyers: readonly Buyer[];
  /** How large the groups of them are of which the funnel tells, and of those who bought again: each, those of a window together, and all. */
  readonly led: readonly number[];
  readonly ledAgain: readonly number[];
  /** Shorter periods within, of each kind. */
  readonly within: readonly (readonly Bought[])[];
}

type Told = (period: Bought) => readonly (readonly Buyer[])[] | undefined;

/**
 * What is told of a shop's buyers in a month: groups that are large enough, those whom nobody can have invented; and that leave nobody, or enough, when what else is told is taken from them.
 * @param all who ever bought there
 */
export function tellRepurchase(all: readonly Buyer[], told: ToldMonth, least: number): RepurchaseTold {
  const month = monthOf(all, told);
  const tells = (of: Told) => isTold(month, of, least);
  const buyers: Told = (period) => {
    const own = period.buyers;
    return vouched(own) >= least && isApart(own, period.led, least) ? [own] : undefined;
  };
  if (!tells(buyers)) return { buyers: null, repeatBuyers: null, seeded: null, medianDays: null };
  const repeat: Told = (period) => {
    const own = again(period);
    return isShare(own, period.buyers, least) && isApart(own, period.ledAgain, least) ? [own] : undefined;
  };
  const seeded: Told = (period) => {
    const own = period.buyers.filter(({ isSeeded }) => isSeeded);
    const both = again(period).filter(({ isSeeded }) => isSeeded);
    const isApartOfOthers =
      isShare(own, period.buyers, least) && (both.length === 0 || isShare(both, again(period), least));
    return isShare(both, own, least) && isApartOfOthers ? [own, both] : undefined;
  };
  const repeats = tells(repeat) ? again(month) : null;
  const [all15 = [], both = []] = (tells(seeded) ? seeded(month) : undefined) ?? [];
  return {
    buyers: month.buyers.length,
    repeatBuyers: repeats === null ? null : repeats.length,
    seeded: tells(seeded) ? [both.length, all15.length] : null,
    medianDays: repeats === null ? null : medianDays(repeats),
  };
}

function monthOf(all: readonly Buyer[], { month, weeks, days }: ToldMonth): Bought {
  const ofDays = [...days].map(([day, funnel]) => boughtIn(all, [day], [funnel], []));
  const funnelsOf = (own: readonly string[]) => own.flatMap((day) => days.get(day) ?? []);
  const daysIn = (own: readonly string[]) => ofDays.filter((one) => one.days.every((day) => own.includes(day)));
  const ofWeeks = [...weeks].map(([week, funnel]) => boughtIn(all, week, [funnel, ...funnelsOf(week)], [daysIn(week)]));
  const funnels = [month, ...weeks.values(), ...days.values()];
  return boughtIn(all, [...days.keys()], funnels, [ofDays, ofWeeks]);
}

function boughtIn(
  all: readonly Buyer[],
  days: readonly string[],
  funnels: readonly ToldFunnels[],
  within: Bought['within'],
): Bought {
  const buyers = all.filter((buyer) => buyer.days.some((day) => days.includes(day)));
  return { days, buyers, led: sizesOf(funnels, false), ledAgain: sizesOf(funnels, true), within };
}

/** Sizes of the groups of those who paid of which funnels tell, and of these groups put together. */
function sizesOf(funnels: readonly ToldFunnels[], onlyAgain: boolean): number[] {
  const groups = funnels
    .flatMap((funnel) => [...toldGroups(funnel)])
    .filter(({ stage }) => stage === 'REPURCHASE' || (stage === 'ORDER_PAID' && !onlyAgain));
  const ofWindows = Map.groupBy(groups, ({ measure }) => measure.split(' ').at(-1));
  const together = [groups, ...ofWindows.values()].map((some) => new Set(some.flatMap(({ people }) => [...people])));
  return [...groups.map(({ people }) => people), ...together].map(({ size }) => size).filter((size) => size > 0);
}

/** Who had paid for an order before one of the period. */
function again({ buyers, days }: Bought): Buyer[] {
  return buyers.filter((buyer) => buyer.days.some((day, place) => place > 0 && days.includes(day)));
}

function vouched(buyers: readonly Buyer[]): number {
  return buyers.filter(({ isVouched }) => isVouched).length;
}

/** Whether nobody is left when a group of which the funnel tells is taken away, or enough whom nobody can have invented: all are vouched for of whom funnels tell. */
function isApart(buyers: readonly Buyer[], led: readonly number[], least: number): boolean {
  return least === 1 || led.every((size) => size >= buyers.length || vouched(buyers) - size >= least);
}

/** Whether a share may be told: neither are few in it, nor out of it. */
function isShare(part: readonly Buyer[], whole: readonly Buyer[], least: number): boolean {
  const rest = whole.filter((buyer) => !part.includes(buyer));
  return vouched(whole) >= least && [part, rest].every((own) => own.length === 0 || vouched(own) >= least);
}

/** Whether groups may be told beside those that are told of shorter periods: beside each, beside all of a kind, and beside weeks with the days out of them; all together as if nobody were in two, or many were. */
function isTold(period: Bought, of: Told, least: number): boolean {
  const own = of(period);
  if (!own) return false;
  const sizes = (groups: readonly (readonly Buyer[])[]) => groups.flatMap((group) => [group.length, vouched(group)]);
  const told = period.within.map((kind) => kind.filter((each) => isTold(each, of, least)));
  const [days = [], weeks = []] = told;
  const inWeeks = new Set(weeks.flatMap((week) => week.days));
  const together = [days, weeks, [...weeks, ...days.filter((each) => each.days.every((day) => !inWeeks.has(day)))]];
  const follow = (taken: readonly Bought[]) =>
    sizes(own).map((size, place) => taken.reduce((left, each) => left - (sizes(of(each) ?? [])[place] ?? 0), size));
  return (
    told.flat().every((one) => follow([one]).every((left) => left <= 0 || left >= least)) &&
    together.every((some) => some.length === 0 || follow(some).every((left) => left === 0 || Math.abs(left) >= least))
  );
}

function medianDays(repeats: readonly Buyer[]): number | null {
  const between = repeats.map(({ paidAt: [first = 0, second = 0] }) => second - first).toSorted((a, b) => a - b);
  if (between.length === 0) return null;
  const [low = 0, high = 0] = [between[Math.ceil(between.length / 2) - 1], between[Math.floor(between.length / 2)]];
  return (low + high) / 2 / DAY;
}
