import { DAY, dayStarts, PERIOD_DAYS, SECOND } from '../calendar.ts';
import type { Catalog } from '../catalog/catalog.ts';
import { item } from '../catalog/item.ts';
import { type Trail, trailsOf } from '../catalog/shelf.ts';
import type { Read, Reads } from '../content/reads.ts';
import { GROUPS, type Group, type PeriodPlan, type Plan } from '../plan.ts';
import { stream } from '../random/stream.ts';
import { zipf } from '../random/zipf.ts';
import { orderAfter, tapAfter, visitAfter } from './delays.ts';
import { outsideGap } from './order.ts';

/** One of a period's buyers and how the first order came about. */
export interface Buyer {
  readonly ordinal: number;
  readonly group: Group;
  readonly read: Read;
  readonly trail: Trail;
  /** Null for who read and never clicked. */
  readonly clickAt: number | null;
  readonly visitAt: number;
  readonly paidAt: number;
}

/** The buyers of a period, each to be had alone. */
export interface Buyers {
  readonly count: number;
  at(ordinal: number): Buyer;
}

/** The last instant at which anything of a period happens: some seconds are left for the lines of an order. */
export function lastInstant(period: PeriodPlan): number {
  return (dayStarts(period.start, PERIOD_DAYS)[PERIOD_DAYS - 1] ?? 0) + DAY - 5 * SECOND;
}

/** Buyers come from their own read, of a note that leads into a shop that tells of sales. */
export function makeBuyers(plan: Plan, catalog: Catalog, period: PeriodPlan, reads: Reads): Buyers {
  const random = stream(plan.seed, `buyer.${period.key}`);
  const end = lastInstant(period);
  const homes = GROUPS.map((group) => period.groups[group]);
  const count = homes.reduce((sum, home) => sum + home.buyers, 0);
  const homeOf = (ordinal: number) => {
    let place = ordinal;
    for (const home of homes) {
      if (place < home.buyers) return { home, place };
      place -= home.buyers;
    }
    throw new RangeError(`No buyer ${ordinal} in ${period.key}.`);
  };
  return {
    count,
    at: (ordinal) => {
      const { home, place } = homeOf(ordinal);
      const read = reads.ownOf(home.group, place);
      const trails = trailsOf(catalog, read.note, true);
      const trail = item(trails, chooseTrail(trails.length, random.unit(ordinal * 8)));
      const clickAt = tapAfter(read.at, end, ordinal, random.unit(ordinal * 8 + 1), true);
      const visited = visitAfter(clickAt, end, random.unit(ordinal * 8 + 2) * 0.8);
      const paid = orderAfter(visited, end, random.unit(ordinal * 8 + 3));
      const { platformId } = trail.shop;
      return {
        ordinal,
        group: home.group,
        read,
        trail,
        clickAt: place < home.clickingBuyers ? clickAt : null,
        visitAt: outsideGap(platformId, visited),
        paidAt: outsideGap(platformId, paid),
      };
    },
  };
}

const TRAIL_SAMPLERS = Array.from({ length: 12 }, (_, n) => zipf(n + 1));

/** The first link under a note is tapped most. */
export function chooseTrail(count: number, unit: number): number {
  return item(TRAIL_SAMPLERS, count - 1)(unit);
}
