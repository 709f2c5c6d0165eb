import { writeFileSync } from 'node:fs';
import { computeWholeTruth } from '../truth/whole-truth.ts';
import { makeWorld } from '../world.ts';
import type { CommandLine } from './options.ts';

/** Writes a world's truth as JSON. */
export function writeTruth({ world: options, out, leastPeople }: CommandLine, say: (line: string) => void): void {
  const world = makeWorld(options);
  const truth = computeWholeTruth(world, leastPeople);
  writeFileSync(out, `${JSON.stringify(truth, null, 1)}\n`);
  say(
    `${out}: ${truth.figures.length} published figures, ${truth.conversions.length} subjects, ${truth.events.raw} raw events.`,
  );
}
