import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { quantiles } from '../live/quantiles.ts';

/** Writes through to the disk at a steady rate, as a journal of taps does, from a process that does nothing else. */

export interface DiskOrder {
  /** Where the file is made. */
  readonly folder: string;
  readonly seconds: number;
}

const { O_APPEND, O_CREAT, O_DSYNC, O_WRONLY } = constants;
/** About as long as a tap's record. */
const RECORD = Buffer.alloc(100, 'x');
const EVERY_MS = 20;

async function run({ folder, seconds }: DiskOrder) {
  const file = openSync(join(folder, 'disk'), O_WRONLY | O_APPEND | O_CREAT | O_DSYNC);
  const times: number[] = [];
  const until = performance.now() + seconds * 1_000;
  while (performance.now() < until) {
    const begun = performance.now();
    writeSync(file, RECORD);
    times.push(performance.now() - begun);
    await sleep(EVERY_MS);
  }
  closeSync(file);
  return quantiles(times);
}

process.once('message', async (order: DiskOrder) => {
  process.send?.(await run(order));
  process.disconnect();
});
