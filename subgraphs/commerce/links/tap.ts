import { z } from 'zod';
import { newId } from '../../kit/ids.ts';
import type { SentArrival } from '../conversions/intake/admit-events.ts';
import type { Verdict } from '../conversions/judging/judge.ts';
import type { EventRecorder } from '../conversions/recording/recorder.ts';

/** The platform on whose notes the links stand: it issues the taps that are counted here. */
const TAPPED_ON = 'platform_xiaohongshu';

/** A tap on a link. */
export interface Tap {
  readonly clickId: string;
  readonly linkId: string;
  readonly searchId: string | null;
  /** Whose it is, as `personOfTap` has it; null where nobody is known. */
  readonly person: string | null;
  readonly tappedAt: Date;
}

/** A tap that happens now. */
export function newTap(tap: Omit<Tap, 'clickId'>): Tap {
  return { ...tap, clickId: newId('click') };
}

/**
 * Records a tap as a LINK_CLICK. The click's id names the event, so that the same tap is counted once however often it is recorded.
 * @throws when it was not accepted, which a known link rules out
 */
export async function recordTap(recorder: EventRecorder, tap: Tap): Promise<void> {
  const [verdict] = await recorder.record([arrivalOf(tap)]);
  if (!isCounted(verdict)) throw new Error(`A tap was not accepted: ${JSON.stringify(verdict)}`);
}

/**
 * Records taps as LINK_CLICKs, as `recordTap` does.
 * @returns the verdicts on those that were not accepted
 */
export async function recordTaps(recorder: EventRecorder, taps: readonly Tap[]): Promise<Verdict[]> {
  const verdicts = await recorder.record(taps.map(arrivalOf));
  return verdicts.filter((verdict) => !isCounted(verdict));
}

function isCounted(verdict: Verdict | undefined): boolean {
  return verdict?.outcome === 'ACCEPTED' || verdict?.outcome === 'DUPLICATE';
}

function arrivalOf({ clickId, linkId, searchId, person, tappedAt }: Tap): SentArrival {
  const sent = {
    eventId: clickId,
    stage: 'LINK_CLICK',
    occurredAt: tappedAt.toISOString(),
    clickId,
    productLinkId: linkId,
    searchId,
    personKey: person,
  };
  return { platformId: TAPPED_ON, receivedAt: tappedAt.getTime(), sent };
}

/** The person came later than the rest: what an earlier version wrote has none. */
const Written = z.tuple([
  z.string(),
  z.string(),
  z.string().nullable(),
  z.number(),
  z.string().nullable().default(null),
]);

/** A tap in a line of text. */
export function writeTap({ clickId, linkId, searchId, person, tappedAt }: Tap): string {
  return JSON.stringify([clickId, linkId, searchId, tappedAt.getTime(), person] satisfies z.infer<typeof Written>);
}

/** @throws where the text is none of `writeTap` */
export function readTap(text: string): Tap {
  const [clickId, linkId, searchId, tappedAt, person] = Written.parse(JSON.parse(text));
  return { clickId, linkId, searchId, person, tappedAt: new Date(tappedAt) };
}
