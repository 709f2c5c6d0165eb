import { z } from 'zod';

const count = z.int().min(0).max(100_000_000);
const share = z.number().min(0).max(1);

const group = z.strictObject({ reads: count, visits: count });

const period = z.strictObject({
  impressions: count,
  interactions: count,
  sports: group,
  beauty: group,
  other: group,
  buyers: count,
  linkRequests: count,
  jointMerchantsPerDay: count,
});

/** What the sample world holds: whole numbers are those of scale M, shares are the same at every scale. */
const schema = z.strictObject({
  y0: period,
  y1: period,
  search: z.strictObject({
    monthlyUsers: count,
    searchers: count,
    searches: count,
    userSearches: count,
    newUsers: count,
    newUsersFirstDay: count,
    buyersWhoSearched: count,
  }),
  survey: z.strictObject({ asked: count, searchFirst: count, bornSince1990: count, searchSways: count }),
  screenshots: count,
  recent: z.strictObject({ reads: count, searches: count, interactions: count, clicks: count, orders: count }),
  dirt: z.strictObject({
    duplicateOrderEvents: share,
    outOfOrder: share,
    over72HoursLate: share,
    over7DaysLate: share,
    refundedOrders: share,
    refundedAfterSettlement: share,
    invalidClicks: share,
    consentDenied: share,
    splitOrders: share,
    clockSkew: share,
  }),
});

export type Quotas = z.infer<typeof schema>;
export type PeriodQuotas = z.infer<typeof period>;
type DeepPartial<T> = { [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

/** The published figures, at scale M. */
export const PUBLISHED: Quotas = {
  y0: {
    impressions: 500_000,
    interactions: 2_500,
    sports: { reads: 5_000, visits: 200 },
    beauty: { reads: 12_500, visits: 500 },
    other: { reads: 7_500, visits: 225 },
    buyers: 400,
    linkRequests: 80,
    jointMerchantsPerDay: 20,
  },
  y1: {
    impressions: 500_000,
    interactions: 6_270,
    sports: { reads: 6_000, visits: 444 },
    beauty: { reads: 15_000, visits: 849 },
    other: { reads: 9_000, visits: 270 },
    buyers: 1_000,
    linkRequests: 1_000,
    jointMerchantsPerDay: 87,
  },
  search: {
    monthlyUsers: 10_000,
    searchers: 7_000,
    searches: 25_000,
    userSearches: 22_000,
    newUsers: 1_000,
    newUsersFirstDay: 420,
    buyersWhoSearched: 826,
  },
  survey: { asked: 2_000, searchFirst: 1_652, bornSince1990: 1_498, searchSways: 1_800 },
  screenshots: 20_000,
  recent: { reads: 3_000, searches: 1_000, interactions: 600, clicks: 400, orders: 150 },
  dirt: {
    duplicateOrderEvents: 0.02,
    outOfOrder: 0.03,
    over72HoursLate: 0.01,
    over7DaysLate: 0.005,
    refundedOrders: 0.12,
    refundedAfterSettlement: 1 / 3,
    invalidClicks: 0.015,
    consentDenied: 0.05,
    splitOrders: 0.1,
    clockSkew: 0.01,
  },
};

/** Quotas that no world can have, or a file that names what is none. The message lists every fault, with its place. */
export class QuotasError extends Error {}

/**
 * Completes what a quotas file says with the published figures.
 * @param given parsed JSON; every key may be absent, none may be unknown
 * @throws {QuotasError}
 */
export function readQuotas(given: unknown): Quotas {
  const result = schema.safeParse(merge(PUBLISHED, given as DeepPartial<Quotas>));
  if (result.success) return result.data;
  const faults = result.error.issues.map((issue) => `  ${issue.path.join('.') || '(file)'}: ${issue.message}`);
  throw new QuotasError(`The quotas can't be used:\n${faults.join('\n')}`);
}

function merge(base: unknown, over: unknown): unknown {
  if (over === undefined) return base;
  if (!isRecord(base) || !isRecord(over)) return over;
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(over)) merged[key] = merge(base[key], value);
  return merged;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
