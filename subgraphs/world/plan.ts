import { PERIODS, type PeriodKey } from './calendar.ts';
import { type PeriodQuotas, type Quotas, QuotasError } from './quotas.ts';
import { apportion } from './random/apportion.ts';
import { quotaOf } from './random/quota.ts';
import { SCALES, type Scale, type ScaleName } from './scales.ts';

/** The industries by which the published visit rates are told; the other eight are told together. */
export const GROUPS = ['SPORTS', 'BEAUTY', 'OTHER'] as const;
export type Group = (typeof GROUPS)[number];

/** Whole numbers of one group of industries in one period. */
export interface GroupPlan {
  readonly group: Group;
  readonly reads: number;
  /** Of the reads, those on the days with the mix shift, and the impressions of those days. */
  readonly shiftedReads: number;
  readonly shiftedImpressions: number;
  /** People who read, each at least once. Buyers come first, then other old ones, then new ones. */
  readonly oldUsers: number;
  readonly newUsers: number;
  readonly buyers: number;
  /** Of the buyers, those who came by a link; the others read and never click. */
  readonly clickingBuyers: number;
  /** Journeys with a visit and no order by a known person, and journeys that end with the click. */
  readonly visitors: number;
  readonly clickers: number;
  readonly deniedJourneys: number;
}

export interface PeriodPlan {
  readonly key: PeriodKey;
  readonly start: string;
  readonly impressions: number;
  readonly interactions: { likes: number; saves: number; comments: number; shares: number; follows: number };
  readonly linkRequests: number;
  readonly groups: Readonly<Record<Group, GroupPlan>>;
  /** Orders of buyers beyond their first. */
  readonly repeatOrders: number;
  readonly invalidClicks: number;
  readonly jointMerchantsPerDay: number;
}

/** Everything that is counted before anything is generated. */
export interface Plan {
  readonly seed: number;
  readonly scale: ScaleName;
  readonly size: Scale;
  readonly now: number;
  readonly quotas: Quotas;
  readonly periods: Readonly<Record<PeriodKey, PeriodPlan>>;
  readonly oldUsers: number;
  readonly search: Quotas['search'];
  readonly survey: Quotas['survey'];
  readonly screenshots: number;
  readonly recent: Quotas['recent'];
}

/** Shares of reads on the days with the mix shift, and the click rates there: each industry's rises, all together's falls. */
const SHIFT: Readonly<Record<PeriodKey, Readonly<Record<Group, { readShare: number; clickRate: number }>>>> = {
  Y0: {
    SPORTS: { readShare: 0.1, clickRate: 0.02 },
    BEAUTY: { readShare: 0.1, clickRate: 0.1 },
    OTHER: { readShare: 0.1, clickRate: 0.04 },
  },
  Y1: {
    SPORTS: { readShare: 0.25, clickRate: 0.024 },
    BEAUTY: { readShare: 0.025, clickRate: 0.11 },
    OTHER: { readShare: 0.07, clickRate: 0.045 },
  },
};

/** 85 % of buyers come by a link, where the visits leave room for them. */
const CLICKING_SHARE = 0.85;
const REPEAT_SHARE = 0.4;
const CLICKS_WITHOUT_VISIT = 0.9;

/**
 * Turns quotas into whole numbers at a scale.
 * @param now the moment, in milliseconds, by which the moving data end
 * @throws {QuotasError} when the numbers contradict one another
 */
export function makePlan(seed: number, scale: ScaleName, quotas: Quotas, now: number): Plan {
  const size = SCALES[scale];
  const scaled = <T extends Record<string, number>>(counts: T) =>
    Object.fromEntries(Object.entries(counts).map(([key, value]) => [key, Math.round(value * size.factor)])) as T;
  const search = scaled(quotas.search);
  const oldUsers = search.monthlyUsers - search.newUsers;
  const survey = scale === 'S' ? scaled(quotas.survey) : quotas.survey;
  const plan: Plan = {
    seed,
    scale,
    size,
    now,
    quotas,
    periods: {
      Y0: periodPlan('Y0', quotas.y0, quotas, size, oldUsers, 0),
      Y1: periodPlan('Y1', quotas.y1, quotas, size, oldUsers, search.newUsers),
    },
    oldUsers,
    search,
    survey,
    screenshots: Math.round(quotas.screenshots * size.factor),
    recent: scaled(quotas.recent),
  };
  return plan;
}

function periodPlan(
  key: PeriodKey,
  period: PeriodQuotas,
  quotas: Quotas,
  { factor, merchants }: Scale,
  oldUsers: number,
  newUsers: number,
): PeriodPlan {
  const of = (value: number) => Math.round(value * factor);
  const told = { SPORTS: period.sports, BEAUTY: period.beauty, OTHER: period.other };
  const reads = GROUPS.map((group) => of(told[group].reads));
  const visits = GROUPS.map((group) => of(told[group].visits));
  if (!reads.some(Boolean) || !visits.some(Boolean))
    throw new QuotasError(`${key.toLowerCase()}: there must be reads and visits.`);
  const users = { old: apportion(oldUsers, reads), fresh: apportion(newUsers, reads) };
  const buyers = apportion(of(period.buyers), visits);
  const groups = GROUPS.map((group, index) => {
    const all = { reads: reads[index] ?? 0, visits: visits[index] ?? 0, buyers: buyers[index] ?? 0 };
    const { readShare, clickRate } = SHIFT[key][group];
    const shiftedReads = Math.round(all.reads * readShare);
    const clickingBuyers = Math.min(Math.round(all.buyers * CLICKING_SHARE), all.visits);
    const clickers = Math.round(all.visits * CLICKS_WITHOUT_VISIT);
    const plan: GroupPlan = {
      group,
      reads: all.reads,
      shiftedReads,
      shiftedImpressions: Math.round(shiftedReads / clickRate),
      oldUsers: users.old[index] ?? 0,
      newUsers: users.fresh[index] ?? 0,
      buyers: all.buyers,
      clickingBuyers,
      visitors: all.visits - clickingBuyers,
      clickers,
      deniedJourneys: quotaOf(quotas.dirt.consentDenied, all.visits + clickers),
    };
    return [group, plan] as const;
  });
  const clicks = groups.reduce((sum, [, plan]) => sum + plan.clickingBuyers + plan.visitors + plan.clickers, 0);
  return {
    key,
    start: PERIODS[key].from,
    impressions: of(period.impressions),
    interactions: interactions(of(period.interactions), of(period.linkRequests)),
    linkRequests: of(period.linkRequests),
    groups: Object.fromEntries(groups) as Record<Group, GroupPlan>,
    repeatOrders: Math.round(of(period.buyers) * REPEAT_SHARE),
    invalidClicks: quotaOf(quotas.dirt.invalidClicks, clicks),
    jointMerchantsPerDay: Math.round(period.jointMerchantsPerDay * merchants),
  };
}

/** A fifth of the interactions are comments, more where the requests for a link need it: half of the comments are of other kinds. */
function interactions(total: number, linkRequests: number): PeriodPlan['interactions'] {
  const comments = Math.min(total, Math.max(Math.round(total * 0.2), linkRequests * 2));
  const [likes = 0, saves = 0, shares = 0, follows = 0] = apportion(total - comments, [50, 25, 15, 10]);
  return { likes, saves, comments, shares, follows };
}
