import { Pool } from 'undici';
import type { LoadEvent } from '../load/journeys.ts';

/** What became of a batch. */
export interface BatchOutcome {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** How commerce is sent batches: `POST /events`, or the mutation eventsRecord. */
export type DoorName = 'events' | 'graphql';

/** A way to send batches. */
export interface Door {
  /** A batch as it is sent. */
  bodyOf(events: readonly LoadEvent[]): Buffer;
  /** @throws where the answer tells of no batch */
  send(body: Buffer): Promise<BatchOutcome>;
}

const MUTATION =
  'mutation ($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted duplicates rejected results { outcome } } }';

interface Answer extends Partial<BatchOutcome> {
  readonly data?: { readonly eventsRecord?: BatchOutcome | null } | null;
}

/**
 * Commerce's door for events.
 * @param url commerce's origin
 * @param connections how many batches are under way at once
 * @param shown headers by which the sender is known
 */
export function openDoor(
  name: DoorName,
  url: string,
  connections: number,
  shown: Readonly<Record<string, string>> = {},
): Door {
  const pool = new Pool(url, { connections, pipelining: 1, bodyTimeout: 120_000, headersTimeout: 120_000 });
  const path = name === 'events' ? '/events' : '/graphql';
  return {
    bodyOf: (events) =>
      Buffer.from(JSON.stringify(name === 'events' ? events : { query: MUTATION, variables: { events } })),
    async send(body) {
      const headers = { 'content-type': 'application/json', ...shown };
      const response = await pool.request({ path, method: 'POST', headers, body });
      const answer = (await response.body.json()) as Answer;
      const outcome = name === 'events' ? answer : answer.data?.eventsRecord;
      if (outcome?.accepted !== undefined) return outcome as BatchOutcome;
      throw new Error(`${response.statusCode}: ${JSON.stringify(answer).slice(0, 500)}`);
    },
  };
}
