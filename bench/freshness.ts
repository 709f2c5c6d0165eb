import { writeFile } from 'node:fs/promises';
import { readCommandLine } from '../settings/command-line.ts';
import type { FreshnessOrder, FreshnessReport } from './live/freshness-client.ts';
import { liveSystem } from './live/live-system.ts';
import { askClient, startClient } from './load/client-process.ts';
import { machine } from './load/machine.ts';

const HELP = `Measures how soon figures tell of what was acknowledged, through the gateway, while events are recorded at a steady rate: in a query
right after the acknowledgement (the click has to be in it), and on the screen of a subscriber, from the acknowledgement to the message.

  npm run bench:freshness                          20 s with messages coalesced to one a second, 20 s without

Twenty notes are watched over WebSocket; title and figures come from two subgraphs. Commerce runs on PostgreSQL, fsync on.
Prints, and writes bench/results/freshness.json. Ends with 1 where a query was stale or a change never came.

Example: npm run bench:freshness -- --rate 200 --seconds 10`;

type Row = FreshnessReport & { readonly intervalMs: number };

async function measure(intervalMs: number, eventsPerSecond: number, seconds: number): Promise<Row> {
  await using system = await liveSystem('S', { COMMERCE_LIVE_INTERVAL_MS: String(intervalMs) });
  const client = startClient('bench/live/freshness-client.ts');
  const order: FreshnessOrder = { gateway: system.urls.gateway, eventsPerSecond, seconds };
  return { intervalMs, ...(await askClient<FreshnessReport>(client, order)) };
}

async function run(eventsPerSecond: number, seconds: number): Promise<void> {
  const rows: Row[] = [];
  for (const intervalMs of [1_000, 0]) rows.push(await measure(intervalMs, eventsPerSecond, seconds));
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(rows.map(({ toScreen, ...row }) => ({ ...row, ...toScreen })));
  const report = { seconds, measuredOn: new Date().toISOString(), machine: machine(), rows };
  await writeFile('bench/results/freshness.json', `${JSON.stringify(report, null, 2)}\n`);
  if (rows.some(({ stale, missing }) => stale + missing > 0)) process.exitCode = 1;
}

const { values } = readCommandLine({
  options: {
    rate: { type: 'string', default: '500' },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else await run(Number(values.rate), Number(values.seconds));
