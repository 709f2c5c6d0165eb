import { expect, test } from 'vitest';
import { labelled } from '../../../../gateway/telemetry/labelled.ts';

test('each pair of labels is looked up once, and pairs are kept apart', () => {
  const looked: string[] = [];
  const find = labelled((label, other: number) => {
    looked.push(`${label} ${other}`);
    return { label, other };
  });

  const first = find('a', 1);
  expect(find('a', 1)).toBe(first);
  expect([find('a', 2), find('b', 1)]).toEqual([
    { label: 'a', other: 2 },
    { label: 'b', other: 1 },
  ]);
  expect(looked).toEqual(['a 1', 'a 2', 'b 1']);
});
