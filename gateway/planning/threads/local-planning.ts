import type { PlannerLimits, Planning } from '../planning.ts';
import { SupergraphPlanner } from '../supergraph-planner.ts';

/**
 * Plans in this thread, which does nothing else meanwhile: for command lines and tests.
 * @throws {GraphQLError} when the supergraph is not valid
 */
export function localPlanning(supergraphSdl: string, limits: PlannerLimits): Planning {
  const planner = new SupergraphPlanner(supergraphSdl, limits);
  return {
    description: planner.description,
    plan: async (request) => planner.plan(request),
    retire: () => undefined,
    close: async () => undefined,
  };
}
