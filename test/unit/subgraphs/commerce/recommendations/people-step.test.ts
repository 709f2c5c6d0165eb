import { expect, test } from 'vitest';
import { peopleStep } from '../../../../../subgraphs/commerce/recommendations/people-step.ts';

test.each([
  [1, 1],
  [4, 2],
  [5, 5],
  [9, 5],
  [10, 10],
  [50, 50],
  [99, 50],
  [100, 100],
  [199, 100],
  [1_000, 1_000],
  [123_456, 100_000],
])('%i people are told as %i at least', (people, told) => {
  expect(peopleStep(people)).toBe(told);
});
