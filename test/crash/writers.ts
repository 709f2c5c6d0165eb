import { setTimeout as sleep } from 'node:timers/promises';
import type { LoadLink } from '../../bench/load/catalogue.ts';
import { EventStream, type LoadEvent } from '../../bench/load/journeys.ts';
import type { Random } from '../../bench/load/random.ts';
import { type Answered, type Door, openLink, tap, Unanswered } from './doors.ts';
import { type Ledger, nameOf } from './ledger.ts';

const DAY_MS = 86_400_000;
const MOST_IN_BATCH = 150;
const PAUSE_MS = 60;
const RETRY_MS = 150;
/** Longest that a writer waits for an answer, in milliseconds. */
const PATIENCE_MS = 90_000;
/** Journeys of today, and some that are told of weeks late, for which most days are FINAL. */
const USUAL = { longestAgoMs: DAY_MS, deniedShare: 0.05, anonymousShare: 0.1, unorderedShare: 0.2, persons: 300 };
const LATE = { ...USUAL, longestAgoMs: 45 * DAY_MS };

/** What may be taken back without regard to the rest of an order. */
const CORRECTABLE = new Set(['READ', 'SEARCH', 'LINK_CLICK', 'SHOP_VISIT', 'ADD_TO_CART', 'REFUND']);

/** What writers need to know. */
export interface WritersOptions {
  readonly random: Random;
  readonly links: readonly LoadLink[];
  /** Codes of jump URLs. */
  readonly codes: readonly string[];
  readonly doors: readonly Door[];
  readonly gateway: string;
  readonly ledger: Ledger;
}

/** Sends batches until told to stop; each is sent again until it was answered. Done when all were. */
export async function write(options: WritersOptions, writers: number, until: AbortSignal): Promise<void> {
  const { random, links } = options;
  const streams = [USUAL, USUAL, LATE].map((habits) => new EventStream(random, links, habits, 100));
  const line = async () => {
    while (!until.aborted) {
      const stream = streams[random.below(streams.length)] as EventStream;
      const events = stream.take(1 + random.below(MOST_IN_BATCH));
      if (random.chance(0.1)) events.push(...events.slice(0, 3));
      if (random.chance(0.3)) events.push(...bursts(random, events));
      // Now and then two writers send the same at once.
      const copies = random.chance(0.1) ? 2 : 1;
      await Promise.all(Array.from({ length: copies }, () => untilAnswered(options, events)));
      if (random.chance(0.2)) await untilAnswered(options, events.toReversed());
      if (random.chance(0.2)) await contradict(options, events);
      if (random.chance(0.3)) await correct(options, events);
      if (random.chance(0.3)) await tapOnce(options);
      if (random.chance(0.5)) await openOnce(options);
      await sleep(random.below(PAUSE_MS));
    }
  };
  await Promise.all(Array.from({ length: writers }, line));
}

/** More taps by some of those who tapped, on the same links and less than a second before or after. */
function bursts(random: Random, events: readonly LoadEvent[]): LoadEvent[] {
  const taps = events.filter(({ stage, personKey }) => stage === 'LINK_CLICK' && personKey !== undefined);
  return taps.slice(0, 3).map((tap) => {
    const at = Date.parse(tap.occurredAt) - 700 + random.below(1_400);
    const clickId = `click_${random.hex(24)}`;
    return { ...tap, eventId: random.hex(32), clickId, occurredAt: new Date(Math.min(at, Date.now())).toISOString() };
  });
}

async function untilAnswered(options: WritersOptions, events: readonly LoadEvent[]): Promise<void> {
  const answers = await retried(options, events);
  answers.forEach(({ outcome, detail }, place) => {
    const { stage, eventId } = events[place] as LoadEvent;
    options.ledger.note(nameOf(stage, eventId), outcome, detail);
  });
}

/** The same name with another amount has to be a CONFLICT, whatever was killed meanwhile. */
async function contradict(options: WritersOptions, events: readonly LoadEvent[]): Promise<void> {
  const paid = events.find(({ stage }) => stage === 'ORDER_PAID');
  if (!paid?.order) return;
  const [answer] = await retried(options, [{ ...paid, order: { ...paid.order, amount: '0.01' } }]);
  if (answer?.outcome !== 'CONFLICT')
    options.ledger.complain(`${paid.eventId} with another amount: ${answer?.outcome}`);
}

/** One payment turns out to have been more, another event never to have happened. */
async function correct(options: WritersOptions, events: readonly LoadEvent[]): Promise<void> {
  const { random } = options;
  const paid = events.find(({ stage }) => stage === 'ORDER_PAID');
  const others = events.filter((event) => event !== paid && CORRECTABLE.has(event.stage));
  const other = others[random.below(others.length)];
  const corrections: LoadEvent[] = [];
  if (paid?.order) {
    const amount = (Number(paid.order.amount) + 1 + random.below(100)).toFixed(2);
    const order = { ...paid.order, amount };
    corrections.push({ ...paid, order, eventId: random.hex(32), correctsEventId: paid.eventId });
  }
  if (other) corrections.push({ ...other, eventId: random.hex(32), correctsEventId: other.eventId, retract: true });
  if (corrections.length > 0) await untilAnswered(options, corrections);
}

/** Sends a batch until somebody answers. */
function retried({ random, doors, ledger }: WritersOptions, events: readonly LoadEvent[]): Promise<Answered[]> {
  const key = random.hex(32);
  const door = doors[random.below(doors.length)] as Door;
  return untilSettled(ledger, door.name, () => door.send(events, key));
}

/** @throws when nobody has answered for too long */
async function untilSettled<T>(ledger: Ledger, door: string, send: () => Promise<T>): Promise<T> {
  const giveUpAt = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof Unanswered)) throw error;
      if (Date.now() > giveUpAt)
        throw new Error(`No answer from ${door} for ${PATIENCE_MS / 1_000} s`, { cause: error });
      ledger.unanswered += 1;
      await sleep(RETRY_MS);
    }
  }
}

async function tapOnce({ random, links, gateway, ledger }: WritersOptions): Promise<void> {
  const active = links.filter((link) => link.active);
  const { linkId } = active[random.skewed(active.length)] as LoadLink;
  const key = random.hex(32);
  ledger.noteTap(await untilSettled(ledger, 'productLinkOpen', () => tap(gateway, linkId, key)));
}

/** Whoever gets no answer goes away: it is known of no such tap whether it was counted. */
async function openOnce({ random, codes, gateway, ledger }: WritersOptions): Promise<void> {
  try {
    ledger.noteTap(await openLink(gateway, codes[random.below(codes.length)] as string));
  } catch (error) {
    if (!(error instanceof Unanswered)) throw error;
    ledger.unansweredTaps += 1;
  }
}
