import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldAt, instantsOf, type Lived } from '../../../../../../subgraphs/commerce/conversions/attribution/life.ts';
import type { Touch } from '../../../../../../subgraphs/commerce/conversions/attribution/touch.ts';
import {
  countedSpans,
  invalidAmong,
  turnsEver,
} from '../../../../../../subgraphs/commerce/conversions/judging/traffic.ts';

const AT = Date.parse('2025-05-07T04:00:00.000Z');

function tap(eventId: string, after: number, change: Partial<Lived<Touch>> = {}): Lived<Touch> {
  return {
    conversion: eventId,
    platformId: 'platform_xiaohongshu',
    eventId,
    clickId: null,
    person: 'li',
    shopId: 'shop_1',
    linkId: 'link_1',
    noteId: 'note_1',
    productId: 'product_1',
    fingerprint: null,
    occurredAt: AT + after,
    recordedAt: 0,
    retiredAt: null,
    ...change,
  };
}

const names = (touches: Iterable<Touch>) => [...touches].map(({ eventId }) => eventId).sort();

describe('invalid traffic', () => {
  it('is each tap less than a second after another of the same person on the same link, itself invalid or not', () => {
    const burst = [tap('a', 0), tap('b', 999), tap('c', 1_998), tap('d', 2_998)];
    expect(names(invalidAmong(burst))).toEqual(['b', 'c']);
    expect(names(invalidAmong(burst.filter(({ eventId }) => eventId !== 'b')))).toEqual([]);
  });

  it('is the greater name of two at one instant, and never another person’s, another link’s or nobody’s', () => {
    expect(names(invalidAmong([tap('b', 0), tap('a', 0)]))).toEqual(['b']);
    const others = [tap('b', 1, { person: 'han' }), tap('c', 1, { linkId: 'link_2' }), tap('d', 1, { person: null })];
    expect(names(invalidAmong([tap('a', 0), ...others, tap('e', 2, { person: null })]))).toEqual([]);
  });

  const taps = fc
    .array(
      fc.record({
        after: fc.constantFrom(0, 1, 500, 999, 1_000, 1_500, 2_000),
        recordedAt: fc.integer({ min: 0, max: 4 }),
        lasts: fc.constantFrom(null, null, 1, 2),
        linkId: fc.constantFrom('link_1', 'link_1', 'link_2'),
      }),
      { maxLength: 8 },
    )
    .map((all) =>
      all.map(({ after, recordedAt, lasts, linkId }, index) =>
        tap(`tap-${index}`, after, { linkId, recordedAt, retiredAt: lasts === null ? null : recordedAt + lasts }),
      ),
    );

  it('has turned, at each instant, into what it is among the taps that held then', () => {
    fc.assert(
      fc.property(taps, (all) => {
        const turns = turnsEver(all);
        for (const instant of instantsOf(all)) {
          const held = all.filter((each) => heldAt(each, instant));
          const invalid = invalidAmong(held);
          const counted = all.filter((each) =>
            countedSpans(each, turns.get(each) ?? []).some((span) => heldAt(span, instant)),
          );
          expect(names(counted)).toEqual(names(held.filter((each) => !invalid.has(each))));
        }
      }),
    );
  });
});
