import { readFileSync } from 'node:fs';
import { buildSchema, GraphQLEnumType } from 'graphql';
import { expect, test } from 'vitest';
import { tellSteps } from '../../../../../subgraphs/commerce/funnel/tell-steps.ts';

const schema = buildSchema(readFileSync('schema/commerce.graphql', 'utf8'), { assumeValidSDL: true });

test("the steps of a funnel are stages of the contract, and an open period's are withheld as such", () => {
  const stages = schema.getType('FunnelStage');
  const steps = tellSteps(undefined, 'LAST_CLICK', 'DAYS_15', false);
  expect(steps.map(({ withheld }) => withheld)).toEqual(steps.map(() => 'PERIOD_OPEN'));
  for (const { stage } of steps) expect(stages instanceof GraphQLEnumType && stages.getValue(stage)).toBeTruthy();
});
