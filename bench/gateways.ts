import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { type Brought, broughtWorkload } from './gateways/brought-workload.ts';
import { contenders, missingPackages, STOCK } from './gateways/contenders.ts';
import { canPin, stepAside } from './gateways/cores.ts';
import { type Measuring, measure } from './gateways/measure.ts';
import { type Recorded, recording, writeReplay } from './gateways/replay-file.ts';
import { environmentOf, type Ratio, type Report, type Row, rowsOf } from './gateways/report.ts';
import { tableOf } from './gateways/table.ts';
import { MODES, type Workload } from './gateways/workload.ts';

/** Where a run of everything is kept; README's figures are written from it. */
const RESULTS = 'bench/results/gateways.json';

const HELP = `Measures gateways against each other: CPU per request, throughput, memory, requests to subgraphs.

Each gateway is a process of its own on one core. Subgraphs and clients are on another: what a subgraph has answered once is replayed. Every
gateway's answer is first compared with the stock gateway's. Rounds are interleaved; the figures are medians.

  npm run bench:gateways                              everything; writes ${RESULTS}
  npm run bench:gateways -- --only redcat --workloads deep,small --modes alike
  npm run bench:gateways -- --only redcat-partner,floor,floor-http --modes unshared

  --rounds <n>         how often each gateway is loaded (7)
  --seconds <n>        how long each time (3)
  --warmup <n>         how many seconds each is loaded before the first round (10): V8 still compiles in the first eight
  --connections <n>    from how many connections (50)
  --only <ids>         these gateways, beside the stock one: ${contenders.map(({ id }) => id).join(', ')}
  --workloads <names>  these of NotePage, SearchPage, small, deep
  --modes <names>      these of ${MODES.join(', ')}: each request with a forwarded header of its own, or all with the same
  --results <file>     where to write the figures; a run of everything writes ${RESULTS}
  --profiles <folder>  also write a CPU profile of each gateway

A workload of your own, as --supergraph shop.graphql --query cart.graphql --subgraphs users=http://127.0.0.1:4001/graphql:

  --supergraph <file>  its supergraph, composed
  --query <file>       one operation, with a name
  --variables <file>   JSON
  --subgraphs <which>  name=url,name=url; or a file that --record wrote; else the supergraph's own addresses
  --record <file>      keep what the subgraphs answered

Example: npm run bench:gateways -- --only redcat --workloads small --rounds 3 --seconds 1`;

const options = {
  rounds: { type: 'string', default: '7' },
  seconds: { type: 'string', default: '3' },
  warmup: { type: 'string', default: '10' },
  connections: { type: 'string', default: '50' },
  only: { type: 'string' },
  workloads: { type: 'string' },
  modes: { type: 'string' },
  results: { type: 'string' },
  profiles: { type: 'string' },
  supergraph: { type: 'string' },
  query: { type: 'string' },
  variables: { type: 'string' },
  subgraphs: { type: 'string' },
  record: { type: 'string' },
  help: { type: 'boolean' },
} as const;

type Values = ReturnType<typeof readCommandLine<{ options: typeof options }>>['values'];

type Measured = (workload: Workload) => Promise<void>;

async function run(values: Values): Promise<void> {
  const chosen = pick('--only', values.only, contenders, ({ id }) => id, [STOCK]);
  const modes = pick('--modes', values.modes, MODES, (mode) => mode);
  const measuring = measuringOf(values);
  installPackages(missingPackages(chosen));
  if (measuring.pinned) stepAside();
  else say('There is no second core, or no taskset: gateways share theirs with the load, and figures are rough.');
  const [rows, ratios]: [Row[], Ratio[]] = [[], []];
  const measured: Measured = async (workload) => {
    for (const mode of modes) {
      const part = rowsOf(workload.name, mode, await measure(workload, mode, chosen, measuring));
      process.stdout.write(`${tableOf(part)}\n`);
      rows.push(...part.rows);
      ratios.push(...part.ratios);
    }
  };
  const { supergraph, query, only, workloads } = values;
  if (supergraph !== undefined && query !== undefined) await withBrought({ ...values, supergraph, query }, measured);
  else await withOwn(workloads, measured);
  const whole = [supergraph, only, workloads, values.modes].every((narrowing) => narrowing === undefined);
  const file = values.results ?? (whole ? RESULTS : undefined);
  if (file !== undefined) await writeReport(file, { environment: environmentOf(measuring), rows, ratios });
}

async function withOwn(names: string | undefined, measured: Measured): Promise<void> {
  const { ownWorkloads } = await import('./gateways/own-workloads.ts');
  for (const [name, open] of pick('--workloads', names, Object.entries(ownWorkloads), ([name]) => name)) {
    say(`${name}: starting its subgraphs`);
    await using workload = await open();
    await measured(workload);
  }
}

async function withBrought(values: Values & Pick<Brought, 'supergraph' | 'query'>, measured: Measured): Promise<void> {
  const { supergraph, query, variables, subgraphs, record } = values;
  const workload = await broughtWorkload({ supergraph, query, variables, subgraphs });
  const recorded: Recorded[] = [];
  await measured({ ...workload, subgraphs: recording(workload.subgraphs, recorded) });
  if (record === undefined) return;
  await writeReplay(record, recorded);
  say(`wrote ${record}`);
}

async function writeReport(file: string, report: Report): Promise<void> {
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`);
  say(`wrote ${file}`);
}

/** Those of a list that an option names, with commas between; all of them without it. */
function pick<T>(
  option: string,
  names: string | undefined,
  all: readonly T[],
  nameOf: (each: T) => string,
  always: readonly T[] = [],
): T[] {
  if (names === undefined) return [...all];
  const wanted = names.split(',');
  const unknown = wanted.filter((name) => !all.some((each) => nameOf(each) === name));
  if (unknown.length > 0)
    throw new Error(`${option}: there is no ${unknown.join(', ')} in ${all.map(nameOf).join(', ')}`);
  return all.filter((each) => wanted.includes(nameOf(each)) || always.includes(each));
}

function measuringOf(values: Values): Measuring {
  const number = (option: 'rounds' | 'seconds' | 'warmup' | 'connections') => {
    const value = Number(values[option]);
    if (!(value > 0)) throw new Error(`--${option} is a number above 0`);
    return value;
  };
  const [rounds, seconds] = [number('rounds'), number('seconds')];
  const [warmup, connections] = [number('warmup'), number('connections')];
  return { rounds, seconds, warmup, connections, pinned: canPin(), say, profiles: values.profiles };
}

function installPackages(folders: readonly string[]): void {
  for (const folder of folders) {
    say(`installing the packages of ${folder}, once (npm ci --prefix bench installs all of them)`);
    const { status } = spawnSync('npm', ['ci', '--prefix', folder, '--no-audit', '--no-fund'], { stdio: 'inherit' });
    if (status !== 0)
      throw new Error(`The packages of ${folder} could not be installed; --only chooses other gateways`);
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

const { values } = readCommandLine({ options });
if (values.help) process.stdout.write(`${HELP}\n`);
else if ((values.supergraph === undefined) !== (values.query === undefined)) {
  say('--supergraph and --query go together (--help tells more)');
  process.exitCode = 2;
} else await run(values);
