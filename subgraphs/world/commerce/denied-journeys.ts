import { item } from '../catalog/item.ts';
import { GROUPS, type Group } from '../plan.ts';
import type { Permutation } from '../random/permutation.ts';
import { chooseTrail } from './buyers.ts';
import { orderAfter, soonAfter, visitAfter } from './delays.ts';
import type { Journey } from './journey.ts';
import type { JourneyTools, PeriodParts } from './journey-tools.ts';
import type { Order } from './order.ts';
import { outsideGap } from './order.ts';
import { tappedRead } from './passer-journeys.ts';

const NEVER_TWICE: ReadonlySet<string> = new Set();

/** The journey of someone who denied consent: two of these to a person, none of whom is among the readers that content knows. */
export function deniedJourney(
  parts: PeriodParts,
  tools: JourneyTools,
  shuffles: Record<Group, Permutation>,
  group: Group,
  index: number,
): Journey {
  const { plan, period } = parts;
  const { random, end } = tools;
  const ordinal = index + before(parts, group);
  const at = 0x70_00_00_00 + ordinal * 8;
  const { read, trails } = tappedRead(parts, group, shuffles[group].at(index % shuffles[group].size), true);
  const trail = item(trails, chooseTrail(trails.length, random.unit(at)));
  const clickAt = soonAfter(read.at, end, random.unit(at + 1), 60_000);
  const visitAt = outsideGap(trail.shop.platformId, visitAfter(clickAt, end, random.unit(at + 2)));
  const paidAt = outsideGap(trail.shop.platformId, orderAfter(clickAt, end, random.unit(at + 3)));
  const key = `${period.key.toLowerCase()}d${ordinal + 1}`;
  const { price } = trail.product;
  const order: Order = {
    key,
    platformOrderId: `T9${key.toUpperCase()}`,
    shop: trail.shop,
    placedAt: paidAt,
    paidAt,
    receivedAt: null,
    refundedAt: null,
    lines: [{ product: trail.product, quantity: 1, amount: price, refunded: 0 }],
    namesClick: true,
    delay: undefined,
    twice: NEVER_TWICE,
  };
  return {
    key,
    actor: { person: plan.search.monthlyUsers + Math.floor(ordinal / 2), consent: 'DENIED' },
    trail,
    click: { at: clickAt },
    ...(ordinal % 5 < 3 ? { visit: { at: visitAt } } : {}),
    namesClick: ordinal % 2 === 0,
    orders: ordinal % 5 === 0 ? [order] : [],
  };
}

function before({ period }: PeriodParts, group: Group): number {
  let sum = 0;
  for (const one of GROUPS) {
    if (one === group) return sum;
    sum += period.groups[one].deniedJourneys;
  }
  return sum;
}
