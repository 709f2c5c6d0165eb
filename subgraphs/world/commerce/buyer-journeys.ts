import { MINUTE } from '../calendar.ts';
import { item } from '../catalog/item.ts';
import { trailsOf } from '../catalog/shelf.ts';
import { GROUPS, type PeriodPlan } from '../plan.ts';
import { permutation } from '../random/permutation.ts';
import { type RankSampler, zipf } from '../random/zipf.ts';
import { soonAfter } from './delays.ts';
import type { Journey } from './journey.ts';
import { consentOf, type JourneyTools, type PeriodParts } from './journey-tools.ts';
import { outsideGap } from './order.ts';

/** The journey of a buyer up to the first order. */
export function buyerJourney({ period, buyers, searches }: PeriodParts, tools: JourneyTools, ordinal: number): Journey {
  const { random, end } = tools;
  const { trail, read, clickAt, visitAt, paidAt } = buyers.at(ordinal);
  const at = ordinal * 8;
  const key = `${period.key.toLowerCase()}b${ordinal + 1}`;
  const { platformId } = trail.shop;
  const namesClick = random.below(at, 2) === 0;
  const order = tools.order({ key, ordinal, trail, paidAt, namesClick: random.below(at + 1, 2) === 0 });
  const search = searches?.ofBuyer(ordinal);
  const rank = clickingRank(period, ordinal);
  return {
    key,
    actor: { person: read.person, ...consentOf(random.below(at + 2, 20)) },
    trail,
    ...(clickAt === null
      ? {}
      : { click: { at: clickAt, delay: tools.clickArrival.delay(rank), ...(search ? { searchId: search.id } : {}) } }),
    visit: { at: visitAt, ...(clickAt === null ? {} : { delay: tools.visitArrival.delay(rank) }) },
    viewAt: outsideGap(platformId, soonAfter(visitAt, end, random.unit(at + 3), MINUTE)),
    ...(random.below(at + 4, 4) > 0
      ? { cartAt: outsideGap(platformId, soonAfter(visitAt, Math.min(end, paidAt), random.unit(at + 5), 10 * MINUTE)) }
      : {}),
    namesClick,
    orders: [order],
  };
}

/** Where a clicking buyer stands among them, over all groups. */
function clickingRank(period: PeriodPlan, ordinal: number): number {
  let left = ordinal;
  let rank = 0;
  for (const group of GROUPS) {
    const { buyers, clickingBuyers } = period.groups[group];
    if (left < buyers) return rank + left;
    left -= buyers;
    rank += clickingBuyers;
  }
  throw new RangeError(`No buyer ${ordinal}.`);
}

/** A buyer's further order: in the same shop six times of seven, with no new tap. */
export function repeatJourney(parts: PeriodParts, tools: JourneyTools, rankOf: RankSampler, index: number): Journey {
  const { period, buyers, searches, shelf, catalog } = parts;
  const { random, end } = tools;
  const at = 2_000_000 + index * 8;
  let ordinal = rankOf(random.unit(at));
  while (searches?.searchesAfterwards(ordinal)) ordinal = (ordinal + 1) % buyers.count;
  const buyer = buyers.at(ordinal);
  const elsewhere = random.below(at + 1, 7) === 0;
  const note = shelf.sellingNote(buyer.group, random.unit(at + 2));
  const trail = elsewhere ? item(trailsOf(catalog, note, true), 0) : buyer.trail;
  const paidAt = outsideGap(
    trail.shop.platformId,
    soonAfter(buyer.paidAt, end, random.unit(at + 3), end - buyer.paidAt),
  );
  const key = `${period.key.toLowerCase()}r${index + 1}`;
  const order = tools.order({ key, ordinal: buyers.count + index, trail, paidAt, namesClick: false });
  return {
    key,
    actor: { person: buyer.read.person, ...consentOf(random.below(at + 4, 20)) },
    trail,
    namesClick: false,
    orders: [order],
  };
}

/** Who buys again: few do often. */
export function repeatSampler({ plan, period, buyers }: PeriodParts): RankSampler {
  const crowd = zipf(Math.max(1, buyers.count));
  const ranks = permutation(plan.seed, `repeat.${period.key}`, Math.max(1, buyers.count));
  return (unit) => ranks.at(crowd(unit));
}
