import { ratio } from '../decimal.ts';

/** Why a figure about people is not told. */
export type PeopleWithheld = 'TOO_FEW_PEOPLE' | 'PERIOD_OPEN' | 'EXPIRED';

/** A count of people, or a reason why there is none. */
export interface PeopleFigure {
  readonly people: number | null;
  readonly withheld: PeopleWithheld | null;
}

/** A group as it was counted. */
export interface PeopleCount {
  /** Distinct persons. */
  readonly people: number;
  /** Those among them who are known from others than the seller too: invented persons make no small group a large one. */
  readonly vouched: number;
}

/** What is told of a period that has not closed. */
export const PERIOD_OPEN: PeopleFigure = { people: null, withheld: 'PERIOD_OPEN' };
/** What is told of a group that is too small, or might be found out if it were told. */
export const TOO_FEW_PEOPLE: PeopleFigure = { people: null, withheld: 'TOO_FEW_PEOPLE' };

const COARSEST = 10;

/** Whether enough people stand behind a group for it to be told. @param least the fewest persons */
export function isEnough({ vouched }: PeopleCount, least: number): boolean {
  return vouched >= least;
}

/** To multiples of what counts of people are rounded. */
export function roundingStep(least: number): number {
  return Math.min(COARSEST, least);
}

/** Rounds a count of people half up to a multiple of 10, or of `least` where that is less: a threshold of 1 leaves counts as they are. */
export function roundPeople(people: number, least: number): number {
  const step = roundingStep(least);
  return Math.floor((2 * people + step) / (2 * step)) * step;
}

/** What is told of a group by itself: its size, rounded, or that it is too small; never zero. */
export function tellPeople(count: PeopleCount, least: number): PeopleFigure {
  return isEnough(count, least) ? { people: roundPeople(count.people, least), withheld: null } : TOO_FEW_PEOPLE;
}

/**
 * One group's share of another, of what is told of the two, so that it says no more than they do.
 * @returns a decimal of 4 places; null where one of them is withheld
 */
export function tellShare(part: PeopleFigure, whole: PeopleFigure): string | null {
  return part.people === null || whole.people === null ? null : ratio(part.people, whole.people);
}

/**
 * Which rows are told beside their total. A row that is too small is not; and so that the total less the rows that are told gives no small
 * group, more rows are kept back, the smallest first, until those who are in no told row are enough, and in two rows at least.
 * @param rows how many are in each
 * @param untold how many vouched persons of the total are in none of the rows that are told; by default, of rows that share nobody
 * @returns for each row whether it is told
 */
export function rowsToTell(
  rows: readonly PeopleCount[],
  least: number,
  untold: (told: readonly boolean[]) => number = (told) => sumUntold(rows, told),
): boolean[] {
  const told = rows.map((row) => isEnough(row, least));
  const smallestFirst = rows
    .map((row, index) => ({ index, people: row.vouched }))
    .filter(({ index }) => told[index])
    .sort((a, b) => a.people - b.people || a.index - b.index);
  for (const { index } of smallestFirst) {
    if (isHidden(rows, told, untold(told), least)) break;
    told[index] = false;
  }
  return told;
}

/** Whether the rows that are not told can't be found out from those that are and their total. */
function isHidden(rows: readonly PeopleCount[], told: readonly boolean[], left: number, least: number): boolean {
  const kept = rows.filter((row, index) => !told[index] && row.people > 0);
  return kept.length === 0 || (kept.length > 1 && left >= least);
}

function sumUntold(rows: readonly PeopleCount[], told: readonly boolean[]): number {
  return rows.reduce((sum, { vouched }, index) => (told[index] ? sum : sum + vouched), 0);
}
