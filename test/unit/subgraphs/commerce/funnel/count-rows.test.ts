import { expect, test } from 'vitest';
import { countRows } from '../../../../../subgraphs/commerce/funnel/count-rows.ts';
import { FunnelGroups, type Groups } from '../../../../../subgraphs/commerce/funnel/funnel-groups.ts';
import { GroupKeys } from '../../../../../subgraphs/commerce/funnel/group-keys.ts';

const NOTE_1: Groups = {
  NOTE: ['note_1'],
  PRODUCT: ['product_1', 'product_2'],
  AUTHOR: ['author_1'],
  INDUSTRY: ['BEAUTY'],
  PLATFORM: ['platform_xiaohongshu'],
  CAMPAIGN: [],
  AGE_COHORT: ['BORN_1990S'],
};

function count(...groups: readonly Groups[]) {
  const keys = new GroupKeys();
  return countRows(new Set(groups.map((each) => new FunnelGroups(each, keys))));
}

test('counts the groups in which anything happened', () => {
  const rows = count(NOTE_1, { ...NOTE_1, NOTE: ['note_2'], PRODUCT: ['product_2'] });
  expect([rows.get(''), rows.get('NOTE'), rows.get('PRODUCT'), rows.get('NOTE PRODUCT')]).toEqual([1, 2, 2, 3]);
  expect(rows.get('CAMPAIGN')).toBe(0);
});

test('counts each age wherever anybody is known, of however many ages they are', () => {
  const [one, two] = [count(NOTE_1), count(NOTE_1, { ...NOTE_1, AGE_COHORT: ['BORN_1980S'] })];
  for (const rows of [one, two])
    expect([rows.get('AGE_COHORT'), rows.get('NOTE AGE_COHORT'), rows.get('PRODUCT AGE_COHORT')]).toEqual([5, 5, 10]);
  expect(count({ ...NOTE_1, AGE_COHORT: [] }).get('NOTE AGE_COHORT')).toBe(0);
});
