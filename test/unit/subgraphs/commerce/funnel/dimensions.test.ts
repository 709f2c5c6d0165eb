import { describe, expect, test } from 'vitest';
import {
  coarsenings,
  GROUPINGS,
  groupingName,
  groupingOf,
  keptDimensions,
} from '../../../../../subgraphs/commerce/funnel/dimensions.ts';

const namesOf = (dimensions: Parameters<typeof groupingOf>[0]) =>
  coarsenings(groupingOf(dimensions))
    .map(({ grouping }) => groupingName(grouping))
    .sort();

describe('groupings of a funnel', () => {
  test('are the whole, each dimension and each two that divide each other', () => {
    expect(GROUPINGS).toHaveLength(1 + 7 + 21 - 2);
    expect(GROUPINGS[0]).toEqual([]);
  });

  test('are the same cells where one dimension follows from the other', () => {
    expect(groupingOf(['AUTHOR', 'NOTE'])).toEqual(['NOTE']);
    expect(groupingOf(['INDUSTRY', 'PRODUCT'])).toEqual(['PRODUCT']);
    expect(keptDimensions(['NOTE', 'PRODUCT'])).toEqual(['NOTE', 'PRODUCT', 'AUTHOR', 'INDUSTRY']);
  });

  test('lie in all that they divide further', () => {
    expect(namesOf([])).toEqual([]);
    expect(namesOf(['NOTE'])).toEqual(['', 'AUTHOR']);
    expect(namesOf(['NOTE', 'AGE_COHORT'])).toEqual(['', 'AGE_COHORT', 'AUTHOR', 'AUTHOR AGE_COHORT', 'NOTE']);
    expect(namesOf(['NOTE', 'PRODUCT'])).toEqual([
      '',
      'AUTHOR',
      'AUTHOR INDUSTRY',
      'INDUSTRY',
      'NOTE',
      'NOTE INDUSTRY',
      'PRODUCT',
      'PRODUCT AUTHOR',
    ]);
  });

  test('come after all that they lie in', () => {
    const names = GROUPINGS.map(groupingName);
    for (const [index, grouping] of GROUPINGS.entries())
      for (const { grouping: coarser } of coarsenings(grouping))
        expect(names.indexOf(groupingName(coarser))).toBeLessThan(index);
  });
});
