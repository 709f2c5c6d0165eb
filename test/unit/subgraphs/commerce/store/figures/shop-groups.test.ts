import { expect, test } from 'vitest';
import { inGroups } from '../../../../../../subgraphs/commerce/store/figures/shop-groups.ts';

test('shops stand together as long as there is room, and one that is larger than that alone', () => {
  const sizes = [4, 6, 1, 30, 5, 5].map((size, index) => ({ shopId: `shop_${index}`, size }));
  expect(inGroups(sizes, 10)).toEqual([['shop_0', 'shop_1'], ['shop_2'], ['shop_3'], ['shop_4', 'shop_5']]);
  expect(inGroups([], 10)).toEqual([]);
});
