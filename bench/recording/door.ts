import { Pool } from 'undici';
import type { LoadEvent } from '../load/journeys.ts';

/** What became of a batch. */
export interface BatchOutcome {
  readonly accepted: number;
  readonly duplicates: number;
  readonly rejected: number;
}

/** Sends a batch, as `bodyOf` makes it, to commerce; throws where the answer is none. */
export type SendBatch = (body: Buffer) => Promise<BatchOutcome>;

const MUTATION =
  'mutation ($events: [EventInput!]!) { eventsRecord(input: { events: $events }) { accepted duplicates rejected results { outcome } } }';

/** A batch as it is sent. */
export function bodyOf(events: readonly LoadEvent[]): Buffer {
  return Buffer.from(JSON.stringify({ query: MUTATION, variables: { events } }));
}

/**
 * Commerce's door for events.
 * @param url commerce's origin
 * @param connections how many batches are under way at once
 */
export function graphqlDoor(url: string, connections: number): SendBatch {
  const pool = new Pool(url, { connections, pipelining: 1, bodyTimeout: 120_000, headersTimeout: 120_000 });
  return async (body) => {
    const response = await pool.request({
      path: '/graphql',
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    const answer = (await response.body.json()) as { data?: { eventsRecord?: BatchOutcome | null } | null };
    const payload = answer.data?.eventsRecord;
    if (!payload) throw new Error(`${response.statusCode}: ${JSON.stringify(answer).slice(0, 500)}`);
    return payload;
  };
}
