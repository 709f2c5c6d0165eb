import type { Engagements } from '../content/engagements.ts';
import { GROUPS } from '../plan.ts';
import { buyerJourney, repeatJourney, repeatSampler } from './buyer-journeys.ts';
import { engagementEvents, readEvents, searchEvents } from './content-events.ts';
import { deniedJourney } from './denied-journeys.ts';
import type { RawEvent } from './event.ts';
import { invalidClicks } from './invalid-clicks.ts';
import { eventsOf, type Journey } from './journey.ts';
import { journeyTools, type PeriodParts, type Share } from './journey-tools.ts';
import { passerJourney, readShuffles } from './passer-journeys.ts';

/** Everything that reached commerce of a period, in no order of time. */
export function* periodEvents(parts: PeriodParts, engagements: Engagements): Generator<RawEvent> {
  const { plan, period, reads, searches } = parts;
  yield* readEvents(plan, period, reads);
  yield* engagementEvents(plan, period, engagements);
  if (searches) yield* searchEvents(plan, 'y1', searches.count, searches.searchers, searches.at);
  yield* journeyEvents(parts);
}

/** What followed the reads of a period: taps, visits, carts, orders, and what came of these. */
function* journeyEvents(parts: PeriodParts): Generator<RawEvent> {
  const { plan, period, buyers } = parts;
  const tools = journeyTools(parts);
  const passing = readShuffles(plan, period, 'passer');
  const denying = readShuffles(plan, period, 'denied');
  const clicker = (place: number): Journey => {
    const { share, index } = within(tools.clickers, place);
    return passerJourney(parts, tools, passing, share, index, false);
  };
  const rankOf = repeatSampler(parts);
  for (let ordinal = 0; ordinal < buyers.count; ordinal += 1)
    yield* eventsOf(plan.seed, buyerJourney(parts, tools, ordinal));
  for (let index = 0; index < period.repeatOrders && buyers.count > 0; index += 1)
    yield* eventsOf(plan.seed, repeatJourney(parts, tools, rankOf, index));
  for (const share of tools.visitors)
    for (let index = 0; index < share.count; index += 1)
      yield* eventsOf(plan.seed, passerJourney(parts, tools, passing, share, index, true));
  const clickers = tools.clickers.reduce((sum, { count }) => sum + count, 0);
  for (let place = 0; place < clickers; place += 1) yield* eventsOf(plan.seed, clicker(place));
  for (const group of GROUPS)
    for (let index = 0; index < period.groups[group].deniedJourneys; index += 1)
      yield* eventsOf(plan.seed, deniedJourney(parts, tools, denying, group, index));
  yield* invalidClicks(parts, tools, clicker);
}

function within(shares: readonly Share[], place: number): { share: Share; index: number } {
  let left = place;
  for (const share of shares) {
    if (left < share.count) return { share, index: left };
    left -= share.count;
  }
  throw new RangeError(`No journey ${place}.`);
}
