import { MINUTE } from '../calendar.ts';
import { item } from '../catalog/item.ts';
import { type Trail, trailsOf } from '../catalog/shelf.ts';
import type { Read } from '../content/reads.ts';
import type { Group, PeriodPlan, Plan } from '../plan.ts';
import { type Permutation, permutation } from '../random/permutation.ts';
import { chooseTrail } from './buyers.ts';
import { orderAfter, soonAfter, tapAfter, visitAfter } from './delays.ts';
import type { Journey } from './journey.ts';
import { anonymousOf, consentOf, type JourneyTools, type PeriodParts, type Share } from './journey-tools.ts';
import { outsideGap } from './order.ts';

/** A read from which somebody may tap: of a note with links, by a person who clicks at all. The next one is taken until one is. */
export function tappedRead(
  parts: PeriodParts,
  group: Group,
  start: number,
  selling: boolean,
): { read: Read; trails: Trail[] } {
  const { period, catalog, readers, reads, plan } = parts;
  const { reads: count } = period.groups[group];
  for (let step = 0; step < count; step += 1) {
    const read = reads.of(group, (start + step) % count);
    const trails = trailsOf(catalog, read.note, selling);
    if (trails.length > 0 && (read.person >= plan.oldUsers || !readers.buysUnclicked(read.person)))
      return { read, trails };
  }
  throw new RangeError(`No note of ${group} has a link to tap.`);
}

/** One shuffle of reads for each group and purpose. */
export function readShuffles(plan: Plan, period: PeriodPlan, purpose: string): Record<Group, Permutation> {
  const shuffle = (group: Group) =>
    permutation(plan.seed, `${purpose}.${period.key}.${group}`, Math.max(1, period.groups[group].reads));
  return { SPORTS: shuffle('SPORTS'), BEAUTY: shuffle('BEAUTY'), OTHER: shuffle('OTHER') };
}

/** A journey that ends with the visit or the click; of anonymous visitors some order. */
export function passerJourney(
  parts: PeriodParts,
  tools: JourneyTools,
  shuffles: Record<Group, Permutation>,
  { group, start, count }: Share,
  index: number,
  visits: boolean,
): Journey {
  const { random, end } = tools;
  const ordinal = start + index;
  const at = 4_000_000 + (visits ? 0 : 0x40_00_00_00) + ordinal * 8;
  const shuffle = shuffles[group];
  const from = shuffle.at((visits ? index : index + parts.period.groups[group].visitors) % shuffle.size);
  const { read, trails } = tappedRead(parts, group, from, visits);
  const trail = item(trails, chooseTrail(trails.length, random.unit(at)));
  const clickAt = tapAfter(read.at, end, from, random.unit(at + 1), false);
  const anonymous = visits && index < anonymousOf(count);
  const key = `${parts.period.key.toLowerCase()}${visits ? 'v' : 'c'}${ordinal + 1}`;
  const { platformId } = trail.shop;
  const visitAt = outsideGap(platformId, visitAfter(clickAt, end, random.unit(at + 2)));
  const bought = anonymous && index % 3 === 0;
  const paidAt = outsideGap(platformId, orderAfter(clickAt, end, random.unit(at + 3)));
  const orderKey = { key, ordinal: anonymousOrdinal(parts, tools, group, index), trail, paidAt, namesClick: true };
  return {
    key,
    actor: anonymous ? { person: null } : { person: read.person, ...consentOf(random.below(at + 4, 20)) },
    trail,
    click: { at: clickAt, delay: tools.clickArrival.delay(visits ? ordinal : ordinal + visitorsOf(tools)) },
    ...(visits ? { visit: { at: visitAt, delay: tools.visitArrival.delay(ordinal) } } : {}),
    ...(visits && random.below(at + 5, 2) === 0
      ? { viewAt: outsideGap(platformId, soonAfter(visitAt, end, random.unit(at + 6), MINUTE)) }
      : {}),
    ...(visits && random.below(at + 7, 4) === 0
      ? { cartAt: outsideGap(platformId, soonAfter(visitAt, end, random.unit(at + 6), 20 * MINUTE)) }
      : {}),
    namesClick: anonymous || random.below(at + 6, 2) === 0,
    orders: bought ? [tools.order(orderKey)] : [],
  };
}

function visitorsOf({ visitors }: JourneyTools): number {
  return visitors.reduce((sum, { count }) => sum + count, 0);
}

/** Orders of the anonymous follow those of buyers and repeats. */
function anonymousOrdinal(
  { buyers, period }: PeriodParts,
  { visitors }: JourneyTools,
  group: Group,
  index: number,
): number {
  let ordinal = buyers.count + period.repeatOrders;
  for (const share of visitors) {
    if (share.group === group) return ordinal + Math.floor(index / 3);
    ordinal += Math.ceil(anonymousOf(share.count) / 3);
  }
  return ordinal;
}
