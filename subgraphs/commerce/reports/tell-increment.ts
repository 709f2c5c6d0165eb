import { fixed } from '../../kit/decimal.ts';
import { type Money, yuan } from '../../kit/money.ts';
import { roundPeople } from '../../kit/people/few-people.ts';
import type { ReportWithheld } from './cells.ts';
import type { Estimate, ExposureCell } from './exposure.ts';
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

/** What may be told of what exposed persons did beyond the control. @param least the fewest persons that may be told of */
export function tellIncrement(cell: ExposureCell | undefined, least: number): ToldIncrement {
  if (!cell?.visitors || !cell.visits || !cell.orders || !cell.sales) return withheldIncrement('TOO_FEW_PEOPLE');
  const { people, controls } = cell.visitors;
  if (Math.min(cell.vouched, people, controls) < least) return withheldIncrement('TOO_FEW_PEOPLE');
  const { visits, orders, sales } = cell;
  return {
    exposedPeople: roundPeople(people, least),
    controlPeople: roundPeople(controls, least),
    visits: tell(visits.estimate),
    visits95: tellInterval(visits),
    orders: tell(orders.estimate),
    orders95: tellInterval(orders),
    sales: yuan(Math.round(sales.estimate)),
    salesLow: yuan(Math.round(sales.low)),
    salesHigh: yuan(Math.round(sales.high)),
    withheld: null,
  };
}

function tellInterval({ low, high }: Estimate): ToldInterval {
  return { low: tell(low), high: tell(high) };
}

function tell(value: number): string {
  return fixed(BigInt(Math.round(value * 10)), 1);
}
