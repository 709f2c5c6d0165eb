import type { PlannerLimits } from './planning.ts';
import type { ThreadOptions } from './planning-thread.ts';

/** The settings that bound planning. */
interface PlanningSettings {
  readonly planningTimeout: number;
  readonly planningQueue: number;
  readonly planningMemory: number;
}

/** How operations are planned, under these settings. */
export function planningOptions(settings: PlanningSettings): ThreadOptions {
  return {
    ...PLANNER_LIMITS,
    timeout: settings.planningTimeout,
    queueLimit: settings.planningQueue,
    memory: settings.planningMemory,
  };
}

/**
 * Beyond these, plans get no better, and only a hostile operation comes there. A page of deeply nested lists needs some tens of fetches; two
 * short fragments that name a field often, one within the other, multiply into thousands, each of which is compiled in the main loop.
 */
export const PLANNER_LIMITS: PlannerLimits = { maxEvaluatedPlans: 1000, pathsLimit: 10_000, fetchLimit: 2000 };

/** Bounds where no settings are read: those of the settings' defaults. */
export const PLANNING: ThreadOptions = { ...PLANNER_LIMITS, timeout: 5000, queueLimit: 1000, memory: 1024 };
