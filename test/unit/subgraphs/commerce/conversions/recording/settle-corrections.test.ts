import { describe, expect, it } from 'vitest';
import type { AcceptedEvent, SentEvent } from '../../../../../../subgraphs/commerce/conversions/event.ts';
import { respectConsent } from '../../../../../../subgraphs/commerce/conversions/intake/admit.ts';
import { nameEvent } from '../../../../../../subgraphs/commerce/conversions/intake/name-event.ts';
import {
  isRetraction,
  parseRetraction,
} from '../../../../../../subgraphs/commerce/conversions/intake/parse-correction.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { settleCorrections } from '../../../../../../subgraphs/commerce/conversions/recording/settle-corrections.ts';
import { visitSent } from '../../../../../kit/commerce/events.ts';
import { marketReferences } from '../../../../../kit/commerce/references.ts';

function accepted(sent: SentEvent, recordedAt: number): AcceptedEvent {
  const parsed = isRetraction(sent) ? parseRetraction(sent, 0) : respectConsent(parseEvent(sent));
  return { ...nameEvent(parsed, 'platform_taobao', marketReferences()), receivedAt: 0, recordedAt };
}

const visit = (eventId: string, at: number, correctsEventId?: string) =>
  accepted(visitSent({ eventId, correctsEventId: correctsEventId ?? null }), at);
const retraction = (eventId: string, correctsEventId: string, at: number) =>
  accepted({ eventId, stage: 'SHOP_VISIT', correctsEventId, retract: true }, at);

/** Names and lives of what is settled. */
function settled(...events: AcceptedEvent[]) {
  const { accepted: kept, takenBack } = settleCorrections(events);
  return {
    kept: kept.map(({ eventId, recordedAt, retiredAt }) => [eventId, recordedAt, retiredAt ?? null]),
    takenBack,
  };
}

describe('settling corrections', () => {
  it('leaves events alone that nothing corrects', () => {
    expect(settled(visit('a', 1), visit('b', 1))).toEqual({
      kept: [
        ['a', 1, null],
        ['b', 1, null],
      ],
      takenBack: new Map(),
    });
  });

  it('gives a correction the name of what it corrects, and leaves out what held for no time', () => {
    expect(settled(visit('a', 1), visit('fix', 1, 'a'), visit('fix-2', 1, 'a'))).toEqual({
      kept: [['a', 1, null]],
      takenBack: new Map(),
    });
    expect(settled(visit('a', 1), retraction('undo', 'a', 1))).toEqual({ kept: [], takenBack: new Map() });
  });

  it('ends what held for a while when the next one was recorded', () => {
    expect(settled(visit('a', 1), visit('fix', 2, 'a'), retraction('undo', 'a', 5)).kept).toEqual([
      ['a', 1, 2],
      ['a', 2, 5],
    ]);
  });

  it('tells what is taken back of before, once', () => {
    const { conversion } = visit('a', 0);
    expect(settled(visit('fix', 3, 'a'), visit('fix-2', 4, 'a'))).toEqual({
      kept: [
        ['a', 3, 4],
        ['a', 4, null],
      ],
      takenBack: new Map([[conversion, 3]]),
    });
    expect(settled(retraction('undo', 'a', 3))).toEqual({ kept: [], takenBack: new Map([[conversion, 3]]) });
  });
});
