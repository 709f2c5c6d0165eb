import { describe, expect, it } from 'vitest';
import { checkSkew, respectConsent } from '../../../../../../subgraphs/commerce/conversions/intake/admit.ts';
import { parseEvent } from '../../../../../../subgraphs/commerce/conversions/intake/parse-event.ts';
import { personOf } from '../../../../../kit/commerce/market.ts';

const now = Date.parse('2025-05-07T04:00:00.000Z');

function readAt(occurredAt: string, consent = 'UNKNOWN') {
  return parseEvent({ eventId: 'read-1', stage: 'READ', occurredAt, personKey: personOf(1), consent });
}

describe('respectConsent', () => {
  it('keeps nobody who denied it, and everybody else', () => {
    const at = '2025-05-07T04:00:00Z';
    expect(respectConsent(readAt(at, 'DENIED')).person).toBeNull();
    expect(respectConsent(readAt(at, 'GRANTED')).person).toBe(personOf(1));
    expect(respectConsent(readAt(at)).person).toBe(personOf(1));
  });
});

describe('checkSkew', () => {
  it('takes an event up to 5 minutes ahead, and none beyond', () => {
    expect(() => checkSkew(readAt('2025-05-07T04:05:00.000Z'), now)).not.toThrow();
    expect(() => checkSkew(readAt('2025-05-07T04:05:00.001Z'), now)).toThrow(
      expect.objectContaining({ rejection: expect.objectContaining({ code: 'EVENT_IN_FUTURE' }) }),
    );
  });

  it('takes events from 2020-01-01 on', () => {
    expect(() => checkSkew(readAt('2020-01-01T00:00:00Z'), now)).not.toThrow();
    expect(() => checkSkew(readAt('2019-12-31T23:59:59.999Z'), now)).toThrow(
      expect.objectContaining({ rejection: expect.objectContaining({ code: 'EVENT_TOO_OLD' }) }),
    );
  });
});
