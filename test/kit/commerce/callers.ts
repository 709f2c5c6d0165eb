import { generateKeyPairSync } from 'node:crypto';
import { claimsKeyOf } from '../../../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../../../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS, type Client, grantsOf } from '../../../gateway/clients/client.ts';
import type { SeenError } from '../ask.ts';

const key = claimsKeyOf(generateKeyPairSync('ed25519').privateKey);
const minter = new ClaimsMinter(key);

/** Setting by which a commerce subgraph of a test takes what callers say, as the gateway would say it. */
export const KNOWN_GATEWAY = { COMMERCE_CLAIMS_KEYS: JSON.stringify({ keys: [key.publicJwk] }) };

/** A partner with these scopes and rows. */
export function partner(name: string, scopes: readonly string[], rows: Record<string, string[]>): Client {
  return { ...ANONYMOUS, kind: 'partner', name, subject: name, grants: grantsOf(scopes, rows), rows };
}

/** What the gateway would say of a caller. */
export function claimsHeader(client: Client): { 'x-redcat-claims': string } {
  return { 'x-redcat-claims': minter.claimsOf(client).tokenFor('commerce') };
}

/** Asks a commerce subgraph as a caller. */
export async function askAs(
  origin: string,
  client: Client,
  query: string,
  variables: object = {},
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks for it knows the shape of
): Promise<{ data: any; codes: unknown[] }> {
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...claimsHeader(client) },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as { data: unknown; errors?: SeenError[] };
  return { data, codes: errors.map(({ extensions }) => extensions.code) };
}

/** Subscribes as a caller, over server-sent events: each message's data, or its first error's code; it ends with the subscription. */
export async function* hearAs(origin: string, client: Client, query: string): AsyncGenerator<unknown> {
  const leaving = new AbortController();
  const { body } = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'text/event-stream', ...claimsHeader(client) },
    body: JSON.stringify({ query }),
    signal: leaving.signal,
  });
  try {
    let text = '';
    for await (const part of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
      text += part;
      for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
        const message = /^data: ?(\{.*\})$/m.exec(text.slice(0, end))?.[1];
        text = text.slice(end + 2);
        if (message === undefined) continue;
        const { data, errors } = JSON.parse(message) as { data?: unknown; errors?: readonly SeenError[] };
        yield errors?.[0]?.extensions.code ?? data;
      }
    }
  } finally {
    leaving.abort();
  }
}
