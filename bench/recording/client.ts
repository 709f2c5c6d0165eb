import { linksOf } from '../load/catalogue.ts';
import { EventStream } from '../load/journeys.ts';
import { randomFrom } from '../load/random.ts';
import { type DoorName, openDoor } from './door.ts';

/** Sends batches as fast as they are answered, from a process of its own; its parent tells it what and for how long. */

export interface ClientOrder {
  readonly url: string;
  readonly door: DoorName;
  readonly scale: 'S' | 'M';
  readonly batch: number;
  readonly connections: number;
  readonly seconds: number;
  readonly seed: number;
}

export interface ClientReport {
  readonly seconds: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly batches: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly cpuSeconds: number;
}

const HOUR_MS = 3_600_000;
/** Journeys under way: what one person does lies some batches apart. */
const WIDTH = 5_000;
/** Events made beforehand for each second; further ones are made while it goes on. */
const MADE_PER_SECOND = 12_000;
const HABITS = {
  persons: 200_000,
  longestAgoMs: 2 * HOUR_MS,
  deniedShare: 0.05,
  anonymousShare: 0.1,
  unorderedShare: 0.03,
};

async function run({ url, door: name, scale, batch, connections, seconds, seed }: ClientOrder): Promise<ClientReport> {
  const door = openDoor(name, url, connections);
  const stream = new EventStream(randomFrom(seed), linksOf(scale), HABITS, WIDTH);
  // Made beforehand, so that making them takes nothing from the machine while it is measured.
  const ready = Array.from({ length: (seconds * MADE_PER_SECOND) / batch }, () => door.bodyOf(stream.take(batch)));
  const waits: number[] = [];
  let accepted = 0;
  let rejected = 0;
  const began = performance.now();
  const cpu = process.cpuUsage();
  const until = began + seconds * 1_000;
  const line = async () => {
    while (performance.now() < until) {
      const sent = performance.now();
      const outcome = await door.send(ready.pop() ?? door.bodyOf(stream.take(batch)));
      waits.push(performance.now() - sent);
      accepted += outcome.accepted;
      rejected += outcome.rejected;
    }
  };
  await Promise.all(Array.from({ length: connections }, line));
  const took = (performance.now() - began) / 1_000;
  const used = process.cpuUsage(cpu);
  waits.sort((a, b) => a - b);
  const at = (share: number) => Math.round(waits[Math.floor(waits.length * share)] ?? 0);
  const cpuSeconds = (used.user + used.system) / 1e6;
  return { seconds: took, accepted, rejected, batches: waits.length, p50Ms: at(0.5), p99Ms: at(0.99), cpuSeconds };
}

process.once('message', async (order: ClientOrder) => {
  process.send?.(await run(order));
  process.disconnect();
});
