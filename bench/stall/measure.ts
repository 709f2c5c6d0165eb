import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { startDeepGateway } from '../deep-gateway.ts';
import { DEEP_QUERY, SMALL_QUERY } from '../engine/deep-world.ts';

/** The longest turn of the loop, in milliseconds: by the clock, and in CPU time of this thread, which other processes do not lengthen. */
export interface Stall {
  readonly clock: number;
  readonly cpu: number;
}

/** What one gateway, alone in its process, was held up by. */
export interface Stalls {
  /** The first deep query that the process ever saw. */
  readonly first: Stall;
  /** Another that nobody asked before: what the engine does for it has run before. */
  readonly later: Stall;
  /** One that is planned and compiled. */
  readonly known: Stall;
  /** A small one that is known: what the machine itself adds. */
  readonly small: Stall;
}

/** Small queries before, as a gateway that is in use has answered. */
const BEFORE = 20;

await using gateway = await startDeepGateway();
for (let turn = 0; turn < BEFORE; turn++) await stallOf(SMALL_QUERY);
const [one, other] = ['One', 'Other'].map((name) => DEEP_QUERY.replace('query Deep', `query ${name}`));
const stalls: Stalls = {
  first: await stallOf(one ?? ''),
  later: await stallOf(other ?? ''),
  known: await stallOf(other ?? ''),
  small: await stallOf(SMALL_QUERY),
};
process.stdout.write(JSON.stringify(stalls));

async function stallOf(query: string): Promise<Stall> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await sleep(50);
  delay.reset();
  const longest = longestTurn();
  const { failures } = await gateway.ask(query);
  const cpu = longest();
  await sleep(5);
  delay.disable();
  if (failures.length > 0) throw new Error(failures[0]);
  return { clock: delay.max / 1e6, cpu };
}

/** Takes the CPU time of each turn from now on. @returns ends it, and tells the longest in milliseconds */
function longestTurn(): () => number {
  let longest = 0;
  let last = process.threadCpuUsage();
  let ended = false;
  const turn = () => {
    const now = process.threadCpuUsage();
    longest = Math.max(longest, now.user + now.system - last.user - last.system);
    last = now;
    if (!ended) setImmediate(turn);
  };
  setImmediate(turn);
  return () => {
    ended = true;
    return longest / 1000;
  };
}
