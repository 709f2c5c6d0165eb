import { GraphQLError } from 'graphql';
import { Histogram, type Registry } from 'prom-client';
import type { Planning } from '../planning/planning.ts';

/** Times planning, in a registry that has no metrics of it yet; waiting for other plans is part of it. */
export function observedPlanning(registry: Registry): (planning: Planning) => Planning {
  const seconds = new Histogram({
    name: 'gateway_planning_seconds',
    help: 'Time from a new operation to its plan; outcome is ok, or the code with which it was refused',
    labelNames: ['outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return (planning) => ({
    description: planning.description,
    async plan(request) {
      const stop = seconds.startTimer();
      try {
        const plans = await planning.plan(request);
        stop({ outcome: 'ok' });
        return plans;
      } catch (error) {
        stop({ outcome: outcomeOf(error) });
        throw error;
      }
    },
    retire: () => planning.retire(),
    close: () => planning.close(),
  });
}

/** The planner's codes are few, and its own. */
function outcomeOf(error: unknown): string {
  const code = error instanceof GraphQLError ? error.extensions.code : undefined;
  return typeof code === 'string' ? code : 'failed';
}
