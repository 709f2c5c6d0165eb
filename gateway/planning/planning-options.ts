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

/** Beyond these, plans get no better, and only a hostile operation comes there. */
export const PLANNER_LIMITS: PlannerLimits = { maxEvaluatedPlans: 1000, pathsLimit: 10_000 };

/** Bounds where no settings are read: those of the settings' defaults. */
export const PLANNING: ThreadOptions = { ...PLANNER_LIMITS, timeout: 5000, queueLimit: 1000, memory: 1024 };
