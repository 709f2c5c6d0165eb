import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  sharesOf,
  TRUTH_MODELS,
  TRUTH_WINDOW_KEYS,
  TRUTH_WINDOWS,
} from '../../../../../subgraphs/world/truth/credit.ts';
import type { ClickFact } from '../../../../../subgraphs/world/truth/ledger.ts';
import type { ReadFact } from '../../../../../subgraphs/world/truth/looks.ts';

const DAY = 86_400_000;

function click(name: string, at: number, more: Partial<ClickFact> = {}): ClickFact {
  const place = { noteId: 'note_1', linkId: 'link_1', productId: 'product_1', shopId: 'shop_1' };
  const said = { name, platformId: 'platform_xiaohongshu', id: name, person: 'p' };
  return { ...said, at, knownOn: 0, ...place, searchId: undefined, invalidOn: null, ...more };
}

function read(name: string, at: number, more: Partial<ReadFact> = {}): ReadFact {
  const said = { name, platformId: 'platform_xiaohongshu', person: 'p' };
  return { ...said, at, knownOn: 0, noteId: 'note_1', shopIds: new Set(['shop_1']), ...more };
}

const order = { person: 'p', shopId: 'shop_1', clickIds: [] };
const known = (clicks: readonly ClickFact[]) => ({ clicks, reads: [], signs: [] });

function lastClick(clicks: readonly ClickFact[], at: number, window: (typeof TRUTH_WINDOW_KEYS)[number] = 'DAYS_7') {
  return sharesOf({ ...order, at }, known(clicks), window, 'LAST_CLICK')[0]?.touch.name;
}

test.each(TRUTH_WINDOW_KEYS)('the boundary of %s belongs to it', (window) => {
  const end = TRUTH_WINDOWS[window];
  expect(lastClick([click('a', 0)], end, window)).toBe('a');
  expect(lastClick([click('a', 0)], end + 1, window)).toBeUndefined();
  expect(lastClick([click('a', 0)], -1, window)).toBeUndefined();
});

test('the newest click wins, of equal ones the greater name; another shop or person has no part', () => {
  const others = [click('x', 9, { shopId: 'shop_2' }), click('y', 9, { person: 'q' })];
  expect(lastClick([click('b', 5), click('a', 5), click('c', 3), ...others], 10)).toBe('b');
});

test('a click that is named counts whoever made it, but not into another shop', () => {
  const clicks = [click('a', 1, { person: undefined }), click('b', 2, { shopId: 'shop_2' })];
  const outcome = { person: undefined, shopId: 'shop_1', at: 3, clickIds: ['a', 'b'] };
  expect(sharesOf(outcome, known(clicks), 'HOURS_24', 'LAST_CLICK')[0]?.touch.name).toBe('a');
});

test.each([
  ['LAST_CLICK', [0, 0, 0, 1_000_000]],
  ['FIRST_CLICK', [1_000_000, 0, 0, 0]],
  ['LINEAR', [250_000, 250_000, 250_000, 250_000]],
  ['POSITION_BASED', [400_000, 100_000, 100_000, 400_000]],
  ['TIME_DECAY', [66_667, 133_333, 266_667, 533_333]],
] as const)('%s shares credit among four touches a week apart', (model, credits) => {
  const clicks = [0, 7, 14, 21].map((day) => click(`${day}`, day * DAY));
  const shares = sharesOf({ ...order, at: 21 * DAY }, known(clicks), 'DAYS_30', model);
  expect(clicks.map(({ name }) => shares.find(({ touch }) => touch.name === name)?.credit ?? 0)).toEqual(credits);
});

test('READ_THROUGH: the newest read, where no click is and the person went on from it', () => {
  const looks = { reads: [read('a', 1), read('b', 2)], signs: [{ person: 'p', shopId: undefined, at: 3, knownOn: 0 }] };
  const through = (clicks: readonly ClickFact[], at: number) =>
    sharesOf({ ...order, at }, { clicks, ...looks }, 'HOURS_24', 'READ_THROUGH')[0]?.touch.name;
  expect(through([], 4)).toBe('b');
  expect(through([], 2)).toBeUndefined();
  expect(through([click('c', 0)], 4)).toBeUndefined();
});

test('in every model the shares sum to one or are none, whatever the order of the clicks', () => {
  const clicks = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.nat({ max: 50 })), {
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(clicks, fc.nat({ max: 60 }), fc.constantFrom(...TRUTH_MODELS), (list, at, model) => {
      const facts = list.map(([name, instant]) => click(name, instant));
      const one = sharesOf({ ...order, at }, known(facts), 'HOURS_24', model);
      expect(sharesOf({ ...order, at }, known(facts.toReversed()), 'HOURS_24', model)).toEqual(one);
      expect([0, 1_000_000]).toContain(one.reduce((sum, { credit }) => sum + credit, 0));
    }),
  );
});
