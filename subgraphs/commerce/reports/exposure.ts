import {
  type Group,
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
export interface ExposureCell {
  /** Exposed persons of whom others than the shop's platform told. */
  readonly vouched: number;
  /** Whether they visited: as `matchedEffect` has it. Null where nobody can be compared. */
  readonly visitors: MatchedEffect | null;
  /** In all, beyond the control's; money in 分. */
  readonly visits: Estimate | null;
  readonly orders: Estimate | null;
  readonly sales: Estimate | null;
}

/** Compares the persons of one target in one period. @param persons of its strata, exposed ones and others */
export function compareExposed(persons: readonly AlikePersons[]): ExposureCell {
  const strata = [...Map.groupBy(persons, ({ stratum }) => stratum)].map(
    ([, alike]) => [alike.find((each) => each.exposed), alike.find((each) => !each.exposed)] as const,
  );
  const effectOf = (group: (alike: AlikePersons) => Omit<Group, 'people'>) =>
    matchedEffect(
      strata.map(
        ([exposed, control]): Stratum => ({ exposed: groupOf(exposed, group), control: groupOf(control, group) }),
      ),
    );
  const total = (effect: MatchedEffect | undefined) => (effect ? totalEffect(effect) : null);
  return {
    vouched: persons.reduce((sum, { vouched }) => sum + vouched, 0),
    visitors: effectOf(({ visitors }) => ({ sum: visitors, squares: visitors })) ?? null,
    visits: total(effectOf(({ visits, visitSquares }) => ({ sum: visits, squares: visitSquares }))),
    orders: total(effectOf(({ orders, orderSquares }) => ({ sum: orders, squares: orderSquares }))),
    sales: total(effectOf(({ sales, saleSquares }) => ({ sum: sales, squares: saleSquares }))),
  };
}

function groupOf(alike: AlikePersons | undefined, group: (alike: AlikePersons) => Omit<Group, 'people'>): Group {
  return alike ? { people: alike.people, ...group(alike) } : { people: 0, sum: 0, squares: 0 };
}
