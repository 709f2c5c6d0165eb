import { dayAt, dayStarts, PERIOD_DAYS, PERIODS, type PeriodKey } from '../calendar.ts';
import type { Industry } from '../catalog/types.ts';
import { OTHER_INDUSTRIES } from '../catalog/vocabulary.ts';
import { GROUPS, type Group } from '../plan.ts';
import type { World } from '../world.ts';
import { type EngagementPeriod, type EngagementTruth, interactionsOf } from './engagement.ts';
import type { PeopleTruth } from './people.ts';

/** One figure whose answer is known. */
export interface Figure {
  readonly metric: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly numerator: number;
  readonly denominator: number;
}

/** Shop visits by period and group of industries, LAST_CLICK within 15 days. */
export type VisitsByGroup = Readonly<Record<PeriodKey, Readonly<Record<Group, number>>>>;

const INDUSTRIES: Readonly<Record<Group, readonly Industry[]>> = {
  SPORTS: ['SPORTS'],
  BEAUTY: ['BEAUTY'],
  OTHER: OTHER_INDUSTRIES,
};

/** The figures that others published, as this world has them, each off its raw rows. */
export function publishedFigures(
  world: World,
  engagement: EngagementTruth,
  visits: VisitsByGroup,
  people: PeopleTruth,
): Figure[] {
  const clickRate = (period: EngagementPeriod, industry: Industry | 'ALL' = 'ALL') => {
    const { reads, impressions } = engagement.ofIndustry(industry, period);
    return { metric: 'clickRate', parameters: { period, industry }, numerator: reads, denominator: impressions };
  };
  const engagementRate = (period: EngagementPeriod) => {
    const counted = engagement.ofIndustry('ALL', period);
    const parameters = { period, industry: 'ALL' };
    return { metric: 'engagementRate', parameters, numerator: interactionsOf(counted), denominator: counted.reads };
  };
  const visitRate = (period: PeriodKey, group: Group) => {
    const reads = INDUSTRIES[group].reduce((sum, industry) => sum + engagement.ofIndustry(industry, period).reads, 0);
    const parameters = { period, group, model: 'LAST_CLICK', window: 'DAYS_15' };
    return { metric: 'shopVisitRate', parameters, numerator: visits[period][group], denominator: reads };
  };
  const shifted = (period: EngagementPeriod) =>
    (['ALL', 'SPORTS', 'BEAUTY', ...OTHER_INDUSTRIES] as const).map((one) => clickRate(period, one));
  const merchants = (period: PeriodKey) => jointMerchants(world, period);
  return [
    ...compared([clickRate('Y0'), clickRate('Y1')]),
    ...compared([engagementRate('Y0'), engagementRate('Y1')]),
    ...GROUPS.flatMap((group) => compared([visitRate('Y0', group), visitRate('Y1', group)])),
    ...compared([merchants('Y0'), merchants('Y1')]),
    ...shifted('SHIFT_Y0'),
    ...shifted('SHIFT_Y1'),
    ...peopleFigures(people),
    ...surveyFigures(world),
    demandRatio(engagement),
  ];
}

/** Both figures, and how the second changed: current / baseline - 1. */
function compared([baseline, current]: readonly [Figure, Figure]): Figure[] {
  const { period: _, ...parameters } = current.parameters;
  return [
    baseline,
    current,
    {
      metric: `${current.metric}Change`,
      parameters: { ...parameters, basis: 'YEAR_OVER_YEAR' },
      numerator: current.numerator * baseline.denominator - baseline.numerator * current.denominator,
      denominator: baseline.numerator * current.denominator,
    },
  ];
}

/** Merchants in joint campaigns, summed over the days of a period, by the days. */
function jointMerchants({ campaigns }: World, period: PeriodKey): Figure {
  const days = dayStarts(PERIODS[period].from, PERIOD_DAYS).map(dayAt);
  const merchants = days.map((day) => {
    const running = campaigns.filter(({ joint, startsOn, endsOn }) => joint && startsOn <= day && day <= endsOn);
    return new Set(running.map(({ shopId }) => shopId)).size;
  });
  const numerator = merchants.reduce((sum, count) => sum + count, 0);
  return { metric: 'jointCampaignDailyMerchants', parameters: { period }, numerator, denominator: days.length };
}

function peopleFigures(people: PeopleTruth): Figure[] {
  const figure = (metric: string, numerator: number, denominator: number) => ({
    metric,
    parameters: { period: 'Y1' },
    numerator,
    denominator,
  });
  return [
    figure('searcherShare', people.searchers, people.monthlyUsers),
    figure('userOriginShare', people.userSearches, people.searches),
    figure('firstDayShare', people.newUsersFirstDay, people.newUsers),
    figure('beforePurchaseShare', people.buyersWhoSearched, people.buyers),
  ];
}

function surveyFigures(world: World): Figure[] {
  const answers = [...world.survey()];
  const share = (metric: string, count: number) => ({
    metric,
    parameters: { survey: 'users' },
    numerator: count,
    denominator: answers.length,
  });
  return [
    share('surveySearchesFirst', answers.filter((answer) => answer.searchesFirst).length),
    share('surveyBornSince1990', answers.filter((answer) => answer.bornSince1990).length),
    share('surveySearchSways', answers.filter((answer) => answer.searchSways).length),
  ];
}

function demandRatio(engagement: EngagementTruth): Figure {
  const { screenshots } = engagement.ofIndustry('ALL', 'DEMAND');
  const requests = engagement
    .requested('DEMAND')
    .reduce((sum, noteId) => sum + engagement.requestsOf(noteId, 'DEMAND'), 0);
  return {
    metric: 'screenshotsPerLinkRequest',
    parameters: { period: 'DEMAND' },
    numerator: screenshots,
    denominator: requests,
  };
}
