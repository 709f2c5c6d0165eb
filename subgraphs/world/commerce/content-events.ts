import type { Engagements } from '../content/engagements.ts';
import type { Reads } from '../content/reads.ts';
import type { Search } from '../content/searches.ts';
import { makeArrival } from '../dirt/arrival.ts';
import type { PeriodPlan, Plan } from '../plan.ts';
import { arrive, CONTENT_PLATFORM, type EventInput, type RawEvent, who } from './event.ts';

type Body = Omit<EventInput, 'occurredAt' | 'personKey' | 'consent'>;

/** An event that the content platform sends of one of its readers. */
export function contentEvent(seed: number, person: number, at: number, body: Body, delay?: number): RawEvent {
  return arrive(CONTENT_PLATFORM, { ...who(seed, { person }, at), ...body }, at, delay);
}

/** One READ for each read of a period, so that counters and events agree. */
export function* readEvents(plan: Plan, period: PeriodPlan, reads: Reads): Generator<RawEvent> {
  const name = period.key.toLowerCase();
  const arrival = makeArrival(plan, `read.${name}`, reads.count);
  for (let ordinal = 0; ordinal < reads.count; ordinal += 1) {
    const { person, at, note } = reads.at(ordinal);
    const body: Body = { eventId: `read_${name}_${ordinal + 1}`, stage: 'READ', sourceId: note.id };
    yield skewed(contentEvent(plan.seed, person, at, body, arrival.delay(ordinal)), at, arrival.skew(ordinal, at));
  }
}

/** One ENGAGE for each interaction, and a LINK_REQUEST besides for each comment that asks for the link. */
export function* engagementEvents(plan: Plan, period: PeriodPlan, engagements: Engagements): Generator<RawEvent> {
  const name = period.key.toLowerCase();
  const arrival = makeArrival(plan, `engage.${name}`, engagements.count);
  for (let index = 0; index < engagements.count; index += 1) {
    const { read, at, asksForLink } = engagements.at(index);
    const body = (stage: 'ENGAGE' | 'LINK_REQUEST'): Body => ({
      eventId: `${stage.toLowerCase()}_${name}_${index + 1}`,
      stage,
      sourceId: read.note.id,
    });
    yield skewed(
      contentEvent(plan.seed, read.person, at, body('ENGAGE'), arrival.delay(index)),
      at,
      arrival.skew(index, at),
    );
    if (asksForLink) yield contentEvent(plan.seed, read.person, at, body('LINK_REQUEST'));
  }
}

/**
 * One SEARCH for each search.
 * @param exact how many of the first keep their time: whether someone searched before buying hangs on it
 */
export function* searchEvents(
  plan: Plan,
  name: string,
  count: number,
  exact: number,
  at: (index: number) => Search,
): Generator<RawEvent> {
  const arrival = makeArrival(plan, `search.${name}`, count, exact);
  for (let index = 0; index < count; index += 1) {
    const search = at(index);
    const body: Body = { eventId: `search_${name}_${index + 1}`, stage: 'SEARCH', searchId: search.id };
    yield skewed(
      contentEvent(plan.seed, search.person, search.at, body, arrival.delay(index)),
      search.at,
      arrival.skew(index, search.at),
    );
  }
}

/** The same event as told by a clock that is off. */
function skewed(event: RawEvent, at: number, off: number): RawEvent {
  return off === 0 ? event : { ...event, input: { ...event.input, occurredAt: new Date(at + off).toISOString() } };
}
