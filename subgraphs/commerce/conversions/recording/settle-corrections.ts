import type { AcceptedEvent } from '../event.ts';
import { corrects, inPlace } from '../judging/judge-correction.ts';

/** What accepted events come to once those that correct others stand in their place. */
export interface Settled {
  /** Each with the name of what it corrects; those that were replaced later have a `retiredAt`. */
  readonly accepted: readonly AcceptedEvent[];
  /** Conversions from before whose facts are taken back, and when: milliseconds since 1970. */
  readonly takenBack: ReadonlyMap<string, number>;
}

/**
 * Puts corrections in the place of what they correct. What was replaced at the instant at which it was recorded never held, and is left
 * out.
 * @param events accepted, in the order in which they were judged
 */
export function settleCorrections(events: readonly AcceptedEvent[]): Settled {
  if (!events.some(corrects)) return { accepted: events, takenBack: new Map() };
  const settled: (AcceptedEvent | undefined)[] = [];
  const places = new Map<string, number>();
  const takenBack = new Map<string, number>();
  for (const event of events) {
    const conversion = event.correction?.conversion ?? event.conversion;
    const place = places.get(conversion);
    const replaced = place === undefined ? undefined : settled[place];
    if (place !== undefined && replaced) {
      const neverHeld = replaced.recordedAt === event.recordedAt;
      settled[place] = neverHeld ? undefined : { ...replaced, retiredAt: event.recordedAt };
    } else if (corrects(event)) {
      takenBack.set(conversion, event.recordedAt);
    }
    if (event.correction?.retract) continue;
    places.set(conversion, settled.length);
    settled.push(corrects(event) ? inPlace(event) : event);
  }
  return { accepted: settled.filter((event) => event !== undefined), takenBack };
}
