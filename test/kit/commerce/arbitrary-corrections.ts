import fc from 'fast-check';
import type { SentArrival } from '../../../subgraphs/commerce/conversions/intake/admit-events.ts';

/** Another link of the same shop. */
const OTHER_LINK: Readonly<Record<string, string>> = {
  link_11: 'link_12',
  link_12: 'link_11',
  link_21: 'link_22',
  link_22: 'link_21',
};

const OTHER_NOTE: Readonly<Record<string, string>> = {
  note_1: 'note_2',
  note_2: 'note_1',
  note_3: 'note_1',
  clip_1: 'clip_2',
  clip_2: 'clip_1',
};

const change = fc.record({
  of: fc.nat(),
  /** How long after what it corrects, in events. */
  later: fc.nat(30),
  retract: fc.constantFrom(false, false, false, true),
  hours: fc.constantFrom(0, 0, -1, 1, -24, 24, -360),
  fen: fc.integer({ min: 1, max: 500 }),
  consent: fc.constantFrom('keep', 'keep', 'keep', 'GRANTED', 'DENIED'),
  clickId: fc.constantFrom('keep', 'keep', null),
  link: fc.constantFrom('keep', 'other'),
});

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/**
 * Puts corrections and retractions between events, each somewhere after what it corrects. Some come after a retraction, and are refused.
 * @param arrivals in the order of their arrival
 */
export function withCorrections(arrivals: readonly SentArrival[]): fc.Arbitrary<SentArrival[]> {
  return fc.array(change, { maxLength: 12 }).map((changes) => {
    const placed = arrivals.map((arrival, index) => ({ arrival, at: index }));
    for (const [number, made] of changes.entries()) {
      const index = made.of % arrivals.length;
      const corrected = arrivals[index];
      if (!corrected) continue;
      placed.push({ arrival: corrections(corrected, made, number), at: index + made.later + 0.5 });
    }
    return placed.sort((a, b) => a.at - b.at).map(({ arrival }) => arrival);
  });
}

function corrections(corrected: SentArrival, made: Change, number: number): SentArrival {
  const { sent } = corrected;
  const named = { eventId: `fix-${number}`, stage: sent.stage, correctsEventId: sent.eventId };
  if (made.retract) return { ...corrected, sent: { ...named, retract: true } };
  const occurredAt = new Date(Date.parse(sent.occurredAt ?? '') + made.hours * 3_600_000).toISOString();
  const [linkId, noteId] = [sent.productLinkId ?? '', sent.sourceId ?? ''];
  const amount = sent.stage === 'REFUND' ? made.fen : 1_000 + made.fen;
  return {
    ...corrected,
    sent: {
      ...sent,
      ...named,
      occurredAt,
      consent: made.consent === 'keep' ? (sent.consent ?? null) : made.consent,
      clickId: made.clickId === 'keep' ? (sent.clickId ?? null) : made.clickId,
      productLinkId:
        made.link === 'keep' ? (sent.productLinkId ?? null) : (OTHER_LINK[linkId] ?? sent.productLinkId ?? null),
      sourceId: made.link === 'keep' ? (sent.sourceId ?? null) : (OTHER_NOTE[noteId] ?? sent.sourceId ?? null),
      order: sent.order ? { ...sent.order, amount: (amount / 100).toFixed(2) } : null,
    },
  };
}

/** Events as they would have come at first, had their senders known: corrections in place, and without what was taken back. */
export function cameRight(arrivals: readonly SentArrival[]): SentArrival[] {
  const right = new Map<string, SentArrival>();
  const gone = new Set<string>();
  for (const arrival of arrivals) {
    const { sent, platformId } = arrival;
    const name = `${platformId} ${sent.stage} ${sent.correctsEventId ?? sent.eventId}`;
    if (gone.has(name) || (!sent.correctsEventId && right.has(name))) continue;
    if (sent.retract) {
      gone.add(name);
      right.delete(name);
    } else {
      const { correctsEventId, retract: _, ...rest } = sent;
      right.set(name, { ...arrival, sent: { ...rest, eventId: correctsEventId ?? sent.eventId ?? null } });
    }
  }
  return [...right.values()];
}
