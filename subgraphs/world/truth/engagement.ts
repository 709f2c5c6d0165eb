import { DAY, DEMAND_DAYS, dayAt, dayStarts, HOUR, MIX_SHIFT, PERIODS, startOf } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Industry, Note } from '../catalog/types.ts';
import type { Comment } from '../content/comments.ts';
import type { Counter } from '../content/counters.ts';
import { periodsAt, type TruthPeriod, within } from './periods.ts';

type Counted = Omit<Counter, 'noteId' | 'hour'>;
/** The periods of TruthPeriod, the five days of link demand, and the days of the mix shift in each year. */
export type EngagementPeriod = TruthPeriod | 'DEMAND' | 'SHIFT_Y0' | 'SHIFT_Y1' | 'SHIFT_DAY_Y0' | 'SHIFT_DAY_Y1';

/** The middle one of the days with the mix shift, in each year: reports know days, not three of them. */
export const SHIFT_DAYS = { Y0: middleOfShift('Y0'), Y1: middleOfShift('Y1') } as const;

/** What was counted by note and by industry. */
export interface EngagementTruth {
  ofNote(noteId: string, period: EngagementPeriod): Counted;
  /** Of one industry, or all. */
  ofIndustry(industry: Industry | 'ALL', period: EngagementPeriod): Counted;
  /** Comments that ask for the link, as their maker meant them. */
  requestsOf(noteId: string, period: EngagementPeriod): number;
  /** Notes with requests within a period. */
  requested(period: EngagementPeriod): string[];
  /** Comments that look like a request and are none. */
  readonly lookAlikes: number;
}

/** Adds up the raw rows of counters and comments. */
export function countEngagement(
  counters: Iterable<readonly Counter[]>,
  comments: Iterable<Comment>,
  { notes }: Catalog,
): EngagementTruth {
  const industries = new Map(notes.map((note: Note) => [note.id, note.industry]));
  const cells = new Map<string, Counted>();
  const requests = new Map<string, number>();
  let lookAlikes = 0;
  for (const rows of counters)
    for (const row of rows)
      for (const period of periodsOf(row.hour))
        for (const subject of [row.noteId, industries.get(row.noteId) ?? 'OTHER', 'ALL'])
          addTo(cells, `${subject} ${period}`, row);
  for (const { noteId, at, intent, lookAlike } of comments) {
    if (lookAlike) lookAlikes += 1;
    if (intent !== 'LINK_REQUEST') continue;
    for (const period of periodsOf(at))
      requests.set(`${noteId} ${period}`, (requests.get(`${noteId} ${period}`) ?? 0) + 1);
  }
  return {
    ofNote: (noteId, period) => cells.get(`${noteId} ${period}`) ?? nothing(),
    ofIndustry: (industry, period) => cells.get(`${industry} ${period}`) ?? nothing(),
    requestsOf: (noteId, period) => requests.get(`${noteId} ${period}`) ?? 0,
    requested: (period) =>
      [...requests.keys()].filter((key) => key.endsWith(` ${period}`)).map((key) => key.split(' ')[0] ?? ''),
    lookAlikes,
  };
}

/** Likes, saves, comments, shares and follows together. */
export function interactionsOf({ likes, saves, comments, shares, follows }: Counted): number {
  return likes + saves + comments + shares + follows;
}

function periodsOf(instant: number): EngagementPeriod[] {
  const periods: EngagementPeriod[] = periodsAt(instant);
  if (within(DEMAND_DAYS, instant)) periods.push('DEMAND');
  if (isShifted('Y0', instant)) periods.push('SHIFT_Y0');
  if (isShifted('Y1', instant)) periods.push('SHIFT_Y1');
  if (dayAt(instant) === SHIFT_DAYS.Y0) periods.push('SHIFT_DAY_Y0');
  if (dayAt(instant) === SHIFT_DAYS.Y1) periods.push('SHIFT_DAY_Y1');
  return periods;
}

function middleOfShift(key: 'Y0' | 'Y1'): string {
  return dayAt(startOf(PERIODS[key].from) + (MIX_SHIFT.firstDay + 1) * DAY);
}

function isShifted(key: 'Y0' | 'Y1', instant: number): boolean {
  const [start = 0] = dayStarts(PERIODS[key].from, 1);
  const from = start + MIX_SHIFT.firstDay * DAY;
  return instant >= from && instant < from + MIX_SHIFT.days * 24 * HOUR;
}

function nothing(): Counted {
  return { impressions: 0, reads: 0, likes: 0, saves: 0, comments: 0, shares: 0, follows: 0, screenshots: 0 };
}

function addTo(cells: Map<string, Counted>, key: string, row: Counted): void {
  const sum = cells.get(key) ?? nothing();
  for (const kind of Object.keys(sum) as (keyof Counted)[]) sum[kind] += row[kind];
  cells.set(key, sum);
}
