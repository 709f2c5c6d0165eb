import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readCommandLine } from '../settings/command-line.ts';
import { DURABLE_SETTINGS, startDurablePostgres } from '../system/postgres/durable.ts';
import { cpuSeconds } from './cpu-seconds.ts';
import { askClient, startClient } from './load/client-process.ts';
import { createDatabase } from './load/create-database.ts';
import { machine } from './load/machine.ts';
import { treeCpuSeconds } from './load/process-cpu.ts';
import { temporaryFolder } from './load/temporary-folder.ts';
import { type BareReport, bareOnPglite, bareOnPostgres } from './recording/bare-insert.ts';
import type { ClientOrder, ClientReport } from './recording/client.ts';
import { loadWorld, startCommerce } from './recording/commerce.ts';
import type { DoorName } from './recording/door.ts';

const HELP = `Measures how many events a second one commerce process records, with attribution and figures, each batch durable when it is
answered. The client is a process of its own on the same machine.

  npm run bench:recording                             PostgreSQL for 60 s, then PGlite for 20 s
  npm run bench:recording -- --engine postgres --seconds 10 --scale S

  --engine postgres|pglite   one of them alone
  --seconds N                how long on PostgreSQL, 60 by default; a third of it on PGlite
  --batch N                  events in a batch, 500 by default
  --connections N            batches under way at once, 8 by default
  --door events|graphql      POST /events (by default), or the mutation eventsRecord
  --scale S|M                the sample world that is there before, M by default
  --profile                  commerce writes a CPU profile (.cpuprofile) into the current folder when it ends

PostgreSQL runs with ${Object.entries(DURABLE_SETTINGS)
  .map(([name, value]) => `${name}=${value}`)
  .join(', ')}.
The events are journeys of 200,000 persons over the world's links, few of them popular (Zipf): 61 % reads, 18 % clicks, 11 % visits, 4 %
carts, 6 % stages of orders and refunds; 5 % denied consent, 10 % without a person, 3 % in reverse; ids are random.
"bare" is INSERT … SELECT unnest … ON CONFLICT DO NOTHING of the same names into a table like the identities', in as many parts, a commit for each batch.
Prints, and writes bench/results/recording.json.

Example: npm run bench:recording -- --engine pglite --seconds 10 --scale S`;

/** What one engine did. CPU in microseconds per event. */
interface Row {
  readonly engine: string;
  readonly eventsPerSecond: number;
  readonly seconds: number;
  readonly events: number;
  readonly rejected: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly commerceMicros: number;
  readonly databaseMicros: number | null;
  readonly clientMicros: number;
  readonly bareRowsPerSecond: number;
  readonly ofBare: number;
}

interface Options {
  readonly seconds: number;
  readonly batch: number;
  readonly connections: number;
  readonly scale: 'S' | 'M';
  readonly door: DoorName;
  readonly profile: boolean;
}

const BARE_ROWS = 500_000;

async function onPostgres(options: Options): Promise<Row> {
  await using folder = await temporaryFolder();
  await using postgres = await startDurablePostgres(process.env.PATH);
  await createDatabase(postgres.url(), 'commerce');
  const url = postgres.url('commerce');
  const folders = {
    COMMERCE_DATA_FOLDER: join(folder.path, 'commerce'),
    CONTENT_DATA_FOLDER: join(folder.path, 'content'),
  };
  const env = { COMMERCE_DATABASE_URL: url, ...folders };
  await loadWorld(options.scale, env);
  const measured = await measure(options, env, () => treeCpuSeconds(postgres.pid()));
  const bare = await bareOnPostgres(url, options.batch, BARE_ROWS);
  return rowOf(`PostgreSQL ${postgres.version}`, measured, bare);
}

async function onPglite(options: Options): Promise<Row> {
  await using folder = await temporaryFolder();
  const commerceFolder = join(folder.path, 'commerce');
  const env = { COMMERCE_DATA_FOLDER: commerceFolder, CONTENT_DATA_FOLDER: join(folder.path, 'content') };
  await loadWorld(options.scale, env);
  const measured = await measure({ ...options, seconds: options.seconds / 3 }, env, () => undefined);
  return rowOf('PGlite', measured, await bareOnPglite(join(commerceFolder, 'pglite'), options.batch, BARE_ROWS));
}

interface Measured {
  readonly client: ClientReport;
  readonly commerceSeconds: number;
  readonly databaseSeconds: number | null;
}

async function measure(options: Options, env: NodeJS.ProcessEnv, databaseCpu: () => number | undefined) {
  const { profile, ...load } = options;
  const nodeOptions = profile ? { NODE_OPTIONS: '--cpu-prof' } : {};
  await using commerce = await startCommerce({ ...env, ...nodeOptions });
  const cpu = async () => {
    const { commerce: used = 0 } = await cpuSeconds({ commerce: commerce.url });
    return { commerce: used, database: databaseCpu() };
  };
  await runClient({ ...load, url: commerce.url, seconds: Math.min(3, load.seconds), seed: 1 });
  const before = await cpu();
  const client = await runClient({ ...load, url: commerce.url, seed: 2 });
  const after = await cpu();
  return {
    client,
    commerceSeconds: after.commerce - before.commerce,
    databaseSeconds:
      after.database === undefined || before.database === undefined ? null : after.database - before.database,
  };
}

function runClient(order: ClientOrder): Promise<ClientReport> {
  return askClient(startClient('bench/recording/client.ts'), order);
}

function rowOf(engine: string, { client, commerceSeconds, databaseSeconds }: Measured, bare: BareReport): Row {
  const { accepted, rejected, seconds, p50Ms, p99Ms } = client;
  const micros = (used: number) => Math.round((used / accepted) * 1e7) / 10;
  const eventsPerSecond = Math.round(accepted / seconds);
  return {
    engine,
    eventsPerSecond,
    seconds: Math.round(seconds),
    events: accepted,
    rejected,
    p50Ms,
    p99Ms,
    commerceMicros: micros(commerceSeconds),
    databaseMicros: databaseSeconds === null ? null : micros(databaseSeconds),
    clientMicros: micros(client.cpuSeconds),
    bareRowsPerSecond: bare.rowsPerSecond,
    ofBare: Math.round((eventsPerSecond / bare.rowsPerSecond) * 1_000) / 1_000,
  };
}

const ENGINES: Readonly<Record<string, (options: Options) => Promise<Row>>> = {
  postgres: onPostgres,
  pglite: onPglite,
};

async function run(engines: readonly string[], options: Options): Promise<void> {
  const rows: Row[] = [];
  for (const engine of engines) {
    const measureOn = ENGINES[engine];
    if (!measureOn) throw new Error(`--engine ${engine} is none of ${Object.keys(ENGINES).join(', ')}`);
    process.stdout.write(`measuring on ${engine} …\n`);
    rows.push(await measureOn(options));
  }
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(rows);
  const report = {
    ...options,
    postgres: DURABLE_SETTINGS,
    measuredOn: new Date().toISOString(),
    machine: machine(),
    rows,
  };
  await writeFile('bench/results/recording.json', `${JSON.stringify(report, null, 2)}\n`);
}

const { values } = readCommandLine({
  options: {
    engine: { type: 'string' },
    seconds: { type: 'string', default: '60' },
    batch: { type: 'string', default: '500' },
    connections: { type: 'string', default: '8' },
    scale: { type: 'string', default: 'M' },
    door: { type: 'string', default: 'events' },
    profile: { type: 'boolean', default: false },
    help: { type: 'boolean' },
  },
});
if (values.help) {
  process.stdout.write(`${HELP}\n`);
} else {
  await run(values.engine ? [values.engine] : Object.keys(ENGINES), {
    seconds: Number(values.seconds),
    batch: Number(values.batch),
    connections: Number(values.connections),
    scale: values.scale === 'S' ? 'S' : 'M',
    door: values.door === 'graphql' ? 'graphql' : 'events',
    profile: values.profile,
  });
}
