import { setTimeout as sleep } from 'node:timers/promises';
import { linksOf } from '../../bench/load/catalogue.ts';
import { type Random, randomFrom } from '../../bench/load/random.ts';
import { compareAnswers, compareFeed } from './compare-answers.ts';
import { type CrashSystem, type Engine, type Prepare, startCrashSystem } from './crash-system.ts';
import { graphqlDoor, plainDoor } from './doors.ts';
import { FeedFollower } from './feed-follower.ts';
import { Ledger } from './ledger.ts';
import { readBefore, readCodes, type Verdict, verify } from './verify.ts';
import type { Victim } from './victim.ts';
import { write } from './writers.ts';

/** A number of rounds over one database. */
export interface Series {
  readonly engine: Engine;
  readonly rounds: number;
  readonly seed: number;
  /** How long writers write in each round, in milliseconds. */
  readonly roundMs: number;
  readonly prepare?: Prepare;
}

/** What a round came to. */
export interface RoundReport extends Omit<Verdict, 'figures'> {
  /** How many figures were compared. */
  readonly figures: number;
  readonly engine: Engine;
  /** Who was killed, in order. */
  readonly killed: readonly string[];
  readonly acknowledged: number;
  readonly unanswered: number;
  readonly log: string;
}

const WRITERS = 6;
const MOST_KILLS = 4;

/** Runs rounds over a new system: writers write while parts of it are killed; then all is compared. */
export async function* runSeries({ engine, rounds, seed, roundMs, prepare }: Series): AsyncGenerator<RoundReport> {
  const random = randomFrom(seed);
  await using system = await startCrashSystem(engine, prepare);
  const before = await system.readRows(readBefore);
  const codes = await system.readRows(readCodes);
  const ledger = new Ledger();
  const doors = [
    graphqlDoor('eventsRecord of the gateway', system.gateway),
    plainDoor('/events of the gateway', system.gateway, 'application/x-ndjson'),
    ...system.commerce.flatMap((url, place) => [
      graphqlDoor(`eventsRecord of commerce ${place + 1}`, url),
      plainDoor(`/events of commerce ${place + 1}`, url, 'application/json'),
    ]),
  ];
  const links = linksOf('S');
  const follower = new FeedFollower([system.gateway, ...system.commerce], randomFrom(seed + 1));
  for (let round = 0; round < rounds; round++) {
    await system.ready();
    const stop = new AbortController();
    const written = write({ random, links, codes, doors, gateway: system.gateway, ledger }, WRITERS, stop.signal);
    const followed = follower.follow(stop.signal);
    const killed = await killSome(system, random, roundMs);
    stop.abort();
    await Promise.all([written, followed]);
    await system.ready();
    await system.tapsCounted();
    await follower.catchUp();
    const verdict = await system.readRows((query) => verify(query, ledger, before));
    await system.ready();
    const faults = [...verdict.faults, ...compareFeed(follower.held, verdict.figures)];
    for (const url of system.commerce) faults.push(...(await compareAnswers(url, verdict.figures)));
    const acknowledged = ledger.acknowledged.size + ledger.taps.size;
    const { events, figures } = verdict;
    yield {
      events,
      faults,
      figures: figures.length,
      engine,
      killed,
      acknowledged,
      unanswered: ledger.unanswered,
      log: system.log(),
    };
  }
}

async function killSome({ victims }: CrashSystem, random: Random, roundMs: number): Promise<string[]> {
  const killed: string[] = [];
  const times = Array.from({ length: 1 + random.below(MOST_KILLS) }, () => random.below(roundMs)).sort((a, b) => a - b);
  const began = Date.now();
  for (const time of times) {
    await sleep(Math.max(0, time - (Date.now() - began)));
    const victim = victims[random.below(victims.length)] as Victim;
    await victim.kill(random);
    killed.push(victim.name);
  }
  await sleep(Math.max(0, roundMs - (Date.now() - began)));
  return killed;
}
