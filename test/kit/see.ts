import type { SeenError } from './ask.ts';
import type { Seen } from './who-sees-what.ts';

/** What came back, whatever carried it. */
interface Came {
  readonly data?: unknown;
  readonly errors?: readonly SeenError[];
}

/**
 * Asks one thing as a caller, and finds what came back of the field that is named `seen`.
 * @param asked a query or mutation, a subscription (of which the first message is taken), or `GET <path>` of lines of JSON
 */
export async function see(origin: string, headers: Readonly<Record<string, string>>, asked: string): Promise<Seen> {
  const [, path] = /^GET (\S+)$/.exec(asked) ?? [];
  if (path !== undefined) return seenOfLines(await fetch(origin + path, { headers }));
  const isLive = asked.startsWith('subscription');
  const leaving = new AbortController();
  const response = await fetch(`${origin}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(isLive && { accept: 'text/event-stream' }), ...headers },
    body: JSON.stringify({ query: asked }),
    signal: leaving.signal,
  });
  const came = isLive ? await firstMessage(response) : ((await response.json()) as Came);
  leaving.abort();
  return seenIn(came);
}

/** Each line's conversion with its shop; what is new is left out, as every reader is told it. */
async function seenOfLines(response: Response): Promise<Seen> {
  const text = await response.text();
  if (response.status !== 200) return { value: null, why: codeIn(JSON.parse(text)) };
  const lines = text.trim().split('\n');
  const told = lines.map((line) => JSON.parse(line) as { id?: string; shopId?: string }).filter(({ id }) => id);
  return { value: told.map(({ id, shopId }) => ({ id, shopId })), why: undefined };
}

/** As a subgraph's route says it, or the gateway. */
function codeIn({ code, errors }: { readonly code?: string; readonly errors?: readonly SeenError[] }): string {
  return code ?? String(errors?.[0]?.extensions.code);
}

async function firstMessage({ body }: Response): Promise<Came> {
  let text = '';
  for await (const part of (body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream())) {
    text += part;
    const message = /^data: ?(\{.*\})$/m.exec(text)?.[1];
    if (message !== undefined) return JSON.parse(message) as Came;
  }
  throw new Error(`A subscription ended without a message: ${text}`);
}

function seenIn({ data, errors = [] }: Came): Seen {
  const value = find(data);
  const [error] = errors;
  if (error) return { value, why: String(error.extensions.code) };
  const { withheld, userErrors } = Object(value) as { withheld?: string | null; userErrors?: { code: string }[] };
  return { value, why: withheld ?? userErrors?.[0]?.code };
}

/** The value of the first field `seen`. */
function find(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return undefined;
  if (Object.hasOwn(value, 'seen')) return (value as { seen: unknown }).seen;
  for (const each of Object.values(value)) {
    const found = find(each);
    if (found !== undefined) return found;
  }
  return undefined;
}
