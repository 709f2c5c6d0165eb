import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lastClickOf, TRUTH_WINDOW_KEYS, TRUTH_WINDOWS } from '../../../../../subgraphs/world/truth/credit.ts';
import type { ClickFact } from '../../../../../subgraphs/world/truth/ledger.ts';

function click(name: string, at: number, more: Partial<ClickFact> = {}): ClickFact {
  const place = { noteId: 'note_1', linkId: 'link_1', productId: 'product_1', shopId: 'shop_1' };
  return { name, id: name, person: 'p', at, ...place, searchId: undefined, invalid: false, ...more };
}
const order = { person: 'p', shopId: 'shop_1', clickIds: [] };

test.each(TRUTH_WINDOW_KEYS)('the boundary of %s belongs to it', (window) => {
  const lastClick = lastClickOf([click('a', 0)]);
  const end = TRUTH_WINDOWS[window];
  expect(lastClick({ ...order, at: end }, window)?.name).toBe('a');
  expect(lastClick({ ...order, at: end + 1 }, window)).toBeUndefined();
  expect(lastClick({ ...order, at: -1 }, window)).toBeUndefined();
});

test('the newest click wins, of equal ones the greater name; another shop or person has no part', () => {
  const others = [click('x', 9, { shopId: 'shop_2' }), click('y', 9, { person: 'q' })];
  const lastClick = lastClickOf([click('b', 5), click('a', 5), click('c', 3), ...others]);
  expect(lastClick({ ...order, at: 10 }, 'DAYS_7')?.name).toBe('b');
});

test('a click that is named counts whoever made it, but not into another shop', () => {
  const lastClick = lastClickOf([click('a', 1, { person: undefined }), click('b', 2, { shopId: 'shop_2' })]);
  expect(lastClick({ person: undefined, shopId: 'shop_1', at: 3, clickIds: ['a', 'b'] }, 'HOURS_24')?.name).toBe('a');
});

test('the order of the clicks does not matter', () => {
  const clicks = fc.uniqueArray(fc.tuple(fc.string({ minLength: 1 }), fc.nat({ max: 50 })), {
    selector: ([name]) => name,
  });
  fc.assert(
    fc.property(clicks, fc.nat({ max: 60 }), (list, at) => {
      const facts = list.map(([name, instant]) => click(name, instant));
      const one = lastClickOf(facts)({ ...order, at }, 'HOURS_24');
      const other = lastClickOf(facts.toReversed())({ ...order, at }, 'HOURS_24');
      expect(one?.name).toBe(other?.name);
    }),
  );
});
