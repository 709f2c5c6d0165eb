import { randomBytes } from 'node:crypto';
import { KIND_NAMES } from '../../clients/client.ts';
import { type NewKey, newKey } from '../../clients/keys/api-key.ts';
import type { ClientStore } from '../../clients/keys/client-store.ts';
import {
  CLIENT_NAME,
  isLive,
  MOST_KEYS,
  type StoredClient,
  type StoredClients,
  type StoredKey,
} from '../../clients/keys/stored-clients.ts';
import { Mendable } from '../../errors/mendable.ts';
import { type ClientFlags, levelOf, listOf, numberOf, overlapOf, rowsOf } from './flags.ts';

const SHOWN_ONCE = 'Keep it now: only its hash is stored, and it is never shown again.';

/** Makes a client with its first key. @returns what to print @throws {Mendable} */
export async function addClient(store: ClientStore, name: string, flags: ClientFlags): Promise<string> {
  if (!CLIENT_NAME.test(name)) {
    throw new Mendable(
      `${name} is no name of a client: a-z, 0-9, dots, dashes and underscores, up to 63, a letter or digit first`,
    );
  }
  if (KIND_NAMES.includes(name)) throw new Mendable(`${name} stands for all clients of a kind: choose another name`);
  if (flags.operations === undefined) {
    throw new Mendable('--operations is missing: names of registered operations, as NotePage,SearchPage, or any');
  }
  const key = newKey();
  const signingSecret = flags.signed ? randomBytes(32).toString('base64url') : undefined;
  const quota = numberOf(flags.quota, 'quota', 'the most cost per minute');
  const requests = numberOf(flags.requests, 'requests', 'the most requests per second');
  const burst = numberOf(flags.burst, 'burst', 'the most requests at once');
  if (burst !== undefined && requests === undefined) throw new Mendable('--burst needs --requests');
  const client: StoredClient = {
    operations: operationsOf(flags.operations),
    level: levelOf(flags.level),
    scopes: listOf(flags.scopes, 'scopes'),
    rows: rowsOf(flags.rows),
    ...(quota !== undefined && { quota }),
    ...(requests !== undefined && { requests }),
    ...(burst !== undefined && { burst }),
    ...(signingSecret !== undefined && { signingSecret }),
    created: new Date().toISOString(),
    keys: [stored(key)],
  };
  await store.change((all) => {
    if (Object.hasOwn(all.clients, name)) throw new Mendable(`There is a client ${name} already`);
    return withClient(all, name, client);
  });
  const secret = signingSecret === undefined ? '' : `\nsigning secret: ${signingSecret}`;
  return `${name} has the key:\n\n${key.text}${secret}\n\n${SHOWN_ONCE}`;
}

/** Makes another key; those that hold end after the overlap. @returns what to print @throws {Mendable} */
export async function rotateKey(store: ClientStore, name: string, flags: ClientFlags): Promise<string> {
  const overlap = overlapOf(flags.overlap);
  const now = Date.now();
  const end = new Date(now + overlap).toISOString();
  const key = newKey();
  await store.change((all) => {
    const client = known(all, name);
    const ending = client.keys.map((each) => (isLive(each, now + overlap) ? { ...each, expires: end } : each));
    return withClient(all, name, { ...client, keys: [...keptKeys(ending, now), stored(key)] });
  });
  return `${name} has the key:\n\n${key.text}\n\n${SHOWN_ONCE}\nThe keys before hold until ${end}.`;
}

/** Changes what a client may do; what no flag names stays. @returns what to print @throws {Mendable} */
export async function changeClient(store: ClientStore, name: string, given: ClientFlags): Promise<string> {
  const { flags, cleared } = clearedOf(given);
  const quota = numberOf(flags.quota, 'quota', 'the most cost per minute');
  const requests = numberOf(flags.requests, 'requests', 'the most requests per second');
  const burst = numberOf(flags.burst, 'burst', 'the most requests at once');
  if (burst !== undefined && requests === undefined) throw new Mendable('--burst needs --requests');
  const changed = {
    ...(flags.operations !== undefined && { operations: operationsOf(flags.operations) }),
    ...(flags.level !== undefined && { level: levelOf(flags.level) }),
    ...(flags.scopes !== undefined && { scopes: listOf(flags.scopes, 'scopes') }),
    ...(flags.rows !== undefined && { rows: rowsOf(flags.rows) }),
    ...(quota !== undefined && { quota }),
    ...(requests !== undefined && { requests }),
    ...(burst !== undefined && { burst }),
  };
  if (Object.keys(changed).length + cleared.length === 0) {
    throw new Mendable('Say what is to change: --operations, --level, --scopes, --rows or --quota');
  }
  await store.change((all) => {
    const kept = Object.entries(known(all, name)).filter(([member]) => !cleared.includes(member));
    return withClient(all, name, { ...(Object.fromEntries(kept) as StoredClient), ...changed });
  });
  return `${name} is changed; gateways that run know it within a second.`;
}

/** Quotas that are to be taken away: `none` says so; with requests per second goes what may come at once. */
function clearedOf({ quota, requests, burst, ...others }: ClientFlags): {
  readonly flags: ClientFlags;
  readonly cleared: readonly string[];
} {
  const quotas = { quota, requests, burst };
  const cleared = Object.entries(quotas).flatMap(([name, text]) => (text === 'none' ? [name] : []));
  const said = Object.entries(quotas).filter(([, text]) => text !== undefined && text !== 'none');
  const withBurst = cleared.includes('requests') ? [...cleared, 'burst'] : cleared;
  return { flags: { ...others, ...Object.fromEntries(said) }, cleared: withBurst };
}

/** Ends keys at once. @returns what to print @throws {Mendable} */
export async function revokeKeys(store: ClientStore, name: string, { key: id }: ClientFlags): Promise<string> {
  const now = Date.now();
  let count = 0;
  await store.change((all) => {
    const client = known(all, name);
    const meant = ({ id: own }: StoredKey) => id === undefined || own === id;
    if (!client.keys.some(meant)) throw new Mendable(`${name} has no key ${id}`);
    const ended = client.keys.filter((each) => meant(each) && isLive(each, now));
    count = ended.length;
    const revoked = new Date(now).toISOString();
    const keys = client.keys.map((each) => (ended.includes(each) ? { ...each, revoked } : each));
    return withClient(all, name, { ...client, keys });
  });
  return `${count} ${count === 1 ? 'key' : 'keys'} of ${name} revoked; gateways that run refuse them within a second.`;
}

/** @throws {Mendable} */
function operationsOf(text: string): StoredClient['operations'] {
  return text === 'any' ? 'any' : listOf(text, 'operations');
}

/** @throws {Mendable} */
export function known({ clients }: StoredClients, name: string): StoredClient {
  const client = Object.hasOwn(clients, name) ? clients[name] : undefined;
  if (!client) throw new Mendable(`There is no client ${name}; \`clients list\` names those there are`);
  return client;
}

function withClient(all: StoredClients, name: string, client: StoredClient): StoredClients {
  return { ...all, clients: { ...all.clients, [name]: client } };
}

function stored({ id, digest }: NewKey): StoredKey {
  return { id, digest, created: new Date().toISOString() };
}

/** How long a key that ended is still shown, in milliseconds. */
const SHOWN_FOR = 90 * 86_400_000;

/** The keys that are kept beside a new one: those that ended first make room. */
function keptKeys(keys: readonly StoredKey[], now: number): StoredKey[] {
  const kept = keys.filter((each) => isKept(each, now));
  const ended = kept.filter((each) => !isLive(each, now)).sort((one, other) => endOf(one) - endOf(other));
  const dropped = new Set(ended.slice(0, Math.max(0, kept.length + 1 - MOST_KEYS)));
  return kept.filter((each) => !dropped.has(each));
}

function endOf({ expires, revoked }: StoredKey): number {
  return Date.parse(revoked ?? expires ?? '');
}

function isKept({ expires, revoked }: StoredKey, now: number): boolean {
  const ended = revoked ?? expires;
  return ended === undefined || Date.parse(ended) > now - SHOWN_FOR;
}
