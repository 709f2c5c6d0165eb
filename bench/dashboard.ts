import { readFile, writeFile } from 'node:fs/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { PERIODS } from '../subgraphs/world/calendar.ts';
import { SCALES, type ScaleName } from '../subgraphs/world/scales.ts';
import { temporarySystem } from '../system/temporary-system.ts';
import { type Quantiles, quantiles } from './live/quantiles.ts';
import { machine } from './load/machine.ts';

const HELP = `Measures how long a shop's dashboard takes through the gateway: all that schema/operations/frontend/ShopDashboard.graphql shows of a
month, of one shop after another. It should take no more than 300 ms, the first time too.

  npm run bench:dashboard                                                scale M, in the embedded database
  npm run bench:dashboard -- --gateway http://127.0.0.1:4000 --scale L   a system that runs, over a PostgreSQL that L was loaded into

  --scale S|M|L    of the sample world: about 1,000, 100,000 or 10 million events
  --shops N        how many shops, from all over the list; 40 by default
  --rounds N       how often each is asked for after the first time; 5 by default
  --gateway URL    a system that runs over PostgreSQL, with its doors open (development mode); without it one is started over a folder of its own

Prints, and writes bench/results/dashboard.json: the row of that scale anew, the others as they are. Ends with 1 where an answer tells of errors.

Example: npm run bench:dashboard -- --scale S --shops 10 --rounds 2`;

const OPERATION = 'schema/operations/frontend/ShopDashboard.graphql';
const RESULTS = 'bench/results/dashboard.json';

/** What was measured of one scale, from the request to the end of its answer, in milliseconds. */
interface Row {
  readonly scale: ScaleName;
  readonly database: 'embedded' | 'PostgreSQL';
  readonly shops: number;
  /** Of shops that nobody has asked for before. */
  readonly first: Quantiles;
  readonly again: Quantiles;
}

interface Asked {
  readonly scale: ScaleName;
  readonly shops: number;
  readonly rounds: number;
  readonly gateway: string | undefined;
}

async function measure(asked: Asked): Promise<Row> {
  if (asked.gateway !== undefined) return { ...(await measureAt(asked.gateway, asked)), database: 'PostgreSQL' };
  await using system = await temporarySystem(asked.scale);
  return { ...(await measureAt(system.urls.gateway, asked)), database: 'embedded' };
}

async function measureAt(gateway: string, { scale, shops, rounds }: Asked) {
  const query = await readFile(OPERATION, 'utf8');
  const time = async () => {
    const times: number[] = [];
    for (const shopId of shopsOf(scale, shops)) times.push(await ask(gateway, query, shopId));
    return times;
  };
  // The last shop of the list, which is not among those measured, warms up what belongs to no shop: plans, statements, code.
  for (let request = 0; request < 20; request++) await ask(gateway, query, `shop_${SCALES[scale].shops}`);
  const first = await time();
  const again: number[] = [];
  for (let round = 0; round < rounds; round++) again.push(...(await time()));
  return { scale, shops, first: quantiles(first), again: quantiles(again) };
}

/** Shops as far from each other in the list as there is room. */
function shopsOf(scale: ScaleName, count: number): string[] {
  const step = SCALES[scale].shops / count;
  return Array.from({ length: count }, (_, place) => `shop_${1 + Math.floor(place * step)}`);
}

async function ask(gateway: string, query: string, shopId: string): Promise<number> {
  const began = performance.now();
  const response = await fetch(`${gateway}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { shopId, range: PERIODS.Y1 } }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const took = performance.now() - began;
  if (errors) throw new Error(`${shopId}: ${errors[0]?.message}`);
  if (!data.shop) throw new Error(`There is no ${shopId}: is --scale that of the system's world?`);
  return took;
}

interface Answer {
  readonly data: { readonly shop: object | null };
  readonly errors?: readonly { readonly message: string }[];
}

async function run(asked: Asked): Promise<void> {
  const row = await measure(asked);
  const { first, again, ...what } = row;
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table([
    { ...what, asked: 'for the first time', ...first },
    { ...what, asked: 'again', ...again },
  ]);
  const kept = await readFile(RESULTS, 'utf8').catch(() => '{"rows":[]}');
  const { rows } = JSON.parse(kept) as { rows: Row[] };
  const report = {
    measuredOn: new Date().toISOString(),
    machine: machine(),
    rows: [...rows.filter(({ scale }) => scale !== row.scale), row],
  };
  await writeFile(RESULTS, `${JSON.stringify(report, null, 2)}\n`);
}

const { values } = readCommandLine({
  options: {
    scale: { type: 'string', default: 'M' },
    shops: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '5' },
    gateway: { type: 'string' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else {
  const { scale, shops, rounds, gateway } = values;
  await run({ scale: scale as ScaleName, shops: Number(shops), rounds: Number(rounds), gateway });
}
