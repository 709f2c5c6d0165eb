import { generateKeyPairSync } from 'node:crypto';
import { type TestClients, testClients } from './clients.ts';
import { type Shelf, startShelf } from './shelf.ts';

/** The shelf, asked in plain HTTP. */
export interface Plain extends AsyncDisposable {
  readonly clients: TestClients;
  readonly shelf: Shelf;
  /** Keys of one without scopes, of one who may read sales, and of one who may use `BookPage` alone. */
  readonly keys: Readonly<Record<'partner' | 'seller' | 'limited', string>>;
  /** Asks for what stands behind `/op/`. */
  ask(path: string, init?: RequestInit): Promise<PlainAnswer>;
}

/** What came back. */
export interface PlainAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly type: string;
  readonly text: string;
  /** Where it is JSON. */
  readonly body: ReturnType<typeof JSON.parse>;
}

/** Starts the shelf with three clients; lines end after three pages. */
export async function startPlain(): Promise<Plain> {
  const clients = await testClients();
  const { key: partner } = await clients.add('partner');
  const { key: seller } = await clients.add('seller', { scopes: 'sales:read' });
  const { key: limited } = await clients.add('limited', { operations: 'BookPage' });
  const claimsKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const shelf = await startShelf({
    GATEWAY_KEYS: clients.file,
    GATEWAY_CLAIMS_KEY: claimsKey,
    GATEWAY_LINE_PAGES: '3',
  });
  return {
    clients,
    shelf,
    keys: { partner, seller, limited },
    async ask(path, init = {}) {
      const { status, headers, text } = await whole(await fetch(`${shelf.url}/op/${path}`, init));
      const type = headers.get('content-type') ?? '';
      const isJson = text !== '' && /json/.test(type) && !/ndjson/.test(type);
      return { status, headers, type, text, body: isJson ? JSON.parse(text) : undefined };
    },
    async [Symbol.asyncDispose]() {
      await shelf[Symbol.asyncDispose]();
      await clients[Symbol.asyncDispose]();
    },
  };
}

async function whole(response: Response): Promise<{ status: number; headers: Headers; text: string }> {
  return { status: response.status, headers: response.headers, text: await response.text() };
}

/** A POST of JSON. */
export function posted(body: unknown): RequestInit {
  return { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
}

/** A request with a key. */
export function by(key: string | undefined, more: Record<string, string> = {}): { headers: Record<string, string> } {
  return { headers: { ...(key && { 'x-api-key': key }), ...more } };
}
