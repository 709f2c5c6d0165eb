import type { PlannerLimits } from './planning.ts';
import type { ThreadsOptions } from './threads/planning-threads.ts';

/** The settings that bound planning. */
interface PlanningSettings {
  readonly planningTimeout: number;
  readonly planningQueue: number;
  readonly planningMemory: number;
  readonly planningThreads: number;
}

/** How operations are planned, under these settings. */
export function planningOptions(settings: PlanningSettings): ThreadsOptions {
  return {
    ...PLANNER_LIMITS,
    timeout: settings.planningTimeout,
    queueLimit: settings.planningQueue,
    memory: Math.floor(settings.planningMemory / settings.planningThreads),
    threads: settings.planningThreads,
    idleTime: IDLE_TIME,
  };
}

/** Starting a thread takes some 400 ms of CPU; keeping it, some 50 MB. */
const IDLE_TIME = 10_000;

/**
 * Beyond these, plans get no better, and only a hostile operation comes there. A page of deeply nested lists needs some tens of fetches; two
 * short fragments that name a field often, one within the other, multiply into thousands, each of which is compiled in the main loop.
 */
export const PLANNER_LIMITS: PlannerLimits = { maxEvaluatedPlans: 1000, pathsLimit: 10_000, fetchLimit: 2000 };

/** Bounds where no settings are read: those of the settings' defaults. */
export const PLANNING: ThreadsOptions = planningOptions({
  planningTimeout: 5000,
  planningQueue: 1000,
  planningMemory: 1024,
  planningThreads: 2,
});
