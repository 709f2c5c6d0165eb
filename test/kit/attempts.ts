import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { type TestClients, testClients } from './clients.ts';
import { startGatewayOver, supergraphFile, type TestGateway } from './gateway.ts';
import { disclosed, notesParts, ordersParts, SECRET } from './secrets.ts';
import { startSubgraph } from './subgraph.ts';
import { claimsKeySetting, type TestIssuer, testIssuer } from './viewers.ts';

/** Operations that are registered: one for the client that is bound to it, one for others. */
export const OPERATIONS = { Mine: 'query Mine { open }', Theirs: 'query Theirs { own }' };

/** What only who has `order:read` may ask. */
export const OWN = '{ own }';

/** A viewer's claims who may. */
export const READER = { sub: 'reader', scope: 'order:read' };

/** Headers of a request, by name. */
export type Headers = readonly (readonly [string, string])[];

/** A request as it goes out. */
export interface Sent {
  readonly body?: string | object;
  readonly headers?: Headers;
  readonly path?: string;
  readonly method?: string;
}

/** With it, a request that is refused has a status that says so. */
const ACCEPT: readonly [string, string] = ['accept', 'application/graphql-response+json, application/json;q=0.9'];

/** The header by which a token is shown. */
export function bearer(token: string): Headers {
  return [['authorization', `Bearer ${token}`]];
}

/** Credentials of clients. */
type Shown = Readonly<Record<'bound' | 'partner' | 'revoked' | 'signing' | 'secret', string>>;

/** A gateway over two subgraphs with something to hide, and clients who try to get it. */
export interface Attempts extends AsyncDisposable {
  readonly issuer: TestIssuer;
  readonly keys: TestClients;
  readonly shown: Shown;
  /** How many requests reached a subgraph since `forget`. @param of that of what is secret alone */
  readonly asked: (of?: 'orders') => number;
  /** Forgets what subgraphs were asked, and what they disclosed. */
  forget(): void;
  send(sent: Sent): Promise<{ readonly status: number; readonly text: string }>;
  /** What every refusal has in common, whatever it is of. */
  expectNothingTold(text: string): void;
}

/** Starts it. */
async function startAttempts(): Promise<Attempts> {
  const [issuer, keys] = await Promise.all([testIssuer(), testClients()]);
  const subgraphs = await Promise.all([startSubgraph(notesParts), startSubgraph(ordersParts)]);
  const [notes, orders] = subgraphs;
  const { supergraphSdl, errors } = composeServices([
    { name: 'notes', url: `${notes.origin}/graphql`, typeDefs: parse(notesParts.typeDefs) },
    { name: 'orders', url: `${orders.origin}/graphql`, typeDefs: parse(ordersParts.typeDefs) },
  ]);
  const supergraph = await supergraphFile(supergraphSdl ?? String(errors));
  for (const [name, text] of Object.entries(OPERATIONS))
    await writeFile(join(supergraph.folder, 'operations', `${name}.graphql`), text);
  const shown = await shownOf(keys);
  const gateway = await startGatewayOver(supergraph, {
    ...issuer.settings,
    GATEWAY_KEYS: keys.file,
    GATEWAY_CLAIMS_KEY: claimsKeySetting(),
    GATEWAY_INTROSPECTION: 'off',
  });
  return {
    issuer,
    keys,
    shown,
    asked: (of) => orders.seen.length + (of ? 0 : notes.seen.length),
    forget() {
      disclosed.length = 0;
      for (const { seen } of subgraphs) seen.length = 0;
    },
    send: (sent) => send(gateway, sent),
    expectNothingTold(text) {
      const { bound, partner, revoked, signing } = shown;
      const origins = subgraphs.map(({ origin }) => origin);
      for (const hidden of [SECRET, bound, partner, revoked, signing, ...origins, 'node_modules', '.ts:']) {
        expect(text).not.toContain(hidden);
      }
      expect(disclosed).toEqual([]);
    },
    async [Symbol.asyncDispose]() {
      await gateway[Symbol.asyncDispose]();
      await Promise.all([issuer, keys, notes, orders].map((each) => each[Symbol.asyncDispose]()));
    },
  };
}

async function shownOf(keys: TestClients): Promise<Shown> {
  const { key: bound } = await keys.add('bound', { scopes: 'order:read', operations: 'Mine', level: 'ids-only' });
  const { key: partner } = await keys.add('partner', { scopes: 'note:read' });
  const { key: revoked } = await keys.add('revoked', { scopes: 'order:read' });
  const { key: signing, secret = '' } = await keys.add('signing', { scopes: 'order:read', signed: true });
  return { bound, partner, revoked, signing, secret };
}

async function send(
  { url }: TestGateway,
  { body = { query: OWN }, headers = [], path = '/graphql', method = 'POST' }: Sent,
) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const response = await fetch(url + path, {
    method,
    headers: [...new Map([['content-type', 'application/json'], ACCEPT, ...headers])],
    ...(method === 'POST' && { body: text }),
  });
  return { status: response.status, text: await response.text() };
}

/** The same for the tests of a file: started before them, ended after, and made to forget before each. @param use is given it */
export function attempts(use: (started: Attempts) => void): void {
  let world: Attempts;
  beforeAll(async () => {
    world = await startAttempts();
    use(world);
  });
  beforeEach(() => world.forget());
  afterAll(() => world[Symbol.asyncDispose]());
}
