import { generateKeyPairSync } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { createLocalJWKSet, exportJWK, SignJWT } from 'jose';
import { claimsKeyOf } from '../gateway/clients/claims/claims-key.ts';
import { ClaimsMinter } from '../gateway/clients/claims/claims-minter.ts';
import { ANONYMOUS } from '../gateway/clients/client.ts';
import { credentialClients, openToAll } from '../gateway/clients/clients.ts';
import { type NewKey, newKey } from '../gateway/clients/keys/api-key.ts';
import { KeyRing } from '../gateway/clients/keys/key-ring.ts';
import type { StoredClient } from '../gateway/clients/keys/stored-clients.ts';
import { RequestSignatures } from '../gateway/clients/signing/request-signatures.ts';
import { ViewerTokens } from '../gateway/clients/tokens/viewer-tokens.ts';
import { readCommandLine } from '../settings/command-line.ts';

const HELP = `Measures what it costs to know who asks: microseconds of CPU a request, the median of 9 rounds of 100,000.

  npm run bench:identify

Example: npm run bench:identify`;

const ROUNDS = 9;
const TIMES = 100_000;
const CLIENTS = 1000;
const created = '2025-05-07T00:00:00Z';

/** Median time of a call, in microseconds. */
function measured(call: (index: number) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const { user, system } = process.cpuUsage();
    for (let index = 0; index < TIMES; index++) call(index);
    const used = process.cpuUsage({ user, system });
    return (used.user + used.system) / TIMES;
  });
  return rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}

function storedClient({ id, digest }: NewKey): StoredClient {
  return {
    operations: 'any',
    level: 'open',
    scopes: ['order:read'],
    rows: {},
    created,
    keys: [{ id, digest, created }],
  };
}

/** A text as it comes from a socket: new each time, and looked at by nobody yet. */
function fresh(text: string): string {
  return Buffer.from(text, 'latin1').toString('latin1');
}

async function viewerTokens(): Promise<{ tokens: ViewerTokens; held: string }> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const { signal } = new AbortController();
  const keys = {
    find: createLocalJWKSet({ keys: [{ ...(await exportJWK(publicKey)), kid: '1' }] }),
    removalOf: () => signal,
    close: async () => undefined,
  };
  const rules = { issuer: 'i', audience: 'a', algorithms: ['RS256'], skew: 30, level: 'open' as const };
  const claims = { iss: 'i', aud: 'a', sub: 's', exp: Math.floor(Date.now() / 1000) + 3600, scope: 'order:read' };
  const held = await new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: '1' }).sign(privateKey);
  return { tokens: new ViewerTokens(keys, rules, () => undefined), held };
}

async function run(): Promise<void> {
  const keys = Array.from({ length: CLIENTS }, newKey);
  const stored = Object.fromEntries(keys.map((key, index) => [`partner-${index}`, storedClient(key)]));
  const ring = new KeyRing({ version: 1, clients: stored }, Date.now());
  const minter = new ClaimsMinter(claimsKeyOf(generateKeyPairSync('ed25519').privateKey));
  const claimsOf = minter.claimsOf.bind(minter);
  const { tokens, held } = await viewerTokens();
  const checker = {
    clientOf: (text: string) => ring.clientOf(text, Date.now()),
    mustSign: () => false,
    signingSecretOf: () => undefined,
    close: async () => undefined,
  };
  const signatures = new RequestSignatures();
  const clients = credentialClients({ keys: checker, tokens, signatures, claimsOf, anonymousLevel: 'open' });
  const open = openToAll(undefined, 'open');
  const texts = keys.map(({ text }) => text);
  await clients.identify('r', { authorization: `Bearer ${held}` });
  const told = (headers: IncomingHttpHeaders) => clients.identify('r', headers);
  const rows: [string, number][] = [
    ['development mode', measured(() => open.identify('r', {}))],
    ['nobody', measured(() => told({}))],
    ['an API key', measured((index) => told({ authorization: `Bearer ${fresh(texts[index % CLIENTS] ?? '')}` }))],
    ['a token that was seen before', measured(() => told({ authorization: `Bearer ${fresh(held)}` }))],
    [
      'a claims token that is minted',
      measured((index) => minter.claimsOf({ ...ANONYMOUS, name: String(index) }).tokenFor('s')),
    ],
  ];
  for (const [name, cost] of rows) process.stdout.write(`${name.padEnd(32)}${cost.toFixed(2)} µs\n`);
}

const { values } = readCommandLine({ options: { help: { type: 'boolean' } } });
if (values.help) process.stdout.write(`${HELP}\n`);
else await run();
