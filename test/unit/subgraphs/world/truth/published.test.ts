import { describe, expect, test } from 'vitest';
import type { Figure } from '../../../../../subgraphs/world/truth/published.ts';
import { computeTruth } from '../../../../../subgraphs/world/truth/truth.ts';
import { makeWorld } from '../../../../../subgraphs/world/world.ts';

const now = new Date('2026-01-15T12:00:00.000Z');

function fractions(figures: readonly Figure[]): Record<string, [number, number]> {
  const named = figures.map(({ metric, parameters, numerator, denominator }): [string, [number, number]] => {
    const { period, group, industry } = parameters;
    const of = [period, group ?? (industry === 'ALL' ? undefined : industry)].filter(Boolean);
    return [[metric, ...of].join(' '), [numerator, denominator]];
  });
  return Object.fromEntries(named);
}

describe('at M', () => {
  const truth = computeTruth(makeWorld({ scale: 'M', seed: 1, now }));
  const of = fractions(truth.figures);

  test.each([
    ['clickRate Y0', 25_000, 500_000],
    ['clickRate Y1', 30_000, 500_000],
    ['engagementRate Y0', 2_500, 25_000],
    ['engagementRate Y1', 6_270, 30_000],
    ['shopVisitRate Y0 SPORTS', 200, 5_000],
    ['shopVisitRate Y1 SPORTS', 444, 6_000],
    ['shopVisitRate Y0 BEAUTY', 500, 12_500],
    ['shopVisitRate Y1 BEAUTY', 849, 15_000],
    ['shopVisitRate Y0 OTHER', 225, 7_500],
    ['shopVisitRate Y1 OTHER', 270, 9_000],
    ['jointCampaignDailyMerchants Y0', 20 * 30, 30],
    ['jointCampaignDailyMerchants Y1', 87 * 30, 30],
    ['searcherShare Y1', 7_000, 10_000],
    ['userOriginShare Y1', 22_000, 25_000],
    ['firstDayShare Y1', 420, 1_000],
    ['beforePurchaseShare Y1', 826, 1_000],
    ['surveySearchesFirst', 1_652, 2_000],
    ['surveyBornSince1990', 1_498, 2_000],
    ['surveySearchSways', 1_800, 2_000],
    ['screenshotsPerLinkRequest DEMAND', 20_000, 1_000],
  ])('%s is %i of %i, off the raw rows', (name, numerator, denominator) => {
    expect(of[name]).toEqual([numerator, denominator]);
  });

  test.each([
    ['clickRateChange', 0.2],
    ['engagementRateChange', 1.09],
    ['shopVisitRateChange SPORTS', 0.85],
    ['shopVisitRateChange BEAUTY', 0.415],
    ['shopVisitRateChange OTHER', 0],
    ['jointCampaignDailyMerchantsChange', 3.35],
  ])('%s is %d', (name, change) => {
    const [numerator, denominator] = of[name] ?? [0, 0];
    expect(numerator / denominator).toBeCloseTo(change, 12);
  });

  test('the mix shift: every industry gains, all together lose', () => {
    const rate = (name: string) => (of[name]?.[0] ?? 0) / (of[name]?.[1] ?? 1);
    const industries = [
      'SPORTS',
      'BEAUTY',
      'FASHION',
      'FOOD',
      'PERSONAL_CARE',
      'HOME',
      'MOTHER_BABY',
      'ELECTRONICS',
      'TRAVEL',
      'OTHER',
    ];
    for (const industry of industries)
      expect(rate(`clickRate SHIFT_Y1 ${industry}`)).toBeGreaterThan(rate(`clickRate SHIFT_Y0 ${industry}`));
    expect(rate('clickRate SHIFT_Y1')).toBeLessThan(rate('clickRate SHIFT_Y0'));
  });

  test('a searched text that enough people clicked after can be told, most can not', () => {
    expect(truth.searchedTexts.some(({ clickers }) => clickers.EVER >= truth.withheld.threshold)).toBe(true);
    expect(truth.withheld.searches.length).toBeGreaterThan(10);
  });

  test('the world has about 100,000 events', () => {
    expect(truth.events.raw).toBeGreaterThan(90_000);
    expect(truth.events.raw).toBeLessThan(130_000);
  });
});

test.each([
  [
    11,
    {
      y0: { beauty: { visits: 333 }, impressions: 610_003 },
      y1: { sports: { reads: 7_000, visits: 311 }, interactions: 7_001, buyers: 601, jointMerchantsPerDay: 51 },
      search: { searchers: 6_411, newUsersFirstDay: 77, buyersWhoSearched: 600, userSearches: 1 },
      dirt: { outOfOrder: 0.1 },
    },
  ],
])('seed %i with quotas of its own is as exact', (seed, quotas) => {
  const world = makeWorld({ scale: 'M', seed, now, quotas });
  const of = fractions(computeTruth(world).figures);
  const { y0, y1, search } = world.plan.quotas;
  const reads = (period: typeof y0) => period.sports.reads + period.beauty.reads + period.other.reads;
  expect(of['clickRate Y0']).toEqual([reads(y0), y0.impressions]);
  expect(of['clickRate Y1']).toEqual([reads(y1), y1.impressions]);
  expect(of['engagementRate Y1']).toEqual([y1.interactions, reads(y1)]);
  expect(of['shopVisitRate Y0 BEAUTY']).toEqual([y0.beauty.visits, y0.beauty.reads]);
  expect(of['shopVisitRate Y1 SPORTS']).toEqual([y1.sports.visits, y1.sports.reads]);
  expect(of['jointCampaignDailyMerchants Y1']).toEqual([y1.jointMerchantsPerDay * 30, 30]);
  expect(of['searcherShare Y1']).toEqual([search.searchers, search.monthlyUsers]);
  expect(of['userOriginShare Y1']).toEqual([search.userSearches, search.searches]);
  expect(of['firstDayShare Y1']).toEqual([search.newUsersFirstDay, search.newUsers]);
  expect(of['beforePurchaseShare Y1']).toEqual([search.buyersWhoSearched, y1.buyers]);
});

test('S has about 1,000 events and tells the fractions that it realised', () => {
  const truth = computeTruth(makeWorld({ scale: 'S', seed: 1, now }));
  const of = fractions(truth.figures);
  expect(truth.events.raw).toBeGreaterThan(800);
  expect(truth.events.raw).toBeLessThan(1_600);
  expect(of['shopVisitRate Y0 SPORTS']).toEqual([2, 50]);
  expect(of['shopVisitRate Y1 SPORTS']).toEqual([4, 60]);
  expect(of['engagementRate Y1']).toEqual([63, 300]);
});
