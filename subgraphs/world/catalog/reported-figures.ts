import type { ReportedFigure } from './types.ts';

const ALLIANCE = '红猫计划 announcement';
const RESULTS = 'Taotian group results, quarter to 2024-12';
const QUARTER = '2024-10..2024-12';

type Given = Pick<ReportedFigure, 'subject' | 'metric' | 'value' | 'unit' | 'claim' | 'source'> &
  Partial<ReportedFigure>;

function figure(given: Given): ReportedFigure {
  return { comparator: 'EXACTLY', period: null, yearOverYear: null, speaker: null, publishedOn: null, ...given };
}

function alliance(subject: string, metric: string, value: string, unit = 'ratio', more: Partial<ReportedFigure> = {}) {
  const base = { subject, metric, value, unit, claim: 'PLATFORM_STATISTIC', source: ALLIANCE } as const;
  return figure({ ...base, publishedOn: '2025-05-07', ...more });
}

function survey(metric: string, value: string) {
  return figure({
    subject: '小红书',
    metric,
    value,
    unit: 'ratio',
    claim: 'SURVEY',
    source: 'Survey of users, as reported by 小红书',
  });
}

function result(metric: string, value: string, unit: string, yearOverYear: string) {
  return figure({
    subject: '淘天集团',
    metric,
    value,
    unit,
    period: QUARTER,
    yearOverYear,
    claim: 'FINANCIAL_REPORT',
    source: RESULTS,
  });
}

function earlier(metric: string, quartersBefore: number, change: string) {
  return figure({
    subject: '淘天集团',
    metric: `${metric}, change year on year`,
    value: change,
    unit: 'ratio',
    period: quartersBefore === 1 ? '2024-07..2024-09' : '2024-04..2024-06',
    claim: 'FINANCIAL_REPORT',
    source: RESULTS,
  });
}

/** What was published about the alliance and its market. None of it was measured here, and none names a baseline year unless it says so. */
export const REPORTED_FIGURES: readonly ReportedFigure[] = [
  alliance('小红星', 'click rate of notes, change', '0.20'),
  alliance('小红星', 'engagement rate of notes, change', '1.09'),
  alliance('小红星', 'shop-visit rate (进店率), sports, change year on year', '0.85'),
  alliance('小红星', 'shop-visit rate (进店率), beauty, change year on year', '0.415'),
  alliance('小红星', 'merchants in joint campaigns a day, change', '3.35'),
  alliance('小红书', 'monthly active users', '300000000', 'people', { comparator: 'ABOUT' }),
  alliance('小红书', 'comments that ask for a link (求链接) a day', '6000000', 'comments'),
  alliance('小红书', 'screenshots (截屏) a day', '120000000', 'screenshots'),
  alliance('小红书', 'monthly users who search', '0.70'),
  alliance('小红书', 'searches started by the person', '0.88'),
  alliance('小红书', 'new users who search on day one', '0.42'),
  alliance('淘宝天猫', 'platforms connected (互联互通)', '200', 'platforms', { comparator: 'MORE_THAN' }),
  survey('say that search sways what they buy', '0.90'),
  survey('search before buying', '0.826'),
  survey('of those asked, born after 1990', '0.749'),
  result('revenue', '136091000000', 'CNY', '0.05'),
  result('adjusted EBITA', '61083000000', 'CNY', '0.02'),
  earlier('adjusted EBITA', 2, '-0.01'),
  earlier('adjusted EBITA', 1, '-0.05'),
  result('revenue, direct sales and other', '28726000000', 'CNY', '-0.09'),
  earlier('revenue, direct sales and other', 2, '-0.09'),
  earlier('revenue, direct sales and other', 1, '-0.05'),
  figure({
    subject: '抖音电商',
    metric: 'gross merchandise value',
    value: '3430000000000',
    unit: 'CNY',
    comparator: 'ABOUT',
    period: '2024',
    yearOverYear: '0.35',
    claim: 'PLATFORM_STATISTIC',
    source: 'As reported; no source was named',
  }),
  figure({
    subject: '抖音电商',
    metric: 'rank by share of e-commerce',
    value: '3',
    unit: 'rank',
    period: '2024',
    claim: 'PLATFORM_STATISTIC',
    source: 'As reported; no source was named',
  }),
];
