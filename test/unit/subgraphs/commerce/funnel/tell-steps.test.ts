import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { tellSteps } from '../../../../../subgraphs/commerce/funnel/tell-steps.ts';

const schema = buildSchema(readFileSync('schema/commerce.graphql', 'utf8'), { assumeValidSDL: true });

test("the steps of a funnel are stages of the contract, and an open period's are withheld as such", () => {
  const stages = schema.getType('FunnelStage');
  const steps = tellSteps('PERIOD_OPEN', 'LAST_CLICK', 'DAYS_15', false);
  expect(steps.map(({ withheld }) => withheld)).toEqual(steps.map(() => 'PERIOD_OPEN'));
  for (const { stage } of steps) expect(stages instanceof GraphQLEnumType && stages.getValue(stage)).toBeTruthy();
});

test('of a shop in which nothing happened it is told that nothing was sold, and of steps without money no sales', () => {
  const steps = tellSteps({ led: [], credited: {} }, 'LAST_CLICK', 'DAYS_15', false);
  expect(steps.map(({ events, people, withheld }) => [events, people, withheld])).toEqual(
    steps.map(() => [0, null, 'TOO_FEW_PEOPLE']),
  );
  expect(steps.map(({ sales }) => sales?.amount ?? null)).toEqual([null, null, null, null, '0.00', '0.00']);
});
