import { setTimeout as sleep } from 'node:timers/promises';
import { type LoadLink, linksOf } from '../load/catalogue.ts';
import { EventStream, type LoadEvent } from '../load/journeys.ts';
import { randomFrom } from '../load/random.ts';
import { openDoor } from '../recording/door.ts';
import { linkClicksOf } from './link-clicks.ts';
import { type Quantiles, quantiles } from './quantiles.ts';
import { subscribe } from './subscriber.ts';

/** Writes events at a steady rate and watches notes, in one process, so that one clock tells when each was acknowledged and seen. */

export interface FreshnessOrder {
  readonly gateway: string;
  readonly eventsPerSecond: number;
  readonly seconds: number;
}

export interface FreshnessReport {
  /** From acknowledgement to the message with the click, in milliseconds. */
  readonly toScreen: Quantiles;
  readonly changes: number;
  /** Changes that never came. */
  readonly missing: number;
  /** Queries right after an acknowledgement, and how many of them did not tell of it. */
  readonly queries: number;
  readonly stale: number;
  readonly eventsPerSecond: number;
}

/** A note that is watched: its clicks as they were acknowledged, and when. */
interface Watched {
  acknowledged: number;
  seen: number;
  readonly waiting: { readonly linkClicks: number; readonly at: number }[];
}

const HABITS = { persons: 20_000, longestAgoMs: 60_000, deniedShare: 0.05, anonymousShare: 0.1, unorderedShare: 0.03 };
const NOTES = 20;
const BATCHES_PER_SECOND = 10;
const SETTLE_MS = 5_000;

async function run({ gateway, eventsPerSecond, seconds }: FreshnessOrder): Promise<FreshnessReport> {
  const links = linksOf('S');
  const watched = new Map<string, Watched>();
  const times: number[] = [];
  const hear = (note: Watched) => (linkClicks: number) => {
    note.seen = linkClicks;
    while ((note.waiting[0]?.linkClicks ?? Number.POSITIVE_INFINITY) <= linkClicks)
      times.push(performance.now() - (note.waiting.shift()?.at ?? 0));
  };
  for (const noteId of [...new Set(links.map((link) => link.noteId))].slice(0, NOTES)) {
    const note: Watched = { acknowledged: 0, seen: 0, waiting: [] };
    await subscribe(gateway, noteId, hear(note));
    note.acknowledged = note.seen;
    watched.set(noteId, note);
  }
  const noteOf = new Map(links.map((link: LoadLink) => [link.linkId, link.noteId]));
  const door = openDoor('events', gateway, 8);
  const stream = new EventStream(randomFrom(1), links, HABITS, 500);
  const began = performance.now();
  let sent = 0;
  let queries = 0;
  let stale = 0;
  const underWay: Promise<void>[] = [];

  async function send(events: LoadEvent[], asks: boolean): Promise<void> {
    const { accepted } = await door.send(door.bodyOf(events));
    if (accepted !== events.length) throw new Error(`${accepted} of ${events.length} events were accepted.`);
    const at = performance.now();
    for (const [noteId, clicks] of clicksByNote(events, noteOf)) {
      const note = watched.get(noteId);
      if (!note) continue;
      note.acknowledged += clicks;
      // Another batch's may have been told of already.
      if (note.acknowledged <= note.seen) times.push(0);
      else note.waiting.push({ linkClicks: note.acknowledged, at });
      if (!asks) continue;
      const expected = note.acknowledged;
      queries += 1;
      if ((await linkClicksOf(gateway, noteId)) < expected) stale += 1;
    }
  }

  for (let tick = 0; tick < seconds * BATCHES_PER_SECOND; tick++) {
    await sleep(Math.max(0, (tick * 1_000) / BATCHES_PER_SECOND - (performance.now() - began)));
    const events = stream.take(eventsPerSecond / BATCHES_PER_SECOND);
    sent += events.length;
    underWay.push(send(events, tick % BATCHES_PER_SECOND === 0));
  }
  await Promise.all(underWay);
  const took = (performance.now() - began) / 1_000;
  await sleep(SETTLE_MS);
  const missing = [...watched.values()].reduce((sum, note) => sum + note.waiting.length, 0);
  const toScreen = quantiles(times);
  return { toScreen, changes: times.length, missing, queries, stale, eventsPerSecond: Math.round(sent / took) };
}

/** What a batch adds to notes' clicks. */
function clicksByNote(events: readonly LoadEvent[], noteOf: ReadonlyMap<string, string>): Map<string, number> {
  const clicks = new Map<string, number>();
  for (const { stage, consent, productLinkId } of events) {
    const noteId = noteOf.get(productLinkId ?? '');
    if (stage === 'LINK_CLICK' && consent !== 'DENIED' && noteId) clicks.set(noteId, (clicks.get(noteId) ?? 0) + 1);
  }
  return clicks;
}

process.once('message', async (order: FreshnessOrder) => {
  process.send?.(await run(order), () => process.exit());
});
