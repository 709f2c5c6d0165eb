import { sql } from 'kysely';
import { dayOf } from '../../../kit/calendar.ts';
import { creditAll } from '../../conversions/attribution/credit-all.ts';
import { admitEvents, type SentArrival } from '../../conversions/intake/admit-events.ts';
import type { Verdict } from '../../conversions/judging/judge.ts';
import { corrects } from '../../conversions/judging/judge-correction.ts';
import { keepJourneys } from '../../conversions/keeping/rebuild.ts';
import { inTheirOrder, isAdmitted } from '../../conversions/recording/batch.ts';
import { keepAlone } from '../../conversions/recording/record.ts';
import { tellFeed } from '../../feed/tell-feed.ts';
import { withdrawnAmong } from '../consents/consents.ts';
import { tellFeedOfAll, tellFeedOfNew } from '../feed/feed-of-all.ts';
import type { CommerceDb } from '../tables.ts';
import { makeEventDays } from './event-days.ts';
import { haltRecording } from './lock-stripes.ts';
import { readReferences } from './references.ts';

const EVENTS_AT_ONCE = 5_000;

/** What became of loaded events. */
export interface Loaded {
  readonly accepted: number;
  readonly duplicates: number;
  /** Conflicting and rejected ones. */
  readonly refused: number;
  /** How many were refused for each reason. */
  readonly reasons: Readonly<Record<string, number>>;
}

interface Tally {
  accepted: number;
  duplicates: number;
  refused: number;
  reasons: Record<string, number>;
}

/**
 * Records many events at once, by far faster than batch after batch: each is judged as `eventsRecord` judges it, and taken for recorded,
 * at the instant of its arrival; credit and figures are worked out at the end, for all there is. It is one transaction, in which nobody else records, so that
 * a load that breaks off leaves nothing behind.
 * @param arrivals in the order of their arrival; platforms, shops, products and links that they name are there already
 * @param progress told how many events have been kept so far
 */
export async function loadEvents(
  db: CommerceDb,
  arrivals: Iterable<SentArrival>,
  progress: (events: number) => void = () => {},
): Promise<Loaded> {
  const loaded = await db.transaction().execute(async (transaction) => {
    await haltRecording(transaction);
    const tally: Tally = { accepted: 0, duplicates: 0, refused: 0, reasons: {} };
    let done = 0;
    for (const chunk of inChunks(arrivals)) {
      for (const verdict of await keepChunk(transaction, chunk)) count(tally, verdict);
      done += chunk.length;
      progress(done);
    }
    await creditAll(transaction);
    await tellFeedOfAll(transaction);
    return tally;
  });
  // PGlite does not do so by itself.
  await sql`analyze`.execute(db);
  return loaded;
}

async function keepChunk(db: CommerceDb, chunk: readonly SentArrival[]): Promise<Verdict[]> {
  const admissions = await admitEvents(
    (wanted) => readReferences(db, wanted),
    chunk,
    async () => {},
    (persons) => withdrawnAmong(db, persons),
  );
  const admitted = admissions.filter(isAdmitted);
  await makeEventDays(
    db,
    admitted.map(({ receivedAt }) => dayOf(new Date(receivedAt))),
  );
  const isCorrected = admitted.some(({ event }) => corrects(event));
  if (isCorrected) await tellFeedOfNew(db);
  const { verdicts, kept } = await keepAlone(db, admitted);
  await keepJourneys(db, kept);
  if (isCorrected) {
    await tellFeedOfNew(db);
    await tellFeed(db, kept.events.filter(corrects), { lastClicks: new Map(), invalid: new Map() });
  }
  return inTheirOrder(admissions, verdicts);
}

function count(tally: Tally, verdict: Verdict): void {
  if (verdict.outcome === 'ACCEPTED') tally.accepted += 1;
  else if (verdict.outcome === 'DUPLICATE') tally.duplicates += 1;
  else if ('rejection' in verdict) {
    const { code } = verdict.rejection;
    tally.refused += 1;
    tally.reasons[code] = (tally.reasons[code] ?? 0) + 1;
  }
}

function* inChunks(arrivals: Iterable<SentArrival>): Generator<SentArrival[]> {
  let chunk: SentArrival[] = [];
  for (const arrival of arrivals) {
    if (chunk.push(arrival) < EVENTS_AT_ONCE) continue;
    yield chunk;
    chunk = [];
  }
  if (chunk.length > 0) yield chunk;
}
