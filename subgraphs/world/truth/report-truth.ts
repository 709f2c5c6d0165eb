import { dayAt, dayStarts, PERIOD_DAYS, PERIODS } from '../calendar.ts';
import type { Industry } from '../catalog/types.ts';
import { OTHER_INDUSTRIES } from '../catalog/vocabulary.ts';
import type { World } from '../world.ts';
import type { ConversionTruth } from './conversion-truth.ts';
import { type EngagementTruth, interactionsOf, SHIFT_DAYS } from './engagement.ts';
import type { PeopleTruth } from './people.ts';

/** The industries, and all of them together. */
const OF = ['ALL', 'SPORTS', 'BEAUTY', ...OTHER_INDUSTRIES] as const;
type Of = (typeof OF)[number];

/** A month of Y1 beside that of Y0, or a day with the mix shift beside the one a year before. */
type Pair = readonly [baseline: 'Y0' | 'SHIFT_DAY_Y0', current: 'Y1' | 'SHIFT_DAY_Y1'];
const MONTH: Pair = ['Y0', 'Y1'];
const SHIFT: Pair = ['SHIFT_DAY_Y0', 'SHIFT_DAY_Y1'];

interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
}

/** A row of the uplift report whose answer is known. */
export interface UpliftTruth {
  readonly range: { readonly from: string; readonly to: string };
  readonly metric: 'CLICK_RATE' | 'ENGAGEMENT_RATE' | 'SHOP_VISIT_RATE' | 'JOINT_CAMPAIGN_DAILY_MERCHANTS';
  readonly industry: Of;
  readonly baseline: Ratio;
  readonly current: Ratio;
  /** Whether all together moves against every industry; null of one. */
  readonly isReversed: boolean | null;
  /** Whether fewer people read in one of both periods than may be told of. */
  readonly withheld: boolean;
}

/** A share of people whose answer is known. */
export interface ShareTruth extends Ratio {
  readonly share: 'searcherShare' | 'userOriginShare' | 'firstDayShare' | 'beforePurchaseShare';
  readonly withheld: boolean;
}

/** What the reports must say, off the raw rows. */
export interface ReportTruth {
  readonly uplift: readonly UpliftTruth[];
  readonly shares: readonly ShareTruth[];
}

/** @param least the fewest people that are told of */
export function reportTruth(
  world: World,
  engagement: EngagementTruth,
  conversions: ConversionTruth,
  people: PeopleTruth,
  least: number,
): ReportTruth {
  const readers = countReaders(world);
  const visits = visitsByIndustry(world, conversions);
  const isFew = ([before, after]: Pair, of: Of) =>
    Math.min(readers.get(`${before} ${of}`) ?? 0, readers.get(`${after} ${of}`) ?? 0) < least;
  const rows = (pair: Pair, metric: UpliftTruth['metric'], rate: (period: Pair[number], of: Of) => Ratio) => {
    const all = OF.map((of) => ({ of, baseline: rate(pair[0], of), current: rate(pair[1], of) }));
    const [together, ...parts] = all.map(({ baseline, current }) =>
      Math.sign(quotientOf(current) - quotientOf(baseline)),
    );
    const isReversed = parts.every((sign) => sign !== 0 && sign === -(together ?? 0));
    return all.map(({ of, baseline, current }): UpliftTruth => {
      const withheld = metric !== 'JOINT_CAMPAIGN_DAILY_MERCHANTS' && isFew(pair, of);
      const range = pair === MONTH ? PERIODS.Y1 : { from: SHIFT_DAYS.Y1, to: SHIFT_DAYS.Y1 };
      return { range, metric, industry: of, baseline, current, isReversed: of === 'ALL' ? isReversed : null, withheld };
    });
  };
  const clickRate = (period: Pair[number], of: Of) => {
    const { reads, impressions } = engagement.ofIndustry(of, period);
    return { numerator: reads, denominator: impressions };
  };
  return {
    uplift: [
      ...rows(MONTH, 'CLICK_RATE', clickRate),
      ...rows(MONTH, 'ENGAGEMENT_RATE', (period, of) => {
        const counted = engagement.ofIndustry(of, period);
        return { numerator: interactionsOf(counted), denominator: counted.reads };
      }),
      ...rows(MONTH, 'SHOP_VISIT_RATE', (period, of) => ({
        numerator: visits.get(`${period} ${of}`) ?? 0,
        denominator: engagement.ofIndustry(of, period).reads,
      })),
      ...rows(MONTH, 'JOINT_CAMPAIGN_DAILY_MERCHANTS', (period, of) => merchants(world, period, of)),
      ...rows(SHIFT, 'CLICK_RATE', clickRate),
    ],
    shares: shares(people, least),
  };
}

function shares(people: PeopleTruth, least: number): ShareTruth[] {
  const isFew = (count: number) => count > 0 && count < least;
  const share = (name: ShareTruth['share'], part: number, whole: number): ShareTruth => ({
    share: name,
    numerator: part,
    denominator: whole,
    withheld: whole < least || isFew(part) || isFew(whole - part),
  });
  return [
    share('searcherShare', people.searchers, people.monthlyUsers),
    {
      share: 'userOriginShare',
      numerator: people.userSearches,
      denominator: people.searches,
      withheld: people.searchers < least,
    },
    share('firstDayShare', people.newUsersFirstDay, people.newUsers),
    share('beforePurchaseShare', people.buyersWhoSearched, people.buyers),
  ];
}

/** How many read notes of an industry in each period. */
function countReaders(world: World): Map<string, number> {
  const readers = new Map<string, Set<string>>();
  for (const { person, day, industry } of world.personDays()) {
    if (industry === null) continue;
    for (const period of periodsOf(day))
      for (const subject of [industry, 'ALL'] as const) {
        const key = `${period} ${subject}`;
        readers.set(key, (readers.get(key) ?? new Set()).add(person));
      }
  }
  return new Map([...readers].map(([key, persons]) => [key, persons.size]));
}

function periodsOf(day: string): Pair[number][] {
  return [
    ...(day >= PERIODS.Y0.from && day <= PERIODS.Y0.to ? (['Y0'] as const) : []),
    ...(day >= PERIODS.Y1.from && day <= PERIODS.Y1.to ? (['Y1'] as const) : []),
    ...(day === SHIFT_DAYS.Y0 ? (['SHIFT_DAY_Y0'] as const) : []),
    ...(day === SHIFT_DAYS.Y1 ? (['SHIFT_DAY_Y1'] as const) : []),
  ];
}

function visitsByIndustry({ catalog }: World, conversions: ConversionTruth): Map<string, number> {
  const visits = new Map<string, number>();
  for (const { id, industry } of catalog.notes)
    for (const period of MONTH)
      for (const subject of [industry, 'ALL'] as const) {
        const key = `${period} ${subject}`;
        const { shopVisits } = conversions.of('NOTE', id, period as 'Y0' | 'Y1').windows.DAYS_15.LAST_CLICK;
        visits.set(key, (visits.get(key) ?? 0) + shopVisits);
      }
  return visits;
}

/** Merchants in joint campaigns, summed over the days of a period, by the days. */
function merchants({ campaigns, catalog }: World, period: Pair[number], of: Of): Ratio {
  const industries = new Map<string, Industry>(catalog.shops.map(({ id, industry }) => [id, industry]));
  const own = campaigns.filter(({ joint, shopId }) => joint && (of === 'ALL' || industries.get(shopId) === of));
  const days = dayStarts(PERIODS[period as 'Y0' | 'Y1'].from, PERIOD_DAYS).map(dayAt);
  const counts = days.map(
    (day) => new Set(own.filter((one) => one.startsOn <= day && day <= one.endsOn).map(({ shopId }) => shopId)).size,
  );
  return { numerator: counts.reduce((sum, count) => sum + count, 0), denominator: days.length };
}

function quotientOf({ numerator, denominator }: Ratio): number {
  return denominator === 0 ? 0 : numerator / denominator;
}
