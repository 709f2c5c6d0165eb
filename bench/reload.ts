import { rename, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { getHeapSpaceStatistics } from 'node:v8';
import { startDeepGateway } from './deep-gateway.ts';
import { DEEP_QUERY, SMALL_QUERY } from './engine/deep-world.ts';
import { readCount } from './read-count.ts';

const HELP = `Reloads the supergraph under load, again and again: does any request fail, and does the main thread's heap after a collection grow?
The trend is that of the second half. Objects are told apart from code: V8 keeps compiling what runs for longer, whatever is reloaded.

  npm run bench:reload                       prints it

  --reloads <n>    how often (1000)

Example: npm run bench:reload -- --reloads 100`;

const RELOADS = readCount('reloads', 1000, HELP);
/** Different operations that are asked in turn, so that what is cached of them does not grow for ever. */
const FRESH = 50;
/** Between two rounds of requests, in milliseconds: the load is to be there, not to take the machine from reloads. */
const PAUSE = 40;
const SWAPPED = 'serving a new supergraph';

/** Where V8 keeps bytecode and machine code; all other spaces hold objects. */
const CODE_SPACES = new Set(['code_space', 'code_large_object_space', 'trusted_space', 'trusted_large_object_space']);

const collect = globalThis.gc;
if (!collect) throw new Error('npm run bench:reload starts it with --expose-gc');

await using gateway = await startDeepGateway();
/** Kilobytes after the collection that follows each reload. */
const heap = { objects: [] as number[], code: [] as number[] };
const failures: string[] = [];
let answered = 0;
let swaps = 0;
let loading = true;

/** Asks what is known, and what the snapshot of the moment may not know. */
async function load(): Promise<void> {
  for (let turn = 0; loading; turn++) {
    const fresh = `query Fresh${turn % FRESH} { me { name reviews { body } } }`;
    const asked = await gateway.ask(SMALL_QUERY, fresh, ...(turn % 10 === 0 ? [DEEP_QUERY] : []));
    answered += asked.answered;
    failures.push(...asked.failures);
    await sleep(PAUSE);
  }
}

const loaded = load();
for (let reload = 1; reload <= RELOADS; reload++) {
  await writeFile(`${gateway.file}.next`, `${gateway.supergraphSdl}\n# ${reload}\n`);
  await rename(`${gateway.file}.next`, gateway.file);
  while (swaps < reload) {
    await sleep(10);
    swaps += gateway.said.splice(0).filter((message) => message === SWAPPED).length;
  }
  collect();
  weigh();
  if (reload % 50 === 0 && reload < RELOADS) tell(reload);
}
loading = false;
await loaded;
tell(RELOADS);

for (const failure of failures.slice(0, 5)) process.stdout.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

/** Notes how much of the heap is in use. */
function weigh(): void {
  const used = { objects: 0, code: 0 };
  for (const { space_name, space_used_size } of getHeapSpaceStatistics()) {
    used[CODE_SPACES.has(space_name) ? 'code' : 'objects'] += space_used_size / 1024;
  }
  heap.objects.push(used.objects);
  heap.code.push(used.code);
}

/** Tells how it went so far, and the trend of the second half. */
function tell(reloads: number): void {
  process.stdout.write(
    `${reloads} reloads under ${answered} requests, of which ${failures.length} failed; main thread after collection: ` +
      `${trend('objects', heap.objects)}; ${trend('code', heap.code)}; ` +
      `resident ${(process.memoryUsage().rss / 1024 / 1024).toFixed(0)} MB\n`,
  );
}

function trend(what: string, values: readonly number[]): string {
  const half = values.slice(Math.floor(values.length / 2));
  const [least, most] = [Math.min(...half).toFixed(0), Math.max(...half).toFixed(0)];
  return `${what} ${least} to ${most} KB over the last ${half.length}, ${slope(half).toFixed(3)} KB a reload`;
}

/** The slope of the line that fits best (least squares), per step. */
function slope(values: readonly number[]): number {
  const middle = (values.length - 1) / 2;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const covariance = values.reduce((sum, value, index) => sum + (index - middle) * (value - mean), 0);
  return covariance / values.reduce((sum, _value, index) => sum + (index - middle) ** 2, 0);
}
