import { createHash } from 'node:crypto';
import type { LoadedWorld } from '../store/load-marker.ts';
import { GENERATOR_VERSION, type World } from '../world.ts';

/** What a database says of a world that is loaded into it. */
export function identityOf({ plan }: World): Omit<LoadedWorld, 'finishedAt'> {
  return {
    scale: plan.scale,
    seed: plan.seed,
    quotas: createHash('sha256').update(JSON.stringify(plan.quotas)).digest('hex'),
    generator: GENERATOR_VERSION,
    now: new Date(plan.now).toISOString(),
  };
}

/** Whether two are the same world, but for the moment by which the moving data end. */
export function isSameWorld(one: Omit<LoadedWorld, 'finishedAt'>, other: Omit<LoadedWorld, 'finishedAt'>): boolean {
  return (
    one.scale === other.scale &&
    one.seed === other.seed &&
    one.quotas === other.quotas &&
    one.generator === other.generator
  );
}

/** A world's name, for people. */
export function nameOf({ scale, seed, generator }: Pick<LoadedWorld, 'scale' | 'seed' | 'generator'>): string {
  return `${scale}, seed ${seed}, generator ${generator}`;
}
