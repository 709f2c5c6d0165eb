import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditedWindows, lastClick } from '../../../../../subgraphs/commerce/conversions/attribute.ts';
import type { Outcome, Touch } from '../../../../../subgraphs/commerce/conversions/touch.ts';
import { WINDOWS } from '../../../../../subgraphs/commerce/conversions/windows.ts';

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

describe('lastClick', () => {
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

describe('creditedWindows', () => {
  it('follows from the credit in the longest window: in each window the same touch has it, or none has', () => {
    fc.assert(
      fc.property(outcome, touches, (made, all) => {
        const last = lastClick(made, all);
        const credited = last ? creditedWindows(made, last) : WINDOWS.map(() => false);
        const each = WINDOWS.map(({ milliseconds }) => lastClick(made, all, milliseconds));
        expect(each).toEqual(credited.map((isCredited) => (isCredited ? last : undefined)));
      }),
    );
  });
});
