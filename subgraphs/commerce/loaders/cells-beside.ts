import type { Period, PeriodKind } from '../../kit/people/lattice.ts';
import { type BesideShorter, shorterPeriods } from '../../kit/people/shorter-periods.ts';
import { type CellLoader, type ForgottenLoader, isForgotten } from './cells.ts';

/** What was counted of a period and of the shorter ones within it, each undefined where nothing was. */
export type CellsBeside<CellOf> = (period: Period) => CellOf | undefined;

/**
 * Reads what was counted of a period and of the shorter ones beside which it is judged, at once.
 * @param keyOf where a period's cell is kept
 */
export async function loadBeside<CellOf>(
  cells: CellLoader,
  period: Period,
  rule: BesideShorter,
  keyOf: (kind: PeriodKind, from: string) => string,
): Promise<CellsBeside<CellOf>> {
  const periods = [period, ...shorterPeriods(period, rule).flat()];
  const keys = periods.map(({ kind, from }) => keyOf(kind, from));
  const loaded = await Promise.all(keys.map((key) => cells.load(key)));
  const byKey = new Map(keys.map((key, place) => [key, loaded[place] as CellOf | undefined]));
  return ({ kind, from }) => byKey.get(keyOf(kind, from));
}

/** Whether what was told of a period, or of a shorter one beside which it is judged, is deleted: then it is no longer known what it may tell beside what was told of that. */
export async function isForgottenBeside(
  forgotten: ForgottenLoader,
  period: Period,
  rule: BesideShorter,
): Promise<boolean> {
  const firsts = shorterPeriods(period, rule).flatMap((within) => within.slice(0, 1));
  const gone = await Promise.all([period, ...firsts].map((each) => isForgotten(forgotten, each)));
  return gone.includes(true);
}
