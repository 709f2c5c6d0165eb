import { setImmediate as nextTurn } from 'node:timers/promises';
import { readLinks, readReferences, type Wanted } from '../store/references.ts';
import type { CommerceDb } from '../store/tables.ts';
import { checkSkew, respectConsent } from './admit.ts';
import type { Admission } from './batch.ts';
import type { ParsedEvent, SentEvent } from './event.ts';
import { nameEvent, productKey, type References } from './name-event.ts';
import { isRetraction, parseRetraction } from './parse-correction.ts';
import { parseEvent } from './parse-event.ts';
import { RejectedEvent, type Rejection } from './reasons.ts';

/** An event as it was sent, by which platform, and when it arrived. */
export interface SentArrival {
  readonly platformId: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly sent: SentEvent;
  /** Why it can't be read as an event at all; absent where it can. */
  readonly unreadable?: RejectedEvent | undefined;
}

/** So many events are read before others have their turn, above all the group that is being recorded. */
const PARSED_AT_ONCE = 100;

/** Fetches links that content has told of only now. */
export type PullLinks = () => Promise<unknown>;

/**
 * Takes each event through the steps that need no other event: parse, refuse raw identifiers, consent, skew, and what its ids name.
 * @returns for each, in their order
 */
export async function admitEvents(
  db: CommerceDb,
  arrivals: readonly SentArrival[],
  pullLinks: PullLinks,
): Promise<Admission[]> {
  const parsed: ({ arrival: SentArrival; event: ParsedEvent } | { rejection: Rejection })[] = [];
  for (const [index, arrival] of arrivals.entries()) {
    if (index % PARSED_AT_ONCE === PARSED_AT_ONCE - 1) await nextTurn();
    parsed.push(
      attempt(() => {
        if (arrival.unreadable) throw arrival.unreadable;
        const { sent, receivedAt } = arrival;
        if (isRetraction(sent)) return { arrival, event: parseRetraction(sent, receivedAt) };
        const event = respectConsent(parseEvent(sent));
        checkSkew(event, receivedAt);
        return { arrival, event };
      }),
    );
  }
  const events = parsed.flatMap((step) => ('event' in step ? [step.event] : []));
  const references = await findReferences(db, wantedBy(events), pullLinks);
  return parsed.map((step) => {
    if ('rejection' in step) return step;
    const { platformId, receivedAt } = step.arrival;
    return attempt(() => ({ event: nameEvent(step.event, platformId, references), receivedAt }));
  });
}

async function findReferences(db: CommerceDb, wanted: Wanted, pullLinks: PullLinks): Promise<References> {
  const found = await readReferences(db, wanted);
  const missing = wanted.linkIds.filter((id) => !found.links.has(id));
  if (missing.length === 0) return found;
  await pullLinks();
  return { ...found, links: new Map([...found.links, ...(await readLinks(db, missing))]) };
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
