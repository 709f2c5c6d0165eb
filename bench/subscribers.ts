import type { ChildProcess } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { readCommandLine } from '../settings/command-line.ts';
import { linkClicksOf } from './live/link-clicks.ts';
import { liveSystem } from './live/live-system.ts';
import { metricOf } from './live/metric.ts';
import { type Quantiles, quantiles } from './live/quantiles.ts';
import type { Seen, SubscribersOrder } from './live/subscribers-client.ts';
import { viewersOnly } from './live/viewers.ts';
import { warmUp } from './live/warm-up.ts';
import { type LoadLink, linksOf } from './load/catalogue.ts';
import { askClient, startClient } from './load/client-process.ts';
import { machine } from './load/machine.ts';
import { temporaryFolder } from './load/temporary-folder.ts';
import { openDoor } from './recording/door.ts';

const HELP = `Measures what many subscribers cost one gateway, over WebSocket, and whether each sees every change. Clients are two other processes.

  npm run bench:subscribers                               5,000 subscribers of 100 notes
  npm run bench:subscribers -- --viewers distinct          each shows a token of its own, and one in ten is refused a field

In each round every note gets a click, and each subscriber has to see it; in the second half of the rounds one subscriber of each client
process reads nothing. Memory is the growth of the gateway's resident set, once queries let it grow no more, beyond what 200 subscribers that came
first had taken.
Prints, and writes bench/results/subscribers.json, of distinct viewers subscribers-distinct.json. Ends with 1 where a change never came.

Example: npm run bench:subscribers -- --subscribers 1000 --notes 20 --rounds 3`;

const FIRST = 200;
const CLIENTS = 2;
const SETTLE_MS = 8_000;
const DEADLINE_MS = 30_000;

interface Asked {
  readonly subscribers: number;
  readonly notes: number;
  readonly rounds: number;
  /** Whether each subscriber shows a token of its own. */
  readonly distinct: boolean;
}

interface Report {
  readonly subscribers: number;
  readonly notes: number;
  readonly kilobytesPerSubscriber: number;
  readonly heapKilobytesPerSubscriber: number;
  readonly upstreamSubscriptions: number;
  readonly changes: number;
  readonly missing: number;
  /** From the acknowledgement of the clicks to each subscriber's message, in milliseconds. */
  readonly allReading: Quantiles;
  readonly withStalled: Quantiles;
}

async function measure({ subscribers, notes, rounds, distinct }: Asked): Promise<Report> {
  await using folder = await temporaryFolder();
  const viewers = distinct ? await viewersOnly(folder.path) : undefined;
  const headers = viewers?.headers ?? {};
  await using system = await liveSystem('M', { COMMERCE_LIVE_INTERVAL_MS: '0', ...viewers?.settings });
  const { gateway } = system.urls;
  const links = linksByNote(notes);
  const clients = Array.from({ length: CLIENTS }, () => startClient('bench/live/subscribers-client.ts'));
  try {
    const come = (from: number, count: number) =>
      askAll(clients, (client) => ({
        do: 'subscribe',
        gateway,
        notes: [...links.keys()],
        count: count / CLIENTS,
        from: from + (client * count) / CLIENTS,
        privateKey: viewers?.privateKey,
      }));
    process.stdout.write('queries until the memory of the gateway grows no more …\n');
    await warmUp(gateway, [...links.keys()], headers);
    await come(0, FIRST);
    const before = await memory(gateway, headers);
    process.stdout.write(`${subscribers} subscribers are coming …\n`);
    await come(FIRST, subscribers - FIRST);
    const after = await memory(gateway, headers);
    const upstreamSubscriptions = await metricOf(gateway, 'gateway_upstream_subscriptions', headers);
    const click = await clicker({ gateway, links, clients, headers });
    const half = Math.ceil(rounds / 2);
    const reading = await click(half);
    await askAll(clients, () => ({ do: 'stall', note: [...links.keys()][0] as string }));
    const stalled = await click(rounds - half);
    const each = (of: keyof typeof before) => Math.round((after[of] - before[of]) / (subscribers - FIRST) / 102.4) / 10;
    return {
      subscribers,
      notes,
      kilobytesPerSubscriber: each('resident'),
      heapKilobytesPerSubscriber: each('heap'),
      upstreamSubscriptions,
      changes: reading.times.length + stalled.times.length,
      missing: reading.missing + stalled.missing,
      allReading: quantiles(reading.times),
      withStalled: quantiles(stalled.times),
    };
  } finally {
    for (const client of clients) client.kill();
  }
}

/** A link of each of so many notes. */
function linksByNote(notes: number): Map<string, LoadLink> {
  const links = new Map<string, LoadLink>();
  for (const link of linksOf('M')) {
    if (links.size === notes) break;
    if (!links.has(link.noteId)) links.set(link.noteId, link);
  }
  return links;
}

async function askAll<Answer>(
  clients: readonly ChildProcess[],
  orderOf: (client: number) => SubscribersOrder,
): Promise<Answer[]> {
  return Promise.all(clients.map((client, index) => askClient<Answer>(client, orderOf(index))));
}

async function memory(gateway: string, headers: Record<string, string>) {
  await sleep(SETTLE_MS);
  return {
    resident: await metricOf(gateway, 'process_resident_memory_bytes', headers),
    heap: await metricOf(gateway, 'nodejs_heap_size_used_bytes', headers),
  };
}

interface Clicker {
  readonly gateway: string;
  readonly links: ReadonlyMap<string, LoadLink>;
  readonly clients: readonly ChildProcess[];
  readonly headers: Record<string, string>;
}

/** Gives a function that clicks on every note once a round, and waits until all subscribers have seen it. */
async function clicker({ gateway, links, clients, headers }: Clicker) {
  const door = openDoor('events', gateway, 1, headers);
  const clicks: Record<string, number> = {};
  for (const noteId of links.keys()) clicks[noteId] = await linkClicksOf(gateway, noteId, headers);
  return async (rounds: number) => {
    const times: number[] = [];
    let missing = 0;
    for (let round = 0; round < rounds; round++) {
      const events = [...links.values()].map(({ linkId }) => ({
        eventId: crypto.randomUUID(),
        stage: 'LINK_CLICK',
        occurredAt: new Date().toISOString(),
        productLinkId: linkId,
      }));
      for (const noteId of links.keys()) clicks[noteId] = (clicks[noteId] ?? 0) + 1;
      await door.send(door.bodyOf(events));
      const at = Date.now();
      const seen = await askAll<Seen>(clients, () => ({ do: 'see', clicks, deadlineMs: DEADLINE_MS }));
      for (const one of seen) {
        missing += one.missing;
        for (const seenAt of one.at) times.push(Math.max(0, seenAt - at));
      }
    }
    return { times, missing };
  };
}

async function run(asked: Asked): Promise<void> {
  const measured = await measure(asked);
  // biome-ignore lint/suspicious/noConsole: the table is what the command is for
  console.table(measured);
  const report = { rounds: asked.rounds, measuredOn: new Date().toISOString(), machine: machine(), ...measured };
  const name = asked.distinct ? 'subscribers-distinct' : 'subscribers';
  await writeFile(`bench/results/${name}.json`, `${JSON.stringify(report, null, 2)}\n`);
  if (measured.missing > 0) process.exitCode = 1;
}

const { values } = readCommandLine({
  options: {
    subscribers: { type: 'string', default: '5000' },
    notes: { type: 'string', default: '100' },
    rounds: { type: 'string', default: '10' },
    viewers: { type: 'string', default: 'alike' },
    help: { type: 'boolean' },
  },
});
if (values.help) process.stdout.write(`${HELP}\n`);
else {
  const { subscribers, notes, rounds, viewers } = values;
  await run({
    subscribers: Number(subscribers),
    notes: Number(notes),
    rounds: Number(rounds),
    distinct: viewers === 'distinct',
  });
}
