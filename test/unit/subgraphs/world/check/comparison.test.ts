import { expect, test } from 'vitest';
import { Comparison } from '../../../../../subgraphs/world/check/comparison.ts';

test('equal figures differ in nothing, whatever their type; a missing one and a null one are told apart', () => {
  const comparison = new Comparison();
  comparison.compare('orders', 'note_1', 3, '3');
  comparison.compare('orders', 'note_2', null, null);
  expect(comparison.differences).toEqual([]);
  comparison.compare('orders', 'note_3', null, undefined);
  comparison.compare('orders', 'note_4', 0, null);
  expect(comparison.differences).toEqual([
    { family: 'orders', what: 'note_3', expected: 'null', answered: 'undefined' },
    { family: 'orders', what: 'note_4', expected: '0', answered: 'null' },
  ]);
});

test('the table counts each family, shows the first differences, and says how many more there are', () => {
  const comparison = new Comparison();
  for (const place of [1, 2, 3]) comparison.compare('visits', `note_${place}`, place, 1);
  comparison.compare('clicks', 'note_1', 5, 5);
  const [, ...lines] = comparison.table(1);
  expect(lines.map((line) => line.trim().replace(/ +/g, ' '))).toEqual([
    'visits 3 2',
    'clicks 1 0',
    'visits, note_2: 2 expected, 1 answered',
    '… and 1 more',
  ]);
});
