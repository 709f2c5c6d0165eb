import { ByTurns } from '../../../kit/by-turns.ts';
import type { Wanted } from '../../store/events/references.ts';
import type { ParsedEvent, SentEvent } from '../event.ts';
import { RejectedEvent, type Rejection } from '../judging/reasons.ts';
import type { Admission } from '../recording/batch.ts';
import { platformsOfShops, type Sender, tellingOf } from '../sender.ts';
import { checkSkew, respectConsent, respectWithdrawal } from './admit.ts';
import { nameEvent, productKey, type References } from './name-event.ts';
import { isRetraction, parseRetraction } from './parse-correction.ts';
import { parseEvent } from './parse-event.ts';
import type { LookUp } from './reference-cache.ts';

/** An event as it was sent, by which platform, and when it arrived. */
export interface SentArrival {
  readonly platformId: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly sent: SentEvent;
  /** Absent for who may tell of everything. */
  readonly sender?: Sender | undefined;
  /** Why it can't be read as an event at all; absent where it can. */
  readonly unreadable?: RejectedEvent | undefined;
}

/** Events are read a few at a time, about half a millisecond: the group that is being recorded comes first. */
const turns = new ByTurns(20);

/** Finds those of some persons who withdrew their consent to attribution. */
export type FindWithdrawn = (persons: readonly string[]) => Promise<ReadonlySet<string>>;

/** Fetches links that content has told of only now. */
export type PullLinks = () => Promise<unknown>;

/**
 * Takes each event through the steps that need no other event: parse, refuse raw identifiers, consent, skew, and what its ids name.
 * @returns for each, in their order
 */
export async function admitEvents(
  lookUp: LookUp,
  arrivals: readonly SentArrival[],
  pullLinks: PullLinks,
  findWithdrawn: FindWithdrawn,
): Promise<Admission[]> {
  const parsed = await turns.map(arrivals, (arrival) => attempt(() => ({ arrival, event: read(arrival) })));
  const events = parsed.flatMap((step) => ('event' in step ? [step.event] : []));
  const persons = [...new Set(events.flatMap(({ person }) => person ?? []))];
  const [references, withdrawn] = await Promise.all([
    findReferences(lookUp, wantedBy(events), pullLinks),
    findWithdrawn(persons),
  ]);
  const platformOf = arrivals.some(({ sender }) => sender) ? platformsOfShops(references) : new Map<string, string>();
  return turns.map(parsed, (step) => {
    if ('rejection' in step) return step;
    const { platformId, receivedAt, sender } = step.arrival;
    return attempt(() => {
      const event = respectWithdrawal(nameEvent(step.event, platformId, references), withdrawn);
      return { event: sender ? tellingOf(event, sender, platformOf) : event, receivedAt };
    });
  });
}

function read({ sent, receivedAt, unreadable }: SentArrival): ParsedEvent {
  if (unreadable) throw unreadable;
  if (isRetraction(sent)) return parseRetraction(sent, receivedAt);
  const event = respectConsent(parseEvent(sent));
  checkSkew(event, receivedAt);
  return event;
}

async function findReferences(lookUp: LookUp, wanted: Wanted, pullLinks: PullLinks): Promise<References> {
  const found = await lookUp(wanted);
  const missing = wanted.linkIds.filter((id) => !found.links.has(id));
  if (missing.length === 0) return found;
  await pullLinks();
  const { links } = await lookUp({ linkIds: missing, noteIds: [], shopIds: [], products: [] });
  return { ...found, links: new Map([...found.links, ...links]) };
}

function wantedBy(events: readonly ParsedEvent[]): Wanted {
  const products = new Map(
    events.flatMap(({ product }) =>
      product ? [[productKey(product.platformId, product.platformProductId), product]] : [],
    ),
  );
  return {
    linkIds: [...new Set(events.flatMap((event) => event.linkId ?? []))],
    noteIds: [...new Set(events.flatMap(({ stage, sourceId }) => (stage === 'READ' && sourceId) || []))],
    shopIds: [...new Set(events.flatMap((event) => event.shopId ?? []))],
    products: [...products.values()],
  };
}

function attempt<T>(step: () => T): T | { rejection: Rejection } {
  try {
    return step();
  } catch (error) {
    if (error instanceof RejectedEvent) return { rejection: error.rejection };
    throw error;
  }
}
