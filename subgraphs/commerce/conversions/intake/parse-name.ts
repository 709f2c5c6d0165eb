import { shown } from '../../../kit/ids.ts';
import type { SentEvent } from '../event.ts';
import { RejectedEvent } from '../judging/reasons.ts';
import { STAGES, type Stage } from '../stages.ts';
import { checkName } from './check-name.ts';

/** Reads an event's own id. */
export function readEventId(sent: SentEvent['eventId']): string {
  if (!sent) throw new RejectedEvent('EVENT_ID_REQUIRED', ['eventId'], 'eventId is missing: name the event.');
  return checkName(sent, 128, ['eventId'], 'EVENT_ID_INVALID');
}

/** Reads a stage. */
export function readStage(sent: SentEvent['stage']): Stage {
  const stage = STAGES.find((each) => each === sent);
  if (stage) return stage;
  const wrong = sent ? `${shown(sent)} is no stage` : 'stage is missing';
  throw new RejectedEvent('EVENT_STAGE_INVALID', ['stage'], `${wrong}: it is one of ${STAGES.join(', ')}.`);
}
