import { permutation } from '../random/permutation.ts';
import type { RawEvent } from './event.ts';
import { clickEvent, type Journey } from './journey.ts';
import type { JourneyTools, PeriodParts } from './journey-tools.ts';

/** A tap on a link by a person who tapped the same link less than this many milliseconds before is no person's doing. */
export const INVALID_WITHIN = 1_000;

const BURST = 10;
const STEP = 200;

/**
 * Taps that no person makes: bursts of up to ten, 200 ms apart, after a tap that leads nowhere. They touch what the first tap touched,
 * so that dropping them changes the number of clicks and no credit.
 * @param clickerAt the journeys that end with the click, by their place
 */
export function* invalidClicks(
  { plan, period }: PeriodParts,
  { end, clickers }: JourneyTools,
  clickerAt: (index: number) => Journey,
): Generator<RawEvent> {
  const count = clickers.reduce((sum, share) => sum + share.count, 0);
  if (count === 0) return;
  const ranks = permutation(plan.seed, `invalid.${period.key}`, count);
  for (let index = 0; index < period.invalidClicks; index += 1) {
    const burst = Math.floor(index / BURST);
    const step = (index % BURST) + 1;
    const journey = clickerAt(ranks.at(burst % count));
    const at = Math.min(end + 4_000, (journey.click?.at ?? end) + step * STEP);
    const round = Math.floor(burst / count);
    yield clickEvent(plan.seed, journey, at, `click_${journey.key}x${step}${round > 0 ? `_${round}` : ''}`);
  }
}
