import type { PeriodKind } from '../../kit/people/lattice.ts';
import {
  type Group,
  isMatched,
  type MatchedEffect,
  matchedEffect,
  type Stratum,
  totalEffect,
} from '../../kit/statistics/matched-strata.ts';
import type { AlikePersons } from '../store/reports/count-exposure.ts';

/** An estimate with its 95 % interval. */
export interface Estimate {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** What exposed persons did beyond what those who are like them did, in one period. */
export interface ExposureCell extends Partial<Compared> {
  /** Exposed persons, those compared, whom nobody can have invented. */
  readonly vouched: number;
  /** Whether they visited: as `matchedEffect` has it. Null where nobody can be compared. */
  readonly visitors: MatchedEffect | null;
  /** In all, beyond the control's; money in 分. */
  readonly visits: Estimate | null;
  readonly orders: Estimate | null;
  readonly sales: Estimate | null;
}

/** Of those compared, how many visited and bought, and how many of these nobody can have invented; absent of periods that were counted before these were. */
export interface Compared {
  readonly vouchedControls: number;
  readonly exposedVisitors: number;
  readonly vouchedExposedVisitors: number;
  readonly exposedBuyers: number;
  readonly vouchedExposedBuyers: number;
  readonly controlVisitors: number;
  readonly vouchedControlVisitors: number;
  readonly controlBuyers: number;
  readonly vouchedControlBuyers: number;
}

/** Of which kinds of period there are cells: within a day little has followed. */
export const EXPOSURE_KINDS = ['WEEK', 'MONTH'] as const satisfies readonly PeriodKind[];

interface Alike {
  readonly exposed: AlikePersons;
  readonly control: AlikePersons;
}

/** Compares the persons of one target in one period. @param persons of its strata, exposed ones and others */
export function compareExposed(persons: readonly AlikePersons[]): ExposureCell {
  const strata = [...Map.groupBy(persons, ({ stratum }) => stratum)].flatMap(([, alike]): Alike[] => {
    const [exposed, control] = [true, false].map((isExposed) => alike.find((each) => each.exposed === isExposed));
    return exposed && control && isMatched({ exposed, control }) ? [{ exposed, control }] : [];
  });
  const effectOf = (group: (alike: AlikePersons) => Omit<Group, 'people'>) =>
    matchedEffect(
      strata.map(
        ({ exposed, control }): Stratum => ({
          exposed: { people: exposed.people, ...group(exposed) },
          control: { people: control.people, ...group(control) },
        }),
      ),
    );
  const total = (effect: MatchedEffect | undefined) => (effect ? totalEffect(effect) : null);
  return {
    ...countCompared(strata),
    visitors: effectOf(({ visitors }) => ({ sum: visitors, squares: visitors })) ?? null,
    visits: total(effectOf(({ visits, visitSquares }) => ({ sum: visits, squares: visitSquares }))),
    orders: total(effectOf(({ orders, orderSquares }) => ({ sum: orders, squares: orderSquares }))),
    sales: total(effectOf(({ sales, saleSquares }) => ({ sum: sales, squares: saleSquares }))),
  };
}

function countCompared(strata: readonly Alike[]): Compared & Pick<ExposureCell, 'vouched'> {
  const sum = (side: keyof Alike, figure: (alike: AlikePersons) => number) =>
    strata.reduce((all, stratum) => all + figure(stratum[side]), 0);
  return {
    vouched: sum('exposed', ({ vouched }) => vouched),
    vouchedControls: sum('control', ({ vouched }) => vouched),
    exposedVisitors: sum('exposed', ({ visitors }) => visitors),
    vouchedExposedVisitors: sum('exposed', ({ vouchedVisitors }) => vouchedVisitors),
    exposedBuyers: sum('exposed', ({ buyers }) => buyers),
    vouchedExposedBuyers: sum('exposed', ({ vouchedBuyers }) => vouchedBuyers),
    controlVisitors: sum('control', ({ visitors }) => visitors),
    vouchedControlVisitors: sum('control', ({ vouchedVisitors }) => vouchedVisitors),
    controlBuyers: sum('control', ({ buyers }) => buyers),
    vouchedControlBuyers: sum('control', ({ vouchedBuyers }) => vouchedBuyers),
  };
}
