import { writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { type Buckets, bucketQuantile, bucketsOf } from './live/buckets.ts';
import { liveSystem } from './live/live-system.ts';
import { metricOf } from './live/metric.ts';
import { type Quantiles, quantiles } from './live/quantiles.ts';
import { linksOf } from './load/catalogue.ts';
import { askClient, startClient } from './load/client-process.ts';
import { machine } from './load/machine.ts';
import type { DiskOrder } from './taps/disk-client.ts';

const HELP = `Measures one-tap links: how long a tap waits until it is in commerce's journal on the disk, which no tap should do for more than
20 ms, and how long its whole answer takes, through the gateway; beside it, what one write through to the same disk takes meanwhile.

  npm run bench:taps                              200 taps a second for 20 s

The waits are commerce's own (commerce_tap_journal_seconds), so that quantiles are read off its buckets. Taps are counted meanwhile, in a
PostgreSQL that writes through to the disk. Prints, and writes bench/results/taps.json. Ends with 1 where a tap was lost.

Example: npm run bench:taps -- --rate 100 --seconds 5`;

/** A phone's browser: it is led on, where a desktop gets a page. */
const PHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1';
const WAIT = 'commerce_tap_journal_seconds';
const DESTINATIONS = 'productLinks(first: 20) { nodes { destination { jumpUrl } } }';
const LINKS = 50;
const WARMUP_SECONDS = 3;
const GROUP_MS = 10;

interface Report {
  readonly tapsPerSecond: number;
  readonly taps: number;
  readonly lost: number;
  /** What the journal adds, in milliseconds. */
  readonly journal: { readonly p50: number; readonly p99: number };
  /** Share of taps that the journal held up for 20 ms at most. */
  readonly within20Ms: number;
  /** What one write through to the same disk took meanwhile, of a process that does nothing else, in milliseconds. */
  readonly disk: Quantiles;
  /** Whole answers, in milliseconds. */
  readonly answer: Quantiles;
}

async function measure(rate: number, seconds: number): Promise<Report> {
  await using system = await liveSystem('S', {});
  const { gateway, commerce } = system.urls;
  const urls = await jumpUrls(gateway);
  await tap(urls, rate, WARMUP_SECONDS);
  const before = await bucketsOf(commerce, WAIT);
  const order: DiskOrder = { folder: system.folder, seconds };
  const probing = askClient<Quantiles>(startClient('bench/taps/disk-client.ts'), order);
  const times = await tap(urls, rate, seconds);
  const waits = difference(await bucketsOf(commerce, WAIT), before);
  const within = waits.find(({ upTo }) => upTo === 0.02)?.count ?? 0;
  const taps = waits.at(-1)?.count ?? 0;
  const milliseconds = (share: number) => Math.round(bucketQuantile(waits, share) * 10_000) / 10;
  return {
    tapsPerSecond: rate,
    taps,
    lost: times.length - taps + (await metricOf(commerce, 'commerce_taps_lost_total')),
    journal: { p50: milliseconds(0.5), p99: milliseconds(0.99) },
    within20Ms: Math.round((within / taps) * 10_000) / 10_000,
    disk: await probing,
    answer: quantiles(times),
  };
}

async function jumpUrls(gateway: string): Promise<string[]> {
  const links = linksOf('S').filter(({ active }) => active);
  const notes = [...new Set(links.slice(0, LINKS).map(({ noteId }) => noteId))];
  const fields = notes.map((id, index) => `n${index}: note(id: "${id}") { ${DESTINATIONS} }`);
  const query = `{ ${fields.join(' ')} }`;
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${gateway}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query }) });
  const { data } = (await response.json()) as {
    data: Record<string, { productLinks: { nodes: { destination: { jumpUrl: string } | null }[] } } | null>;
  };
  return Object.values(data).flatMap(
    (note) => note?.productLinks.nodes.flatMap(({ destination }) => destination?.jumpUrl ?? []) ?? [],
  );
}

/** Taps at a steady rate. @returns how long each answer took, in milliseconds */
async function tap(urls: readonly string[], rate: number, seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true });
  const answers: Promise<number>[] = [];
  const begun = performance.now();
  for (let spent = 0; spent < seconds; spent = (performance.now() - begun) / 1000) {
    while (answers.length < spent * rate) answers.push(open(urls[answers.length % urls.length] as string, agent));
    await sleep(GROUP_MS);
  }
  const times = await Promise.all(answers);
  agent.destroy();
  return times;
}

function open(url: string, agent: Agent): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const begun = performance.now();
  get(url, { agent, headers: { 'user-agent': PHONE } }, (response) => {
    response.resume();
    if (response.statusCode === 302) response.once('end', () => resolve(performance.now() - begun));
    else reject(new Error(`A tap was answered with ${response.statusCode}`));
  }).once('error', reject);
  return promise;
}

function difference(after: Buckets, before: Buckets): Buckets {
  return after.map(({ upTo, count }, index) => ({ upTo, count: count - (before[index]?.count ?? 0) }));
}

async function run(rate: number, seconds: number): Promise<void> {
  const measured = await measure(rate, seconds);
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(measured);
  const report = { seconds, measuredOn: new Date().toISOString(), machine: machine(), ...measured };
  await writeFile('bench/results/taps.json', `${JSON.stringify(report, null, 2)}\n`);
  if (measured.lost > 0) process.exitCode = 1;
}

const { values } = readCommandLine({
  options: {
    rate: { type: 'string', default: '200' },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else await run(Number(values.rate), Number(values.seconds));
