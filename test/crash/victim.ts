import type { Random } from '../../bench/load/random.ts';

/** Something that can be killed at any moment, and comes back. */
export interface Victim {
  readonly name: string;
  kill(random: Random): Promise<void>;
}
