import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import autocannon from 'autocannon';
import { readCommandLine } from '../settings/command-line.ts';
import type { System } from '../system/launch.ts';
import { temporarySystem } from '../system/temporary-system.ts';
import { cpuSeconds } from './cpu-seconds.ts';

const HELP = `Measures the whole system: the gateway and both subgraphs, over an embedded database with the sample world.

  npm run bench                                     scale M, 10 s for each workload, 16 connections

Prints a table, and writes bench/results/system.json.

Example: npm run bench -- --scale S --seconds 3`;

/** A request that clients send; `variables` are taken in turn. */
interface Workload {
  readonly name: string;
  readonly file: string;
  readonly variables: readonly object[];
}

/** One row of the result. CPU is in milliseconds per request, for each process. */
interface Measurement {
  readonly workload: string;
  readonly requestsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuMsPerRequest: Readonly<Record<string, number>>;
}

const WORKLOADS: readonly Workload[] = [
  {
    name: 'NotePage',
    file: 'schema/operations/frontend/NotePage.graphql',
    variables: Array.from({ length: 50 }, (_, index) => ({ id: `note_${index + 1}` })),
  },
  {
    name: 'SearchPage',
    file: 'schema/operations/frontend/SearchPage.graphql',
    variables: ['防晒', '露营', '通勤', '早八', 'sunscreen', '换季敏感肌'].map((text) => ({ text })),
  },
];

async function load(system: System, workload: Workload, connections: number, seconds: number) {
  const query = await readFile(workload.file, 'utf8');
  return autocannon({
    url: `${system.urls.gateway}/graphql`,
    connections,
    duration: seconds,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    requests: workload.variables.map((variables) => ({ body: JSON.stringify({ query, variables }) })),
  });
}

async function measure(system: System, workload: Workload, connections: number, seconds: number): Promise<Measurement> {
  await load(system, workload, connections, Math.min(3, seconds));
  const before = await cpuSeconds(system.urls);
  const result = await load(system, workload, connections, seconds);
  const after = await cpuSeconds(system.urls);
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${workload.name}: ${result.non2xx + result.errors} requests failed`);
  const answered = result['2xx'];
  const cpu = Object.entries(after).map(([name, value]) => [
    name,
    round(((value - (before[name] ?? 0)) * 1000) / answered),
  ]);
  return {
    workload: workload.name,
    requestsPerSecond: round(result.requests.average),
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
    cpuMsPerRequest: Object.fromEntries(cpu),
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

async function run(scale: string, connections: number, seconds: number): Promise<void> {
  await using system = await temporarySystem(scale);
  const rows: Measurement[] = [];
  for (const workload of WORKLOADS) {
    process.stdout.write(`measuring ${workload.name} …\n`);
    rows.push(await measure(system, workload, connections, seconds));
  }
  const table = rows.map(({ cpuMsPerRequest, ...row }) => {
    const cpu = Object.entries(cpuMsPerRequest).map(([name, value]) => [`${name} CPU ms`, value]);
    return { ...row, ...Object.fromEntries(cpu) };
  });
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(table);
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
  const report = { scale, connections, seconds, measuredOn: new Date().toISOString(), machine, rows };
  await writeFile('bench/results/system.json', `${JSON.stringify(report, null, 2)}\n`);
}

const { values } = readCommandLine({
  options: {
    scale: { type: 'string', default: 'M' },
    seconds: { type: 'string', default: '10' },
    connections: { type: 'string', default: '16' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else await run(values.scale, Number(values.connections), Number(values.seconds));
