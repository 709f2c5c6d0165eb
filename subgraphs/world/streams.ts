import { DAY, dayAt, type PeriodKey, startOf } from './calendar.ts';
import type { Catalog } from './catalog/catalog.ts';
import { item } from './catalog/item.ts';
import type { Industry } from './catalog/types.ts';
import { contentEvent } from './commerce/content-events.ts';
import type { RawEvent } from './commerce/event.ts';
import type { PeriodParts } from './commerce/journey-tools.ts';
import { periodEvents } from './commerce/period-events.ts';
import { type Comment, makeComment } from './content/comments.ts';
import { type Counter, CounterTable, periodCounters } from './content/counters.ts';
import type { Engagements } from './content/engagements.ts';
import type { Search } from './content/searches.ts';
import { personKey } from './people/person-key.ts';
import { GROUPS, type Plan } from './plan.ts';
import { stream } from './random/stream.ts';
import type { Recent, RecentRead } from './recent/recent.ts';
import type { Trap } from './traps/trap.ts';

/** One period with its parts. */
export interface PeriodWorld extends PeriodParts {
  readonly engagements: Engagements;
}

/** What the streams of a world are made from. */
export interface WorldParts {
  readonly plan: Plan;
  readonly catalog: Catalog;
  readonly periods: Readonly<Record<PeriodKey, PeriodWorld>>;
  readonly recent: Recent;
  readonly traps: readonly Trap[];
}

/** That a person read notes of an industry on a day, or searched. */
export interface ActiveDay {
  /** The keyed hash. */
  readonly person: string;
  readonly day: string;
  /** Null for a search. */
  readonly industry: Industry | null;
}

/** Most pairs of person and day that are remembered. */
const MOST_PAIRS = 1_000_000;
/** Impressions for each read outside the two periods. */
const RECENT_IMPRESSIONS = 18;

/** Every event, the two periods first, then the traps, the hot note, and what happens until now. */
export function* allEvents(parts: WorldParts): Generator<RawEvent> {
  const { plan, periods, recent, traps } = parts;
  yield* periodEvents(periods.Y0, periods.Y0.engagements);
  yield* periodEvents(periods.Y1, periods.Y1.engagements);
  for (const { events } of traps) yield* events;
  let index = 0;
  for (const { note, person, at } of hotReads(parts))
    yield contentEvent(plan.seed, person, at, { eventId: `read_hot_${++index}`, stage: 'READ', sourceId: note.id });
  yield* recentEvents(plan, recent);
}

function* recentEvents(plan: Plan, recent: Recent): Generator<RawEvent> {
  const soon = (event: RawEvent): RawEvent => ({ ...event, receivedAt: Math.min(plan.now, event.receivedAt) });
  for (let index = 0; index < recent.reads; index += 1) {
    const { person, at, note } = recent.read(index);
    yield soon(
      contentEvent(plan.seed, person, at, { eventId: `read_now_${index + 1}`, stage: 'READ', sourceId: note.id }),
    );
  }
  for (let index = 0; index < recent.interactions; index += 1) {
    const { person, at, note, asksForLink } = recent.engagement(index);
    for (const stage of asksForLink ? (['ENGAGE', 'LINK_REQUEST'] as const) : (['ENGAGE'] as const))
      yield soon(
        contentEvent(plan.seed, person, at, {
          eventId: `${stage.toLowerCase()}_now_${index + 1}`,
          stage,
          sourceId: note.id,
        }),
      );
  }
  for (let index = 0; index < recent.searches; index += 1) {
    const { person, at, id } = recent.search(index);
    yield soon(
      contentEvent(plan.seed, person, at, { eventId: `search_now_${index + 1}`, stage: 'SEARCH', searchId: id }),
    );
  }
  for (let index = 0; index < recent.clicks; index += 1) yield* recent.events(index);
}

/** A million reads of one note within two days of June, at scale L alone. */
function* hotReads({ plan, catalog }: WorldParts): Generator<RecentRead> {
  const random = stream(plan.seed, 'hot');
  const note = item(catalog.notes, catalog.notes.length - 1);
  const from = startOf('2025-06-25');
  for (let index = 0; index < plan.size.hotReads; index += 1)
    yield {
      note,
      person: random.below(index * 2, plan.oldUsers),
      at: from + Math.floor(random.unit(index * 2 + 1) * 2 * DAY),
    };
}

/** The counters of everything, in pieces. */
export function* allCounters(parts: WorldParts): Generator<Counter[]> {
  const { plan, periods, recent } = parts;
  for (const { period, reads, engagements } of [periods.Y0, periods.Y1])
    yield* periodCounters(plan, period, reads, engagements);
  const table = new CounterTable();
  const read = ({ note, at }: RecentRead) => {
    table.add(note.id, at, 'reads');
    table.add(note.id, at, 'impressions', RECENT_IMPRESSIONS);
  };
  for (const hot of hotReads(parts)) read(hot);
  for (let index = 0; index < recent.reads; index += 1) read(recent.read(index));
  for (let index = 0; index < recent.interactions; index += 1) {
    const { note, at, kind } = recent.engagement(index);
    table.add(note.id, at, kind);
  }
  yield table.take();
}

/** The comments, numbered as they come: those of Y0, of Y1, recent ones. */
export function* allComments({ plan, catalog, periods, recent }: WorldParts): Generator<Comment> {
  let ordinal = 0;
  const say = (noteId: string, at: number, asksForLink: boolean) =>
    makeComment(plan.seed, catalog.authors, { ordinal: ordinal++, noteId, at, asksForLink });
  for (const { period, engagements } of [periods.Y0, periods.Y1])
    for (let index = 0; index < period.interactions.comments; index += 1) {
      const { read, at, asksForLink } = engagements.at(index);
      yield say(read.note.id, at, asksForLink);
    }
  for (let index = 0; index < recent.interactions; index += 1) {
    const { note, at, kind, asksForLink } = recent.engagement(index);
    if (kind === 'comments') yield say(note.id, at, asksForLink);
  }
}

/** The search log: that of Y1, then recent searches. */
export function* allSearches({ periods, recent }: WorldParts): Generator<Search> {
  const { searches } = periods.Y1;
  for (let index = 0; searches && index < searches.count; index += 1) yield searches.at(index);
  for (let index = 0; index < recent.searches; index += 1) yield recent.search(index);
}

/** Who read notes of which industry on which day, or searched (industry null); a row may come again where there are very many. */
export function* allPersonDays(parts: WorldParts): Generator<ActiveDay> {
  const { plan, periods, recent } = parts;
  const met = new Set<string>();
  const active = function* (person: number, at: number, industry: Industry | null) {
    const day = dayAt(at);
    const pair = `${person}@${day}@${industry}`;
    if (met.has(pair)) return;
    if (met.size >= MOST_PAIRS) met.clear();
    met.add(pair);
    yield { person: personKey(plan.seed, person), day, industry };
  };
  for (const { reads, searches } of [periods.Y0, periods.Y1]) {
    for (let ordinal = 0; ordinal < reads.count; ordinal += 1) {
      const { person, at, note } = reads.at(ordinal);
      yield* active(person, at, note.industry);
    }
    for (let index = 0; searches && index < searches.count; index += 1) {
      const { person, at } = searches.at(index);
      yield* active(person, at, null);
    }
  }
  for (const { person, at, note } of hotReads(parts)) yield* active(person, at, note.industry);
  for (let index = 0; index < recent.reads; index += 1) {
    const { person, at, note } = recent.read(index);
    yield* active(person, at, note.industry);
  }
  for (let index = 0; index < recent.searches; index += 1) {
    const { person, at } = recent.search(index);
    yield* active(person, at, null);
  }
}

/** The first active day of those who are new in Y1: of their one read, or of a search earlier on that day. */
export function firstDayOf({ plan, periods }: WorldParts): (person: number) => string {
  const days = new Map<number, string>();
  for (const group of GROUPS) {
    const { oldUsers, newUsers } = plan.periods.Y1.groups[group];
    for (let place = oldUsers; place < oldUsers + newUsers; place += 1) {
      const { person, at } = periods.Y1.reads.ownOf(group, place);
      days.set(person, dayAt(at));
    }
  }
  return (person) => days.get(person) ?? dayAt(plan.now);
}
