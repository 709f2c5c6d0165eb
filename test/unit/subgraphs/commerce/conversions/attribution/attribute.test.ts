import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clickTouches, creditedRead } from '../../../../../../subgraphs/commerce/conversions/attribution/attribute.ts';
import type { Outcome, Read, Touch } from '../../../../../../subgraphs/commerce/conversions/attribution/touch.ts';
import { WINDOWS } from '../../../../../../subgraphs/commerce/conversions/attribution/windows.ts';

const AT = Date.parse('2025-05-07T04:00:00.000Z');

function touch(change: Partial<Touch> & { eventId: string }): Touch {
  return {
    conversion: change.eventId,
    platformId: 'platform_xiaohongshu',
    clickId: null,
    person: 'li',
    shopId: 'shop_1',
    linkId: 'link_1',
    noteId: 'note_1',
    productId: 'product_1',
    fingerprint: null,
    occurredAt: AT,
    ...change,
  };
}

const order: Outcome = { shopId: 'shop_1', person: 'li', clickIds: [], occurredAt: AT };

const touches = fc.array(
  fc
    .record({
      eventId: fc.constantFrom('a', 'b', 'c', 'd'),
      platformId: fc.constantFrom('platform_taobao', 'platform_xiaohongshu'),
      clickId: fc.constantFrom(null, 'click_1', 'click_2'),
      person: fc.constantFrom(null, 'li', 'han'),
      shopId: fc.constantFrom('shop_1', 'shop_1', 'shop_2'),
      age: fc.constantFrom(
        -1,
        0,
        1,
        ...WINDOWS.flatMap(({ milliseconds }) => [milliseconds - 1, milliseconds, milliseconds + 1]),
      ),
    })
    .map(({ age, ...change }) => touch({ ...change, occurredAt: AT - age })),
  { maxLength: 8 },
);
const outcome = fc.record({
  shopId: fc.constant('shop_1'),
  person: fc.constantFrom(null, 'li'),
  clickIds: fc.constantFrom([], ['click_1'], ['click_1', 'click_2']),
  occurredAt: fc.constant(AT),
});

/** The touch that has all credit under LAST_CLICK. */
function lastClick(made: Outcome, all: readonly Touch[], windowMs?: number): Touch | undefined {
  return clickTouches(made, all, windowMs).at(-1);
}

describe('the newest click touch', () => {
  it.each(WINDOWS)('credits a touch exactly $name before, and none a millisecond older', ({ milliseconds }) => {
    const atTheEnd = touch({ eventId: 'end', occurredAt: AT - milliseconds });
    const beyond = touch({ eventId: 'beyond', occurredAt: AT - milliseconds - 1 });
    expect(lastClick(order, [beyond, atTheEnd], milliseconds)).toBe(atTheEnd);
    expect(lastClick(order, [beyond], milliseconds)).toBeUndefined();
  });

  it('credits a touch at the same instant, and none after', () => {
    const same = touch({ eventId: 'same' });
    expect(lastClick(order, [same, touch({ eventId: 'after', occurredAt: AT + 1 })])).toBe(same);
  });

  it('credits the newest of the person, whichever product it was about', () => {
    const newest = touch({ eventId: 'new', linkId: 'link_2', productId: 'product_2', occurredAt: AT - 1 });
    expect(lastClick(order, [newest, touch({ eventId: 'old', occurredAt: AT - 2 })])).toBe(newest);
  });

  it('breaks ties by the greater name: platform, then event id', () => {
    const tied = [
      touch({ eventId: '2', platformId: 'platform_taobao' }),
      touch({ eventId: '9', platformId: 'platform_taobao' }),
      touch({ eventId: '1', platformId: 'platform_xiaohongshu' }),
    ];
    expect(lastClick(order, tied)?.eventId).toBe('1');
    expect(lastClick(order, tied.slice(0, 2))?.eventId).toBe('9');
  });

  it('credits a click that the outcome names, whoever made it, unless it led into another shop', () => {
    const named = { ...order, person: null, clickIds: ['click_1'] };
    const anonymous = touch({ eventId: 'x', person: null, clickId: 'click_1' });
    expect(lastClick(named, [anonymous])).toBe(anonymous);
    expect(lastClick(named, [{ ...anonymous, shopId: 'shop_2' }])).toBeUndefined();
  });

  it('never takes two unknown persons for one', () => {
    expect(lastClick({ ...order, person: null }, [touch({ eventId: 'x', person: null })])).toBeUndefined();
  });

  it('gives the same whatever the order of the touches', () => {
    const shuffled = touches.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(outcome, shuffled, (made, [all, other]) => {
        const [one, another] = [lastClick(made, all), lastClick(made, other)];
        expect(another?.eventId).toBe(one?.eventId);
        expect(another?.platformId).toBe(one?.platformId);
        expect(another?.occurredAt).toBe(one?.occurredAt);
      }),
    );
  });
});

describe('clickTouches', () => {
  it('has the newest hundred, oldest first', () => {
    const many = Array.from({ length: 130 }, (_, index) =>
      touch({ eventId: `${1_000 + index}`, occurredAt: AT - index }),
    );
    const led = clickTouches(order, many);
    expect(led.map(({ occurredAt }) => AT - occurredAt)).toEqual(Array.from({ length: 100 }, (_, index) => 99 - index));
  });

  it('of a shorter window are the newest of a longer one', () => {
    fc.assert(
      fc.property(outcome, touches, (made, all) => {
        const longest = clickTouches(made, all);
        for (const { milliseconds } of WINDOWS) {
          const within = clickTouches(made, all, milliseconds);
          expect(within).toEqual(longest.slice(longest.length - within.length));
        }
      }),
    );
  });
});

describe('creditedRead', () => {
  const read = (change: Partial<Read> & { eventId: string }): Read => {
    const { conversion, platformId } = touch({ eventId: change.eventId });
    const made = { person: 'li', noteId: 'note_1', shopIds: ['shop_1'], occurredAt: AT - 2 };
    return { conversion, platformId, ...made, ...change };
  };

  it('is the newest read of a note that led into the shop', () => {
    const newest = read({ eventId: 'a', occurredAt: AT - 1 });
    const elsewhere = read({ eventId: 'b', occurredAt: AT, shopIds: ['shop_2'] });
    const another = read({ eventId: 'c', occurredAt: AT, person: 'han' });
    expect(creditedRead(order, [read({ eventId: 'd' }), newest, elsewhere, another], [AT])).toBe(newest);
  });

  it.each(WINDOWS)('may lie exactly $name before, and not a millisecond more', ({ milliseconds }) => {
    const atTheEnd = read({ eventId: 'a', occurredAt: AT - milliseconds });
    const beyond = read({ eventId: 'b', occurredAt: AT - milliseconds - 1 });
    expect(creditedRead(order, [atTheEnd, beyond], [AT], milliseconds)).toBe(atTheEnd);
    expect(creditedRead(order, [beyond], [AT], milliseconds)).toBeUndefined();
  });

  it('needs a visit or a search between the newest read and the outcome, at the instant of either too', () => {
    const newest = read({ eventId: 'a', occurredAt: AT - 5 });
    const older = read({ eventId: 'b', occurredAt: AT - 9 });
    const credited = (...signs: number[]) => creditedRead(order, [newest, older], signs);
    expect(credited(AT - 5)).toBe(newest);
    expect(credited(AT)).toBe(newest);
    expect(credited(AT - 6)).toBeUndefined();
    expect(credited(AT + 1)).toBeUndefined();
    expect(credited()).toBeUndefined();
  });

  it('is none where nobody knows the person', () => {
    expect(creditedRead({ ...order, person: null }, [read({ eventId: 'a' })], [AT])).toBeUndefined();
  });
});
