import { fixed } from '../../kit/decimal.ts';
import { type Money, yuan } from '../../kit/money.ts';
import { roundingStep, roundPeople } from '../../kit/people/few-people.ts';
import type { Period } from '../../kit/people/lattice.ts';
import type { BesideShorter } from '../../kit/people/shorter-periods.ts';
import type { ReportWithheld } from './cells.ts';
import { type ExposureCells, isDeedTold } from './exposed-groups.ts';
import type { Estimate } from './exposure.ts';
import type { ToldInterval } from './uplift-row.ts';

/** What seeding added on a platform, as far as it may be told. */
export interface ToldIncrement {
  readonly exposedPeople: number | null;
  readonly controlPeople: number | null;
  readonly visits: string | null;
  readonly visits95: ToldInterval | null;
  readonly orders: string | null;
  readonly orders95: ToldInterval | null;
  readonly sales: Money | null;
  readonly salesLow: Money | null;
  readonly salesHigh: Money | null;
  readonly withheld: ReportWithheld | null;
}

/** Nothing of it. */
export function withheldIncrement(withheld: ReportWithheld): ToldIncrement {
  return {
    exposedPeople: null,
    controlPeople: null,
    visits: null,
    visits95: null,
    orders: null,
    orders95: null,
    sales: null,
    salesLow: null,
    salesHigh: null,
    withheld,
  };
}

/** What may be told of what exposed persons did beyond the control. */
export function tellIncrement(period: Period, cells: ExposureCells, rule: BesideShorter): ToldIncrement {
  const { least } = rule;
  const cell = cells.cellOf(period);
  const tellsVisits = isDeedTold('VISITED', period, cells, rule);
  const tellsOrders = isDeedTold('BOUGHT', period, cells, rule);
  if (!cell?.visitors || !(tellsVisits || tellsOrders)) return withheldIncrement('TOO_FEW_PEOPLE');
  const { people, controls } = cell.visitors;
  const visits = tellsVisits && cell.visits ? coarse(cell.visits, least) : null;
  const orders = tellsOrders && cell.orders ? coarse(cell.orders, least) : null;
  const sales = tellsOrders && cell.sales ? coarse(cell.sales, least) : null;
  return {
    exposedPeople: roundPeople(people, least),
    controlPeople: roundPeople(controls, least),
    visits: visits && tell(visits.estimate),
    visits95: visits && tellInterval(visits),
    orders: orders && tell(orders.estimate),
    orders95: orders && tellInterval(orders),
    sales: sales && yuan(Math.round(sales.estimate)),
    salesLow: sales && yuan(Math.round(sales.low)),
    salesHigh: sales && yuan(Math.round(sales.high)),
    withheld: visits && orders ? null : 'TOO_FEW_PEOPLE',
  };
}

/**
 * Rounds an estimate and its interval to the power of ten that is at least a quarter of the interval's reach, and to 10 at least: what is finer is chance anyway, and might say who of those that a
 * merchant knows had read. With a threshold of 1, at which nothing is hidden, they stay.
 */
function coarse({ estimate, low, high }: Estimate, least: number): Estimate {
  if (least === 1) return { estimate, low, high };
  const quarter = (high - low) / 8;
  const step = Math.max(10 ** Math.ceil(Math.log10(quarter)), roundingStep(least));
  const round = (value: number) => Math.round(value / step) * step;
  return { estimate: round(estimate), low: round(low), high: round(high) };
}

function tellInterval({ low, high }: Estimate): ToldInterval {
  return { low: tell(low), high: tell(high) };
}

function tell(value: number): string {
  return fixed(BigInt(Math.round(value * 10)), 1);
}
