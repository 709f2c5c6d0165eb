import { GraphQLError, parse } from 'graphql';
import { expect, test } from 'vitest';
import { PLANNER_LIMITS } from '../../../../gateway/planning/planning-options.ts';
import { localPlanning } from '../../../../gateway/planning/threads/local-planning.ts';
import { Snapshot } from '../../../../gateway/supergraph/snapshot.ts';
import { composeLocal } from '../../../kit/federation.ts';
import { shop } from '../execution/shop.ts';

const QUERY = '{ product(upc: "p1") { upc ... @defer(label: "x") { stars } } }';

/** How many parts are deferred at each of two attempts, where planning in parts fails at the first. */
async function attempts(code: string): Promise<number[]> {
  const sdl = composeLocal(shop);
  const planning = localPlanning(sdl, PLANNER_LIMITS);
  let asked = 0;
  const plan: typeof planning.plan = async (request) => {
    // The operation without @defer is planned first.
    if (++asked === 2) throw new GraphQLError('x', { extensions: { code } });
    return planning.plan(request);
  };
  const snapshot = new Snapshot(sdl, { ...planning, plan });
  const prepared = await snapshot.prepareWhole({ id: QUERY, document: parse(QUERY) });
  const deferred = async () => (await prepared.stepsInParts({})).deferred.length;
  return [await deferred(), await deferred()];
}

test('an operation that could not be planned in parts since too many waited is tried again', async () => {
  expect(await attempts('PLANNING_BUSY')).toEqual([0, 1]);
});

test('an operation that has no plan in parts is not tried again', async () => {
  expect(await attempts('OPERATION_TOO_COMPLEX')).toEqual([0, 0]);
});
