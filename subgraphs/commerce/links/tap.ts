import { newId } from '../../kit/ids.ts';
import type { EventRecorder } from '../conversions/recorder.ts';

/** The platform on whose notes the links stand: it issues the taps that are counted here. */
const TAPPED_ON = 'platform_xiaohongshu';

/** A tap on a link. */
export interface Tap {
  readonly clickId: string;
  readonly linkId: string;
  readonly searchId: string | null;
  readonly tappedAt: Date;
}

/** A tap that happens now. */
export function newTap(linkId: string, searchId: string | null, tappedAt: Date): Tap {
  return { clickId: newId('click'), linkId, searchId, tappedAt };
}

/**
 * Records a tap as a LINK_CLICK. The click's id names the event, so that the same tap is counted once however often it is recorded.
 * @throws when it was not accepted, which a known link rules out
 */
export async function recordTap(recorder: EventRecorder, { clickId, linkId, searchId, tappedAt }: Tap): Promise<void> {
  const sent = {
    eventId: clickId,
    stage: 'LINK_CLICK',
    occurredAt: tappedAt.toISOString(),
    clickId,
    productLinkId: linkId,
    searchId,
  };
  const [verdict] = await recorder.record([{ platformId: TAPPED_ON, receivedAt: tappedAt.getTime(), sent }]);
  if (verdict?.outcome !== 'ACCEPTED' && verdict?.outcome !== 'DUPLICATE') {
    throw new Error(`A tap was not accepted: ${JSON.stringify(verdict)}`);
  }
}
