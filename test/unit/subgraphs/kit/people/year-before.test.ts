import { expect, test } from 'vitest';
import { periodAt } from '../../../../../subgraphs/kit/people/lattice.ts';
import { yearBefore } from '../../../../../subgraphs/kit/people/year-before.ts';

test('is the same reporting month, the same day, or the week 52 weeks before', () => {
  expect(yearBefore(periodAt('MONTH', '2025-04-20', 8))).toEqual({
    kind: 'MONTH',
    from: '2024-04-08',
    to: '2024-05-07',
  });
  expect(yearBefore(periodAt('DAY', '2025-04-15', 8))).toEqual({ kind: 'DAY', from: '2024-04-15', to: '2024-04-15' });
  expect(yearBefore(periodAt('WEEK', '2025-04-15', 8))).toEqual({ kind: 'WEEK', from: '2024-04-15', to: '2024-04-21' });
});

test('has the day before the leap day where the year before has none', () => {
  expect(yearBefore(periodAt('DAY', '2024-02-29', 8)).from).toBe('2023-02-28');
});
