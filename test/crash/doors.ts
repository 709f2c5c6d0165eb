import { request } from 'undici';
import type { LoadEvent } from '../../bench/load/journeys.ts';

/** What became of one event. */
export interface Answered {
  readonly outcome: string;
  readonly detail: string;
}

/** Nobody knows what became of a batch: it has to be sent again. */
export class Unanswered extends Error {}

/** Where batches are sent to. */
export interface Door {
  readonly name: string;
  /** @throws {Unanswered} */
  send(events: readonly LoadEvent[], key: string): Promise<Answered[]>;
}

const TIMEOUT_MS = 15_000;
const MUTATION = `mutation ($events: [EventInput!]!) { eventsRecord(input: { events: $events }) {
  results { outcome error { code message } } userErrors { code message } } }`;

interface Payload {
  readonly results: readonly { outcome: string; error: { code: string; message: string } | null }[];
}

/** The mutation eventsRecord, at the gateway or at commerce itself. */
export function graphqlDoor(name: string, url: string): Door {
  return {
    name,
    async send(events) {
      const body = { query: MUTATION, variables: { events } };
      const { data } = (await post(`${url}/graphql`, {}, JSON.stringify(body))) as {
        data?: { eventsRecord?: Payload | null } | null;
      };
      return answersOf(events, data?.eventsRecord);
    },
  };
}

/** `POST /events` of the gateway or of commerce, as JSON or NDJSON, each batch with a name of its own. */
export function plainDoor(name: string, url: string, type: 'application/json' | 'application/x-ndjson'): Door {
  return {
    name,
    async send(events, key) {
      const lines = events.map((event) => JSON.stringify(event));
      const body = type === 'application/json' ? `[${lines.join(',')}]` : `${lines.join('\n')}\n`;
      const payload = await post(`${url}/events`, { 'content-type': type, 'idempotency-key': key }, body);
      return answersOf(events, payload as Payload);
    },
  };
}

/** Sends JSON or lines of it, and gives the JSON that was answered. */
async function post(url: string, headers: Record<string, string>, body: string): Promise<unknown> {
  try {
    const response = await request(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const text = await response.body.text();
    if (response.statusCode >= 500 || response.statusCode === 429) throw new Error(`${response.statusCode} ${text}`);
    return JSON.parse(text);
  } catch (error) {
    throw new Unanswered(String(error));
  }
}

function answersOf(events: readonly LoadEvent[], payload: Payload | null | undefined): Answered[] {
  if (payload?.results?.length !== events.length) throw new Unanswered('no result for each event');
  return payload.results.map(({ outcome, error }) => ({
    outcome,
    detail: error ? `${error.code} ${error.message}` : '',
  }));
}

const TAP = `mutation ($link: ID!, $key: String!) {
  productLinkOpen(input: { productLinkId: $link, client: CONTENT_APP, idempotencyKey: $key }) { click { id } userErrors { code message } } }`;

/**
 * Taps a link by the mutation productLinkOpen.
 * @returns the click's id
 * @throws {Unanswered}
 */
export async function tap(gateway: string, link: string, key: string): Promise<string> {
  const body = JSON.stringify({ query: TAP, variables: { link, key } });
  const { data } = (await post(`${gateway}/graphql`, {}, body)) as {
    data?: { productLinkOpen?: { click?: { id: string } | null } | null } | null;
  };
  const id = data?.productLinkOpen?.click?.id;
  if (!id) throw new Unanswered('no click');
  return id;
}

/** Of a person's browser: what looks like a program is not counted. */
const BROWSER =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile Safari/604.1';

/**
 * Opens a jump URL as a person does in the content platform's app.
 * @returns the click's id
 * @throws {Unanswered}
 */
export async function openLink(gateway: string, code: string): Promise<string> {
  try {
    const { statusCode, headers, body } = await request(`${gateway}/l/${code}?client=CONTENT_APP`, {
      headers: { 'user-agent': BROWSER },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await body.dump();
    const [id] = /click_[A-Za-z0-9_-]+/.exec(String(headers.location)) ?? [];
    if (statusCode === 302 && id) return id;
    throw new Error(`${statusCode} ${headers.location}`);
  } catch (error) {
    throw new Unanswered(String(error));
  }
}
