import { PERIODS, type PeriodKey } from '../calendar.ts';
import { PARTNERSHIPS } from '../catalog/partnerships.ts';
import { PLATFORMS } from '../catalog/platforms.ts';
import { REPORTED_FIGURES } from '../catalog/reported-figures.ts';
import type { Truth } from '../truth/truth.ts';
import type { Ask } from './client.ts';
import type { Comparison } from './comparison.ts';

interface NoteFigures {
  readonly industry: string;
  readonly engagement: { readonly impressions: number; readonly reads: number; readonly interactions: number };
  readonly conversion: { readonly shopVisits: number | null };
}

const PAGE = `query Check($range: DateRange!, $after: String) {
  notes(first: 100, after: $after) {
    pageInfo { hasNextPage endCursor }
    nodes { industry engagement(range: $range) { impressions reads interactions } conversion(range: $range, window: DAYS_15) { shopVisits } }
  }
}`;

/** Compares the published rates, added up over every note there is, as a client would. */
export async function checkPublished(ask: Ask, truth: Truth, comparison: Comparison): Promise<void> {
  for (const period of Object.keys(PERIODS) as PeriodKey[]) {
    const notes = await everyNote(ask, PERIODS[period]);
    const sum = (of: (note: NoteFigures) => number, group?: string) =>
      notes.filter((note) => !group || groupOf(note.industry) === group).reduce((total, note) => total + of(note), 0);
    const answered: Record<string, (group?: string) => [number, number]> = {
      clickRate: () => [sum((note) => note.engagement.reads), sum((note) => note.engagement.impressions)],
      engagementRate: () => [sum((note) => note.engagement.interactions), sum((note) => note.engagement.reads)],
      shopVisitRate: (group) => [
        sum((note) => note.conversion.shopVisits ?? 0, group),
        sum((note) => note.engagement.reads, group),
      ],
    };
    for (const { metric, parameters, numerator, denominator } of truth.figures) {
      const of = answered[metric];
      if (!of || parameters.period !== period) continue;
      const [above, below] = of(parameters.group);
      const name = `${metric} ${period} ${parameters.group ?? ''}`.trim();
      comparison.compare('published rates', name, `${numerator} / ${denominator}`, `${above} / ${below}`);
    }
  }
}

/** Compares how many platforms, agreements and reported figures there are. */
export async function checkCatalogue(ask: Ask, comparison: Comparison): Promise<void> {
  const data = await ask('{ platforms(first: 1) { totalCount } partnerships { name } reportedFigures { value } }');
  const { platforms, partnerships, reportedFigures } = data as {
    platforms: { totalCount: number };
    partnerships: { name: string }[];
    reportedFigures: { value: string }[];
  };
  comparison.compare('catalogue', 'platforms', PLATFORMS.length, platforms.totalCount);
  comparison.compare(
    'catalogue',
    'partnerships',
    PARTNERSHIPS.map(({ name }) => name).toSorted(),
    partnerships.map(({ name }) => name).toSorted(),
  );
  comparison.compare(
    'catalogue',
    'reportedFigures',
    REPORTED_FIGURES.map(({ value }) => Number(value)),
    reportedFigures.map(({ value }) => Number(value)),
  );
}

async function everyNote(ask: Ask, range: { from: string; to: string }): Promise<NoteFigures[]> {
  const all: NoteFigures[] = [];
  let after: string | null = null;
  for (;;) {
    const { notes } = (await ask(PAGE, { range, after })) as {
      notes: { pageInfo: { hasNextPage: boolean; endCursor: string | null }; nodes: NoteFigures[] };
    };
    all.push(...notes.nodes);
    if (!notes.pageInfo.hasNextPage) return all;
    after = notes.pageInfo.endCursor;
  }
}

function groupOf(industry: string): string {
  return industry === 'SPORTS' || industry === 'BEAUTY' ? industry : 'OTHER';
}
