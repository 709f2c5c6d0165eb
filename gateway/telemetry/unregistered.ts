import { Counter, type Registry } from 'prom-client';
import { BoundedCache } from '../caches/bounded-cache.ts';
import type { Client } from '../clients/client.ts';
import type { ServedOperations } from '../operations/served-operations.ts';
import type { Log } from './log.ts';
import { NAME_LENGTH } from './operation-labels.ts';

/** A document that was sent as text, or found by an id of automatic persisted queries. */
export interface SentDocument {
  /** The hash of its text. */
  readonly id: string;
  readonly text: string;
  readonly name: string | undefined;
}

/** Reports a document of a client of whom such reports are wanted, unless it is registered. */
export type ReportUnregistered = (client: Client, sent: SentDocument, served: ServedOperations) => void;

/** Documents of which it is remembered whether they are registered. */
const REMEMBERED = 10_000;
/** Most lines that are logged in a minute. */
const LINES = 60;
const MINUTE = 60_000;

/**
 * Counts what clients of the level `log` send that is not registered, and logs each such document once, as long as it is remembered, and so
 * many in a minute at most: this is what `safelist` would refuse.
 * @param labelOf the label of a client's name
 */
export function unregisteredReports(
  registry: Registry,
  log: Log,
  labelOf: (client: string) => string,
): ReportUnregistered {
  const counter = new Counter({
    name: 'gateway_unregistered_operations_total',
    help: 'GraphQL requests of clients of the level log whose document is not registered',
    labelNames: ['client'],
    registers: [registry],
  });
  let seen = new BoundedCache<string, boolean>(REMEMBERED);
  let of: ServedOperations | undefined;
  const mayLog = perMinute(LINES);
  return (client, { id, text, name }, served) => {
    if (served !== of) {
      seen = new BoundedCache(REMEMBERED);
      of = served;
    }
    const key = `${client.name}\n${id}`;
    let isRegistered = seen.get(key);
    if (isRegistered === undefined) {
      isRegistered = served.byText(text, client) !== undefined;
      seen.set(key, isRegistered);
      if (!isRegistered && mayLog(performance.now())) {
        log.warn({ client: client.name, id, operation: name?.slice(0, NAME_LENGTH) }, 'not registered');
      }
    }
    if (!isRegistered) counter.inc({ client: labelOf(client.name) });
  };
}

/** Whether there is room for one more in this minute, which it takes. */
function perMinute(limit: number): (now: number) => boolean {
  let begun = Number.NEGATIVE_INFINITY;
  let count = 0;
  return (now) => {
    if (now - begun >= MINUTE) {
      begun = now;
      count = 0;
    }
    return ++count <= limit;
  };
}
