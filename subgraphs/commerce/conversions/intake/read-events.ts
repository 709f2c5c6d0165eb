import { setImmediate as nextTurn } from 'node:timers/promises';
import { shown } from '../../../kit/ids.ts';
import { RecordingError } from '../../recording-errors.ts';
import type { SentEvent, SentOrder } from '../event.ts';
import { RejectedEvent } from '../judging/reasons.ts';

/** An event of a body; what can't be read as one is an empty one with the reason. */
export interface ReadEvent {
  readonly sent: SentEvent;
  readonly unreadable?: RejectedEvent;
}

type FieldType = 'text' | 'number' | 'boolean' | 'order';

/** The contract's EventInput and OrderEventInput. */
const EVENT_FIELDS: Readonly<Record<keyof SentEvent, FieldType>> = {
  eventId: 'text',
  stage: 'text',
  occurredAt: 'text',
  personKey: 'text',
  consent: 'text',
  clickId: 'text',
  sourceId: 'text',
  productLinkId: 'text',
  searchId: 'text',
  shopId: 'text',
  platformId: 'text',
  platformProductId: 'text',
  boostId: 'text',
  cost: 'text',
  order: 'order',
  correctsEventId: 'text',
  retract: 'boolean',
};
const ORDER_FIELDS: Readonly<Record<keyof SentOrder, FieldType>> = {
  platformOrderId: 'text',
  platformLineId: 'text',
  quantity: 'number',
  amount: 'text',
  currencyCode: 'text',
  paymentMethod: 'text',
  logisticsProvider: 'text',
  refundOfEventId: 'text',
};

const MOST_IN_JSON = 500;
const MOST_IN_NDJSON = 5_000;
/** So many events are read, and so many lines looked at, before others have their turn. */
const READ_AT_ONCE = 200;
const LOOKED_AT_ONCE = 20_000;

/**
 * Reads a body's events: a JSON array of 1 to 500 of them, or an object with one in `events`.
 * @throws {RecordingError} EVENTS_MALFORMED, EVENTS_COUNT
 */
export async function readJsonEvents(body: string): Promise<ReadEvent[]> {
  const parsed = parse(body);
  const events = isObject(parsed) && Object.keys(parsed).join() === 'events' ? parsed.events : parsed;
  if (!Array.isArray(events)) {
    const message = 'The body is no JSON array of events, and no object with one in its only field, events.';
    throw new RecordingError('EVENTS_MALFORMED', message);
  }
  if (events.length < 1 || events.length > MOST_IN_JSON) {
    throw new RecordingError(
      'EVENTS_COUNT',
      `The batch has ${events.length} events; in JSON it takes 1 to ${MOST_IN_JSON}.`,
    );
  }
  return events.map(readEvent);
}

/**
 * Reads a body's events, one a line; a line that is no JSON is an event that can't be read. Empty lines are none. Others have their turn
 * between the lines.
 * https://github.com/ndjson/ndjson-spec
 * @throws {RecordingError} EVENTS_COUNT
 */
export async function readNdjsonEvents(body: string): Promise<ReadEvent[]> {
  const events: ReadEvent[] = [];
  let [read, looked] = [0, 0];
  for (let from = 0; from < body.length; looked += 1) {
    if (events.length - read >= READ_AT_ONCE || looked >= LOOKED_AT_ONCE) {
      await nextTurn();
      [read, looked] = [events.length, 0];
    }
    const end = body.indexOf('\n', from);
    const line = body.slice(from, end === -1 ? body.length : end).trim();
    from = end === -1 ? body.length : end + 1;
    if (line !== '' && events.push(readEvent(parse(line))) > MOST_IN_NDJSON) break;
  }
  if (events.length >= 1 && events.length <= MOST_IN_NDJSON) return events;
  const count = events.length === 0 ? 'no event' : `more than ${MOST_IN_NDJSON} events`;
  throw new RecordingError('EVENTS_COUNT', `The batch has ${count}; in NDJSON it takes 1 to ${MOST_IN_NDJSON}.`);
}

/** @returns undefined for what is no JSON */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readEvent(event: unknown): ReadEvent {
  if (!isObject(event)) return { sent: {}, unreadable: malformed([], 'The event is no JSON object.') };
  const wrong = findWrong(event, EVENT_FIELDS, []);
  if (!wrong) return { sent: event };
  // Its name is told back even so.
  return { sent: typeof event.eventId === 'string' ? { eventId: event.eventId } : {}, unreadable: wrong };
}

function findWrong(
  value: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, FieldType>>,
  path: readonly string[],
): RejectedEvent | undefined {
  for (const name of Object.keys(value)) {
    const type = Object.hasOwn(fields, name) ? fields[name] : undefined;
    const given = value[name];
    if (type === undefined) return malformed([...path], `There is no field ${shown(name)}.`);
    if (given === null) continue;
    if (type === 'order') {
      if (!isObject(given)) return malformed([...path, name], `${name} is no object.`);
      const within = findWrong(given, ORDER_FIELDS, [name]);
      if (within) return within;
    } else if (typeof given !== (type === 'text' ? 'string' : type)) {
      return malformed([...path, name], `${name} is no ${type}.`);
    }
  }
  return undefined;
}

function malformed(field: readonly string[], message: string): RejectedEvent {
  return new RejectedEvent('EVENT_MALFORMED', field.length > 0 ? field : null, message);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
